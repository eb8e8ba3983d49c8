// The ruleset in IndexedDB: loaded from there, mended from the bundle, and never a reason not to start.
import 'fake-indexeddb/auto';
import { get, set } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DATABASE, dropDatabase, useDatabase } from '../../utils/feed/database.ts';
import type { Packed } from '../../utils/feed/pack.ts';
import { type Bundle, loadRuleset, readVersion } from '../../utils/feed/store.ts';

interface Rules {
  version: string;
  brands: { name: string }[];
}

/** A schema in small. */
function parse(data: unknown): Rules {
  const { version, brands } = data as Partial<Rules>;
  if (typeof version !== 'string' || !Array.isArray(brands)) throw new Error('no rules');
  return { version, brands };
}

const bundle = (version = '2026.11.24-aaaa', name = 'Polytron', form = 'one'): Bundle & { loads: number } => ({
  version,
  form,
  loads: 0,
  async load() {
    this.loads += 1;
    return { version, brands: [{ name }] };
  },
});

const stored = () =>
  vi.waitFor(async () => {
    const version = await readVersion();
    if (!version) throw new Error('not yet');
    return version;
  });

/** Nobody waits for the rules to be stored; a test must, before the next one begins with an empty database. */
const kept = (name: string) =>
  vi.waitFor(async () => {
    const packed = await get<Packed>('rules', useDatabase);
    if (!packed || !new TextDecoder().decode(packed.bytes).includes(name)) throw new Error('not yet');
  });

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

test('a first start stores the bundle, and the next one does not need the bundle', async () => {
  const first = bundle();
  expect(await loadRuleset(first, parse)).toEqual({ version: first.version, brands: [{ name: 'Polytron' }] });
  expect(await stored()).toBe(first.version);
  const second = bundle();
  expect((await loadRuleset(second, parse)).brands[0]?.name).toBe('Polytron');
  expect([first.loads, second.loads]).toEqual([1, 0]);
});

test('what this very code stored is not checked again; what another form of it stored is', async () => {
  await loadRuleset(bundle(), parse);
  await stored();
  const check = vi.fn(parse);
  expect((await loadRuleset(bundle(), check)).brands[0]?.name).toBe('Polytron');
  expect(check).not.toHaveBeenCalled();
  const updated = bundle('2026.11.24-aaaa', 'Polytron', 'two');
  expect((await loadRuleset(updated, check)).brands[0]?.name).toBe('Polytron');
  expect(check).toHaveBeenCalledOnce();
  expect(updated.loads).toBe(0);
  const stricter = bundle('2026.11.24-aaaa', 'Baru', 'three');
  check.mockImplementationOnce(() => {
    throw new Error('no rules any more');
  });
  expect((await loadRuleset(stricter, check)).brands[0]?.name).toBe('Baru');
  await kept('Baru');
});

const change = async (edit: (stored: Packed) => unknown) =>
  set('rules', edit((await get<Packed>('rules', useDatabase)) as Packed), useDatabase);

const flipped = (stored: Packed): Packed => {
  const bytes = stored.bytes.slice();
  bytes[5] = (bytes[5] ?? 0) ^ 1;
  return { ...stored, bytes };
};

test.for([
  ['one bit is damaged', () => change(flipped)],
  ['the end is gone', () => change((stored) => ({ ...stored, bytes: stored.bytes.slice(0, -9) }))],
  ['the header is lost', () => change((stored) => ({ ...stored, header: 0 }))],
  [
    'another version is written beside it',
    () => change((stored) => ({ ...stored, hash: 'x', version: '2099.01.01-aaaa' })),
  ],
  ['something else is stored', () => change(() => 'rusak')],
  ['the database is deleted', dropDatabase],
  ['the database is not ours', foreignDatabase],
] as const)('%s: rebuilt from the bundle', async ([, damage]) => {
  await loadRuleset(bundle(), parse);
  await stored();
  await damage();
  const mended = bundle();
  expect((await loadRuleset(mended, parse)).brands[0]?.name).toBe('Polytron');
  expect(mended.loads).toBe(1);
  // Soon the next start needs no bundle again.
  await vi.waitFor(async () => {
    const next = bundle();
    await loadRuleset(next, parse);
    expect(next.loads).toBe(0);
  });
});

test.for([
  ['2026.11.25-aaaa', 'the bundle', 'a later day'],
  ['2026.11.24-bbbb', 'the bundle', 'another one of the same day'],
  ['2026.11.23-cccc', 'what is stored', 'an older day'],
])('bundle %s: %s is used, being %s', async ([version, winner]) => {
  await loadRuleset(bundle(), parse);
  await stored();
  const loaded = await loadRuleset(bundle(version, 'Baru'), parse);
  const name = winner === 'the bundle' ? 'Baru' : 'Polytron';
  expect(loaded.brands[0]?.name).toBe(name);
  await kept(name);
});

test('no database at all: the bundle serves from memory', async () => {
  indexedDB.open = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  expect((await loadRuleset(bundle(), parse)).brands[0]?.name).toBe('Polytron');
});

test('a database that never answers: the bundle serves after two seconds', async () => {
  vi.useFakeTimers();
  indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
  const loading = loadRuleset(bundle(), parse);
  await vi.advanceTimersByTimeAsync(2100);
  expect((await loading).brands[0]?.name).toBe('Polytron');
  vi.useRealTimers();
});

test('whoever deletes the database is not blocked by us', async () => {
  await loadRuleset(bundle(), parse);
  await stored();
  const blocked = vi.fn();
  const request = indexedDB.deleteDatabase(DATABASE);
  request.onblocked = blocked;
  await new Promise((done) => {
    request.onsuccess = done;
  });
  expect(blocked).not.toHaveBeenCalled();
});

test('a bundle that is no ruleset is an error, not silence', async () => {
  const broken = { version: '2026.11.24-aaaa', form: 'one', load: async () => ({}) };
  await expect(loadRuleset(broken, parse)).rejects.toThrow('no rules');
});

async function foreignDatabase(): Promise<void> {
  await dropDatabase();
  await new Promise((done) => {
    const request = indexedDB.open(DATABASE);
    request.onsuccess = () => {
      request.result.close();
      done(null);
    };
  });
}
