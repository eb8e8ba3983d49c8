// The ruleset in IndexedDB, packed as bytes, where it is loaded from when the background wakes. It is rebuilt from the
// extension's own bundle when it is missing, broken or older than that; when there is no database at all, the bundle serves
// from memory. Knows sections and versions, not what they mean.
import { get, promisifyRequest } from 'idb-keyval';
import { dropDatabase, useDatabase } from './database.ts';
import { type Packed, pack, unpack } from './pack.ts';

export interface Bundle {
  /** "YYYY.MM.DD-hash". */
  version: string;
  /** Of the code that checks rules: changes whenever that code does. */
  form: string;
  load(): Promise<unknown>;
}

const KEY = 'rules';
const UNREADABLE = Symbol('unreadable');
/** IndexedDB may hang for ever, e.g. with a broken profile; the shopper may not. */
const PATIENCE = 2000;

/**
 * @param parse Checks what comes from the bundle, or was stored by another form of this code; throws when it is no ruleset.
 * @throws Only when the bundle itself can't be loaded.
 */
export async function loadRuleset<T extends { version: string }>(
  bundle: Bundle,
  parse: (data: unknown) => T,
): Promise<T> {
  const stored = await within(PATIENCE, get<unknown>(KEY, useDatabase)).catch((error: unknown) => {
    console.warn('CekAsal: stored rules not readable', error);
    return UNREADABLE;
  });
  const isThere = stored !== undefined && stored !== UNREADABLE;
  const ruleset = isThere ? await open(stored, bundle.form, parse) : null;
  if (ruleset && !isOlder(ruleset.version, bundle.version)) return ruleset;

  const parsed = parse(await bundle.load());
  keep(parsed, bundle.form, stored === UNREADABLE).catch((error: unknown) =>
    console.warn('CekAsal: rules not stored', error),
  );
  return parsed;
}

/** What was stored, when every byte of it is still there. */
async function open<T>(stored: unknown, form: string, parse: (data: unknown) => T): Promise<T | null> {
  try {
    const { form: storedForm, ruleset } = await unpack(stored);
    // The same code checked these very bytes before they were stored.
    return storedForm === form ? (ruleset as T) : parse(ruleset);
  } catch (error) {
    console.warn('CekAsal: stored rules are damaged', error);
    return null;
  }
}

/** The version in use, for whoever shows it. Null before the background first stored one. */
export async function readVersion(): Promise<string | null> {
  const stored = await within(PATIENCE, get<Partial<Packed>>(KEY, useDatabase));
  return typeof stored?.version === 'string' ? stored.version : null;
}

/** All or nothing. */
async function keep(ruleset: { version: string }, form: string, broken: boolean): Promise<void> {
  const packed = await pack(ruleset, form);
  if (broken) await within(PATIENCE, dropDatabase());
  await useDatabase('readwrite', (store) => {
    store.clear();
    store.put(packed, KEY);
    return promisifyRequest(store.transaction);
  });
}

/** A later day wins. On the same day the bundle does: it may mend what was stored. */
function isOlder(stored: string, bundled: string): boolean {
  const day = (version: string) => version.slice(0, 10);
  return stored !== bundled && day(stored) <= day(bundled);
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
