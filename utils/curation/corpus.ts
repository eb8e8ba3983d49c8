// The corpus: judgement tables that anybody can read and extend, one example a line: a listing, the verdicts it may get,
// and why. A text alone is judged once as a title and once as a description.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Listing } from '../listing/listing.ts';
import { ListingSchema } from '../listing/schema.ts';
import type { Verdict } from '../origin/assessment.ts';

export interface Example {
  /** "food.jsonl:3". */
  where: string;
  listing: Listing;
  /** Empty where the file gives none. */
  allowed: Verdict[];
  /** The ids of the notices that it gets, in their order; null where the file does not say. */
  notices: string[] | null;
  why: string;
}

const VERDICTS = ['imported', 'likely-imported', 'unknown', 'likely-local', 'local'] as const satisfies Verdict[];
const Row = v.object({
  text: v.optional(v.string()),
  listing: v.optional(v.record(v.string(), v.unknown())),
  allowed: v.optional(v.array(v.picklist(VERDICTS)), []),
  notices: v.optional(v.nullable(v.array(v.string())), null),
  why: v.optional(v.string(), ''),
});

/** A line of a judgement table, or a listing alone. Throws with the reason. */
export function examplesOf(line: string, where: string): Example[] {
  const json: unknown = JSON.parse(line);
  const { text, listing, allowed, notices, why } = v.parse(Row, json);
  const listings = text !== undefined ? [{ title: text }, { title: 'Barang', description: text }] : [listing ?? json];
  return listings.map((fields) => ({ where, listing: v.parse(ListingSchema, fields), allowed, notices, why }));
}

/** @throws Error "file:line: reason". */
export function readCorpusFile(file: string, name = file): Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      try {
        return examplesOf(line, `${name}:${i + 1}`);
      } catch (error) {
        throw new Error(`${name}:${i + 1}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
}

/** All `.jsonl` files of a folder. */
export function readCorpus(folder: string): Example[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => readCorpusFile(join(folder, name), name));
}
