// What is kept of a feed: all or nothing, checked byte for byte when it is loaded, and never a reason not to start.
import 'fake-indexeddb/auto';
import { del, get, set } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DATABASE, dropDatabase, useDatabase } from '../../utils/feed/database.ts';
import { type Kept, keepRelease, keepRoot, readKept, readRoot } from '../../utils/feed/slots.ts';
import { openHosts, Shelf } from './host.ts';
import { A, ask, m, NEW, OLD, root } from './two-releases.ts';

const releaseOf = async (version: number, files: Record<string, string>) => {
  const shelf = new Shelf();
  await shelf.publish(version, files, [m]);
  const { found } = await ask(openHosts({ [A]: shelf }));
  if (!found) throw new Error('not verified');
  return found.files;
};
const [five, six, seven] = await Promise.all([releaseOf(5, OLD), releaseOf(6, NEW), releaseOf(7, OLD)]);
const ABOUT = { form: 'one', skipped: 0, source: 'build' };
const keep = async (release: typeof five) => keepRelease(release, ABOUT, (await readKept()).pointer);

const textsOf = (kept: Kept | null) =>
  kept && Object.fromEntries([...kept.files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
const now = async () => {
  const { kept, storage } = await readKept();
  return { version: kept?.manifest.version ?? null, files: textsOf(kept), storage };
};

const open = indexedDB.open;
beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  indexedDB.open = open;
  await dropDatabase();
});
afterEach(() => {
  indexedDB.open = open;
  vi.restoreAllMocks();
});

test('nothing kept is nothing wrong', async () => {
  expect(await now()).toEqual({ version: null, files: null, storage: 'fine' });
});

test('releases take turns in two slots, and the newest is in use', async () => {
  for (const [release, version, files] of [
    [five, 5, OLD],
    [six, 6, NEW],
    [seven, 7, OLD],
  ] as const) {
    expect(await keep(release)).toBe(true);
    expect(await now()).toEqual({ version, files, storage: 'fine' });
  }
  const keys = await useDatabase(
    'readonly',
    async (store) =>
      new Promise((done) => {
        store.getAllKeys().onsuccess = ({ target }) => done((target as IDBRequest).result);
      }),
  );
  expect(keys).toEqual(['floor build', 'pointer', 'slot-a', 'slot-b']);
});

test('what versions before the feed kept is cleared away', async () => {
  await set('rules', { version: 'x' }, useDatabase);
  await keep(five);
  expect(await get('rules', useDatabase)).toBeUndefined();
});

test('P1: a transaction that does not end leaves the old release', async () => {
  await keep(five);
  const put = IDBObjectStore.prototype.put;
  for (const failing of [1, 2]) {
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      puts += 1;
      if (puts !== failing) return put.apply(this, args);
      this.transaction.abort();
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(keep(six)).rejects.toThrow('no room');
    vi.mocked(IDBObjectStore.prototype.put).mockRestore();
    expect(await now()).toEqual({ version: 5, files: OLD, storage: 'fine' });
  }
});

test('P1: a write that fails for no reason known costs nothing of what is kept', async () => {
  await keep(five);
  await keepRoot('build', 'here', root);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
    this.transaction.abort();
    throw new DOMException('internal error', 'UnknownError');
  });
  await expect(keep(six)).rejects.toThrow('internal error');
  vi.mocked(IDBObjectStore.prototype.put).mockRestore();
  expect(await now()).toEqual({ version: 5, files: OLD, storage: 'fine' });
  expect((await readRoot('build', 'here'))?.version).toBe(1);
});

test('P2: of two that update at once one wins, and the other knows', async () => {
  await keep(five);
  const { pointer } = await readKept();
  expect(await keepRelease(seven, ABOUT, pointer)).toBe(true);
  expect(await keepRelease(six, ABOUT, pointer)).toBe(false);
  expect(await now()).toMatchObject({ version: 7 });
  const results = await Promise.all([1, 2, 3].map(async () => keepRelease(five, ABOUT, (await readKept()).pointer)));
  expect(results.filter(Boolean)).toHaveLength(1);
});

