// What this browser keeps of the feed: two slots in IndexedDB and a pointer to the one in use, switched in one transaction. A
// worker that is ended in between leaves the old release or the new one, never a mixture. Every byte is checked when it is
// loaded. Takes only what was verified.
import { promisifyRequest } from 'idb-keyval';
import * as v from 'valibot';
import { type Bytes, sha256 } from './bytes.ts';
import { dropDatabase, useDatabase } from './database.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { pack, unpack } from './pack.ts';
import { type Root, trustRoot } from './root.ts';
import { parseSigned } from './signed.ts';
import type { VerifiedFiles } from './verified.ts';

/** A release as it was kept. */
export interface Kept {
  /** The manifest's document as it was signed. */
  document: Bytes;
  manifest: Manifest;
  files: ReadonlyMap<string, Bytes>;
  /** Of the code that checked what the files say: another form of the code must check them again. */
  form: string;
  /** Entries that are for a later version of the extension. */
  skipped: number;
  /** Which feed it came from. */
  source: string;
}

/** `unavailable`: no database. `damaged`: something was kept that is not what it was. */
export type Storage = 'fine' | 'unavailable' | 'damaged';

const SLOTS = ['slot-a', 'slot-b'] as const;
const POINTER = 'pointer';
/** What outlives a change of feed, by its name: which keys were revoked, and below which version nothing is taken. */
const rootKey = (source: string) => `root ${source}`;
const floorKey = (source: string) => `floor ${source}`;
/** What versions before the feed kept here. */
const FORMER = ['rules', 'root'];

/** Milliseconds. IndexedDB may hang for ever, e.g. with a broken profile; the shopper may not. */
const PATIENCE = 2_000;

const bytes = v.instance(Uint8Array) as v.GenericSchema<unknown, Bytes>;
const PointerSchema = v.object({ slot: v.picklist(SLOTS), source: v.string(), version: v.number() });
export type Pointer = v.InferOutput<typeof PointerSchema>;
const SlotSchema = v.object({
  document: bytes,
  pack: bytes,
  form: v.string(),
  skipped: v.number(),
  source: v.string(),
});
const RootSchema = v.object({ from: v.string(), version: v.number(), document: bytes });
const FloorSchema = v.object({ document: bytes });

const valid = <T>(schema: v.GenericSchema<unknown, T>, data: unknown): T | null => {
  const result = v.safeParse(schema, data);
  return result.success ? result.output : null;
};

export interface Found {
  /** The release in use; when it is damaged, the one before; else null. */
  kept: Kept | null;
  pointer: Pointer | null;
  storage: Storage;
}

export async function readKept(): Promise<Found> {
  try {
    const found = await within(
      PATIENCE,
      useDatabase('readonly', async (store) => {
        const stored: unknown = await promisifyRequest(store.get(POINTER));
        if (stored === undefined) return null;
        const pointer = valid(PointerSchema, stored);
        const first = pointer?.slot ?? SLOTS[0];
        // The other one is read only when it is needed: it is as large.
        return { pointer, first, slot: (await promisifyRequest(store.get(first))) as unknown };
      }),
    );
    if (!found) return { kept: null, pointer: null, storage: 'fine' };
    const { pointer } = found;
    const kept = await opened(found.slot);
    if (kept && (!pointer || pointer.source === kept.source)) return { kept, pointer, storage: 'fine' };
    return { kept: await opened(await readSlot(other(found.first))), pointer, storage: 'damaged' };
  } catch (error) {
    console.warn('CekAsal: kept rules not readable', error);
    return { kept: null, pointer: null, storage: 'unavailable' };
  }
}

const other = (slot: (typeof SLOTS)[number]) => (slot === SLOTS[0] ? SLOTS[1] : SLOTS[0]);

const readSlot = (key: string): Promise<unknown> =>
  within(
    PATIENCE,
    useDatabase('readonly', (store) => promisifyRequest<unknown>(store.get(key))),
  );

/** What a slot holds, when every byte of it is what the manifest names. */
async function opened(data: unknown): Promise<Kept | null> {
  try {
    const slot = valid(SlotSchema, data);
    if (!slot) return null;
    const files = unpack(slot.pack);
    // Other threads do that, while this one reads the manifest.
    const hashing = Promise.all([...files].map(async ([name, content]) => [name, await sha256(content)] as const));
    const manifest = parseManifest(parseSigned(slot.document, slot.document.length).payload);
    const hashes = new Map(await hashing);
    if (hashes.size !== manifest.files.size) return null;
    for (const [name, entry] of manifest.files) if (hashes.get(name) !== entry.sha256) return null;
    const { document, form, skipped, source } = slot;
    return { document, manifest, files, form, skipped, source };
  } catch (error) {
    console.warn('CekAsal: kept rules are damaged', error);
    return null;
  }
}

