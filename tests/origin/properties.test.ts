// What holds for every listing: without the evidence that is cited nothing is said, and what is not cited changes nothing.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseLabelled } from '../../cli/labelled.ts';
import { readCorpus } from '../../utils/curation/corpus.ts';
import type { Listing } from '../../utils/listing/listing.ts';
import type { Assessment } from '../../utils/origin/assessment.ts';
import { judge } from './ruleset.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const own = readCorpus(path('../corpus')).map(({ where, listing }): [string, Listing] => [where, listing]);

/** Real labelled listings, only where their folder stands beside the checkout. */
const FILE = path('../../../shared/datasets/labelled-dev.jsonl');
const labelled = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line, i) => parseLabelled(JSON.parse(line), i))
      .map(({ id, listing }): [string, Listing] => [id, listing])
  : [];

/** Fields that say where a listing stands, not what it says. */
const ADDRESS = new Set(['marketplace', 'kind', 'id', 'url']);

/** The listing's fields as evidence names them: "title", "attributes.Negara Asal", "seller.location". */
function fieldsOf(listing: Listing): string[] {
  return Object.entries(listing).flatMap(([field, value]) => {
    if (ADDRESS.has(field)) return [];
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value) && field !== 'price';
    return isRecord ? Object.keys(value).map((key) => `${field}.${key}`) : [field];
  });
}

function without(listing: Listing, fields: Iterable<string>): Listing {
  const copy = structuredClone(listing) as unknown as Record<string, unknown>;
  for (const field of fields) {
    const dot = field.indexOf('.');
    const parent = (dot < 0 ? copy : copy[field.slice(0, dot)]) as Record<string, unknown>;
    const key = field.slice(dot + 1);
    if (dot > 0 && field.startsWith('attributes.')) delete parent[key];
    else parent[key] = Array.isArray(parent[key]) ? [] : null;
  }
  return copy as unknown as Listing;
}

const cited = ({ evidence }: Assessment) => new Set(evidence.map(({ field }) => field));

const rows = [...own, ...labelled];

test('every field that is cited is one of the listing', () => {
  for (const [where, listing] of rows)
    expect(fieldsOf(listing), where).toEqual(expect.arrayContaining([...cited(judge(listing))]));
});

test('without the fields that are cited: belum diketahui, and no evidence', () => {
  const speaking = rows.filter(([, listing]) => judge(listing).evidence.length > 0);
  expect(speaking.length).toBeGreaterThan(100);
  for (const [where, listing] of speaking) {
    const { verdict, evidence } = judge(without(listing, cited(judge(listing))));
    expect({ verdict, evidence }, where).toEqual({ verdict: 'unknown', evidence: [] });
  }
});

test('without any field that is not cited: the same verdict, probability, claims and evidence', () => {
  for (const [where, listing] of rows) {
    const { notices: _, ...before } = judge(listing);
    const silent = fieldsOf(listing).filter((field) => !cited(judge(listing)).has(field));
    for (const fields of [...silent.map((field) => [field]), silent]) {
      const { notices: _, ...after } = judge(without(listing, fields));
      expect(after, `${where} without ${fields}`).toEqual(before);
    }
  }
});

test.skipIf(labelled.length > 0)('the real labelled listings are not here: only the own corpus was tried', () => {
  expect(own.length).toBeGreaterThan(100);
});