const edit = async (slot: string, change: (kept: { pack: Uint8Array; document: Uint8Array }) => unknown) =>
  set(slot, change((await get(slot, useDatabase)) as never), useDatabase);
const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

describe('P5, S17: what is damaged is found when it is loaded', () => {
  test.for<[string, (slot: string) => Promise<unknown>]>([
    ['one bit of a file', (slot) => edit(slot, (kept) => ({ ...kept, pack: flip(kept.pack, kept.pack.length - 3) }))],
    ['one bit of the list of files', (slot) => edit(slot, (kept) => ({ ...kept, pack: flip(kept.pack, 4) }))],
    ['the end of the files', (slot) => edit(slot, (kept) => ({ ...kept, pack: kept.pack.slice(0, -9) }))],
    ['the manifest', (slot) => edit(slot, (kept) => ({ ...kept, document: kept.document.slice(0, -9) }))],
    ['all of it', (slot) => set(slot, 'rusak', useDatabase)],
    ['the slot is gone', (slot) => del(slot, useDatabase)],
  ])('%s: the release before serves, then none', async ([, damage]) => {
    await keep(five);
    await keep(six);
    await damage('slot-b');
    expect(await now()).toEqual({ version: 5, files: OLD, storage: 'damaged' });
    await damage('slot-a');
    expect(await now()).toEqual({ version: null, files: null, storage: 'damaged' });
    // The next update mends it.
    expect(await keep(seven)).toBe(true);
    expect(await now()).toEqual({ version: 7, files: OLD, storage: 'fine' });
  });

  test('every single byte of the files counts', async () => {
    await keep(five);
    const { pack } = (await get('slot-a', useDatabase)) as { pack: Uint8Array };
    for (let at = 0; at < pack.length; at += 7) {
      await edit('slot-a', (kept) => ({ ...kept, pack: flip(pack, at) }));
      expect((await readKept()).kept, `byte ${at}`).toBeNull();
    }
  });

  test('a pointer that makes no sense', async () => {
    await keep(five);
    await set('pointer', { slot: 'slot-z' }, useDatabase);
    expect(await now()).toMatchObject({ version: 5, storage: 'fine' });
    expect(await keep(six)).toBe(true);
    expect(await now()).toMatchObject({ version: 6, storage: 'fine' });
  });
});

describe('P4: no database', () => {
  test('it cannot be opened', async () => {
    indexedDB.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    expect(await now()).toEqual({ version: null, files: null, storage: 'unavailable' });
    await expect(keep(five)).rejects.toThrow();
  });

  test('it never answers: two seconds, and then without', async () => {
    vi.useFakeTimers();
    indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
    const reading = now();
    await vi.advanceTimersByTimeAsync(2_100);
    expect(await reading).toEqual({ version: null, files: null, storage: 'unavailable' });
    vi.useRealTimers();
  });

  test('it is not ours: it is made anew when there is something to keep', async () => {
    await new Promise((done) => {
      const request = indexedDB.open(DATABASE);
      request.onsuccess = () => {
        request.result.close();
        done(null);
      };
    });
    expect(await now()).toMatchObject({ version: null, storage: 'unavailable' });
    expect(await keep(five)).toBe(true);
    expect(await now()).toEqual({ version: 5, files: OLD, storage: 'fine' });
  });

  test('whoever deletes it is not blocked by us', async () => {
    await keep(five);
    const blocked = vi.fn();
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onblocked = blocked;
    await new Promise((done) => {
      request.onsuccess = done;
    });
    expect(blocked).not.toHaveBeenCalled();
  });
});

test('a root is kept for its feed and its chain alone, and a damaged one is none', async () => {
  await keepRoot('build', 'here', root);
  expect((await readRoot('build', 'here'))?.version).toBe(1);
  expect([await readRoot('draft:x', 'here'), await readRoot('build', 'elsewhere')]).toEqual([null, null]);
  await keepRoot('build', 'here', { ...root, version: 0 });
  expect((await readRoot('build', 'here'))?.version).toBe(1);
  await set('root build', { from: 'here', version: 1, document: flip(root.bytes, 400) }, useDatabase);
  expect(await readRoot('build', 'here')).toBeNull();
});