/** What is kept beside the files: which feed they came from, by which code they were checked. */
type About = Pick<Kept, 'form' | 'skipped' | 'source'>;

/**
 * Keeps a release in the slot that is not in use, and turns the pointer to it: all or nothing.
 * @param seen The pointer when the update began. Null: none.
 * @returns False when somebody else has kept another one meanwhile: theirs stays.
 * @throws DOMException, "QuotaExceededError" when there is no room. What was in use stays in use.
 */
export async function keepRelease(release: VerifiedFiles, about: About, seen: Pointer | null): Promise<boolean> {
  const { manifest, bytes: document } = release.verified;
  const slot = { document, pack: pack(release.files), ...about };
  const keep = (before: Pointer | null) =>
    write((pointer) => {
      if (JSON.stringify(pointer) !== JSON.stringify(before)) return null;
      const next = pointer ? other(pointer.slot) : SLOTS[0];
      return {
        [next]: slot,
        [POINTER]: { slot: next, source: about.source, version: manifest.version },
        [floorKey(about.source)]: { document },
      };
    });
  try {
    return await keep(seen);
  } catch (error) {
    if (isFull(error)) throw error;
    // Once more: a disk may have been slow. What is there but not ours is made anew.
    if (!isForeign(error)) return keep(seen);
    await within(PATIENCE, dropDatabase());
    return keep(null);
  }
}

/**
 * Keeps a root, unless a newer one of its chain is kept.
 * @param from Id of the root at which its chain began.
 */
export async function keepRoot(source: string, from: string, root: Root): Promise<void> {
  const { version, bytes: document } = root;
  await within(
    PATIENCE,
    useDatabase('readwrite', async (store) => {
      const there = valid(RootSchema, await promisifyRequest<unknown>(store.get(rootKey(source))));
      // Another background may have come further meanwhile.
      if (there?.from === from && there.version >= version) return;
      store.put({ from, version, document }, rootKey(source));
      await promisifyRequest(store.transaction);
    }),
  );
}

/** The root that was kept for this feed, of the chain that began there; null when there is none, or it is damaged. */
export async function readRoot(source: string, from: string): Promise<Root | null> {
  try {
    const stored = valid(RootSchema, await readSlot(rootKey(source)));
    return stored && stored.from === from ? await trustRoot(stored.document) : null;
  } catch (error) {
    console.warn('CekAsal: kept root not readable', error);
    return null;
  }
}

/** The newest manifest that was ever kept of this feed: no older one is taken, also when its files are gone. */
export async function readFloor(source: string): Promise<Bytes | null> {
  return valid(FloorSchema, await readSlot(floorKey(source)).catch(() => null))?.document ?? null;
}

/**
 * Forgets the release that is kept, unless it is of this feed.
 * @returns Whether anything was forgotten.
 */
export function forgetRelease(except: string | null): Promise<boolean> {
  return within(
    PATIENCE,
    useDatabase('readwrite', async (store) => {
      const stored: unknown = await promisifyRequest(store.get(POINTER));
      // A pointer that makes no sense shows nothing that could be spared.
      if (stored === undefined || (except !== null && valid(PointerSchema, stored)?.source === except)) return false;
      for (const key of [POINTER, ...SLOTS]) store.delete(key);
      await promisifyRequest(store.transaction);
      return true;
    }),
  );
}

/** @param change What to put where; null: nothing. */
function write(change: (pointer: Pointer | null) => Record<string, unknown> | null): Promise<boolean> {
  return within(
    PATIENCE * 5,
    useDatabase('readwrite', async (store) => {
      const puts = change(valid(PointerSchema, await promisifyRequest<unknown>(store.get(POINTER))));
      if (!puts) return false;
      for (const [key, value] of Object.entries(puts)) store.put(value, key);
      for (const key of FORMER) store.delete(key);
      await promisifyRequest(store.transaction);
      return true;
    }),
  );
}

/** A database that is there but not ours to use: another layout, or a later one. */
const isForeign = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotFoundError' || error.name === 'VersionError');

/** Whether the browser or its disk has no room. */
export const isFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${milliseconds} ms`)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
