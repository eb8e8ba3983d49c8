// The manifest: one version of the rules as a list of files with their lengths and hashes. Here is what it says; whether it may
// be believed stands in verified.ts.
import * as v from 'valibot';
import type { Bytes } from './bytes.ts';
import { instant, readJson, versionNumber } from './json.ts';
import type { Warning } from './outcome.ts';

export interface FileEntry {
  /** Bytes. */
  length: number;
  /** Hexadecimal. */
  sha256: string;
}

export interface Manifest {
  version: number;
  /** Milliseconds since 1970, as is `expires`. */
  created: number;
  expires: number;
  /** The lowest version of the extension that understands these files. */
  minimum: string;
  files: ReadonlyMap<string, FileEntry>;
}

/** Bytes, of a manifest's document. */
export const LONGEST_MANIFEST = 512 * 1024;
const MOST_FILES = 2000;
/** Bytes, of one file and of all. */
const LONGEST_FILE = 16 * 1024 * 1024;
const LONGEST_SUM = 64 * 1024 * 1024;
/** Milliseconds. Rules from further in the future than this show that the device's clock is behind. */
const CLOCK_TOLERANCE = 86_400_000;

/** No separators, nothing hidden, no capitals that some disks take for small ones: the same file name everywhere. */
const fileName = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/));
const entry = v.object({
  length: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LONGEST_FILE)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
const sum = (files: [string, FileEntry][]) => files.reduce((all, [, { length }]) => all + length, 0);
/** As pairs, since a record's schema would pass over names like "__proto__" in silence. */
const files = v.pipe(
  v.custom<object>((data) => typeof data === 'object' && data !== null && !Array.isArray(data)),
  v.transform((record): unknown => Object.entries(record)),
  v.array(v.tuple([fileName, entry])),
  // A feed that was emptied by mistake must not empty the rules of all.
  v.minLength(1),
  v.maxLength(MOST_FILES),
  v.check((pairs) => sum(pairs) <= LONGEST_SUM),
  v.transform((pairs): ReadonlyMap<string, FileEntry> => new Map(pairs)),
);

const extensionVersion = v.pipe(v.string(), v.regex(/^\d{1,5}(?:\.\d{1,5}){0,3}$/));
/** What every version of the extension must be able to read, whatever else a later format changes. */
const head = { type: v.literal('manifest'), version: versionNumber, minimum: extensionVersion };
const HeadSchema = v.object(head);
const ManifestSchema = v.object({ ...head, created: instant, expires: instant, files });

/** @throws Refusal `malformed` */
export const parseHead = (payload: Bytes): { version: number; minimum: string } =>
  readJson(payload, HeadSchema, 'manifest');

/** @throws Refusal `malformed` */
export const parseManifest = (payload: Bytes): Manifest => readJson(payload, ManifestSchema, 'manifest');

/** Whether an extension of version `mine` ("0.1.0") is older than `minimum`. */
export function isOlder(mine: string, minimum: string): boolean {
  const [a, b] = [mine, minimum].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/**
 * What should be said of rules that are used all the same: old ones are better than none, and a wrong clock is nobody's attack.
 * @param now Milliseconds since 1970.
 */
export function warningsOf({ created, expires }: Manifest, now: number): Warning[] {
  const warnings: Warning[] = [];
  if (expires <= now) warnings.push({ code: 'expired', since: expires, age: now - created });
  if (created > now + CLOCK_TOLERANCE) warnings.push({ code: 'clock-behind', by: created - now });
  return warnings;
}
