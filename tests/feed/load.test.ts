// Which rules are used: the newest of bundle and feed, and the bundle whenever something is wrong.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dropDatabase } from '../../utils/feed/database.ts';
import { loadRules } from '../../utils/feed/load.ts';
import { pack } from '../../utils/feed/pack.ts';
import { keepRelease, readKept } from '../../utils/feed/slots.ts';
import { openHosts, Shelf } from './host.ts';
import { instant, utf8 } from './publisher.ts';
import { A, ask, m } from './two-releases.ts';

const bundle = (version = '2026.11.24-aaaa', form = 'one') => ({
  version,
  form,
  load: vi.fn(async () => pack(new Map([['brands.txt', utf8('bundle')]]))),
});
const text = (files: ReadonlyMap<string, Uint8Array>) => new TextDecoder().decode(files.get('brands.txt'));
const reader = () => ({
  open: vi.fn(text),
  read: vi.fn((files: ReadonlyMap<string, Uint8Array>) => ({ value: text(files), skipped: 2 })),
});

async function keepFeed(created: string, skipped = 0): Promise<void> {
  const shelf = new Shelf();
  await shelf.publish(5, { 'brands.txt': 'feed' }, [m], { created: instant(Date.parse(`${created}T08:00:00Z`)) });
  const { found } = await ask(openHosts({ [A]: shelf }));
  if (!found) throw new Error('not verified');
  await keepRelease(found.files, { form: 'one', skipped, source: 'build' }, (await readKept()).pointer);
}

const open = indexedDB.open;
beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await dropDatabase();
});
afterEach(() => {
  indexedDB.open = open;
  vi.restoreAllMocks();
});

test('without a feed the bundle serves', async () => {
  expect(await loadRules(bundle(), reader())).toEqual({ value: 'bundle', skipped: 0, manifest: null, storage: 'fine' });
});

describe('S23: a bundle against what was kept', () => {
  test.for([
    ['2026-11-24', 'feed', 'of the same day'],
    ['2026-12-01', 'feed', 'signed later'],
    ['2026-11-23', 'bundle', 'signed before the bundle was reviewed'],
  ] as const)('a release of %s: the %s, being %s', async ([created, winner]) => {
    await keepFeed(created);
    const loaded = await loadRules(bundle(), reader());
    expect(loaded.value).toBe(winner);
    expect(loaded.manifest?.version ?? null).toBe(winner === 'feed' ? 5 : null);
  });
});

test('what this very code checked is not checked again, and the bundle is not even read', async () => {
  await keepFeed('2026-12-01');
  const [ours, how] = [bundle(), reader()];
  expect((await loadRules(ours, how)).value).toBe('feed');
  expect(how.read).not.toHaveBeenCalled();
  expect(ours.load).not.toHaveBeenCalled();
});

test('P6: what another form of the code kept is checked by this one', async () => {
  await keepFeed('2026-12-01');
  const how = reader();
  expect(await loadRules(bundle('2026.11.24-aaaa', 'two'), how)).toMatchObject({ value: 'feed', skipped: 2 });
  expect(how.read).toHaveBeenCalledOnce();
  how.read.mockImplementation(() => {
    throw new Error('phrases.3.says');
  });
  expect(await loadRules(bundle('2026.11.24-aaaa', 'two'), how)).toMatchObject({ value: 'bundle', manifest: null });
});

test('of rules with entries for a later version, these are left out each time', async () => {
  await keepFeed('2026-12-01', 2);
  const how = reader();
  expect(await loadRules(bundle(), how)).toMatchObject({ value: 'feed', skipped: 2 });
  expect(how.open).not.toHaveBeenCalled();
});

test('P4: no database: the bundle serves from memory', async () => {
  await keepFeed('2026-12-01');
  indexedDB.open = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  expect(await loadRules(bundle(), reader())).toMatchObject({ value: 'bundle', storage: 'unavailable' });
});

test('a bundle that cannot be loaded is an error, not silence', async () => {
  const broken = { ...bundle(), load: async () => utf8('rusak') };
  await expect(loadRules(broken, reader())).rejects.toThrow();
});
