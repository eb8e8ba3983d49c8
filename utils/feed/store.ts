// The ruleset in IndexedDB, one entry a section, where it is loaded from when the background wakes. It is rebuilt from the
// extension's own bundle when it is missing, broken or older than that; when there is no database at all, the bundle serves
// from memory. Knows sections and versions, not what they mean.
import { entries, get, promisifyRequest } from 'idb-keyval';
import { dropDatabase, useDatabase } from './database.ts';

export interface Bundle {
  /** "YYYY.MM.DD-hash". */
  version: string;
  load(): Promise<unknown>;
}

/** IndexedDB may hang for ever, e.g. with a broken profile; the shopper may not. */
const PATIENCE = 2000;

/**
 * @param parse Checks what was stored or bundled; throws when it is no ruleset.
 * @throws Only when the bundle itself can't be loaded.
 */
export async function loadRuleset<T extends { version: string }>(
  bundle: Bundle,
  parse: (data: unknown) => T,
): Promise<T> {
  const stored = await within(PATIENCE, entries<string, unknown>(useDatabase)).catch((error: unknown) => {
    console.warn('CekAsal: stored rules not readable', error);
    return null;
  });
  const ruleset = stored && tryParse(Object.fromEntries(stored), parse);
  if (ruleset && !isOlder(ruleset.version, bundle.version)) return ruleset;

  const fresh = await bundle.load();
  const parsed = parse(fresh);
  keep(fresh as object, stored === null).catch((error: unknown) => console.warn('CekAsal: rules not stored', error));
  return parsed;
}

/** The version in use, for whoever shows it. Null before the background first stored one. */
export async function readVersion(): Promise<string | null> {
  const version = await within(PATIENCE, get<unknown>('version', useDatabase));
  return typeof version === 'string' ? version : null;
}

/** All sections or none. */
async function keep(ruleset: object, broken: boolean): Promise<void> {
  if (broken) await within(PATIENCE, dropDatabase());
  await useDatabase('readwrite', (store) => {
    store.clear();
    for (const [section, data] of Object.entries(ruleset)) store.put(data, section);
    return promisifyRequest(store.transaction);
  });
}

/** A later day wins. On the same day the bundle does: it may mend what was stored. */
function isOlder(stored: string, bundled: string): boolean {
  const day = (version: string) => version.slice(0, 10);
  return stored !== bundled && day(stored) <= day(bundled);
}

function tryParse<T>(data: unknown, parse: (data: unknown) => T): T | null {
  try {
    return parse(data);
  } catch (error) {
    console.warn('CekAsal: stored rules are damaged', error);
    return null;
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
