// The fault table of time, disk and content (docs/SECURITY.md, E1 10 and 12 to 14, and the clock): the best rules judge, none are
// lost, and the settings say what is the matter.
// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MANIFEST_PATH, rootPath } from '../../utils/feed/layout.ts';
import { FIVE, KEY, MIRROR, ROOT_KEY, SIX, six, start, world } from '../feed/background.ts';
import { Shelf } from '../feed/host.ts';
import { DAY, instant, makeKey, manifestOf, NOW, rootOf, signedBy } from '../feed/publisher.ts';
import { textsOf } from '../feed/small-ruleset.ts';
import { BUNDLED, browserEach, HAS_FIVE, HAS_SIX, inUse, shown, suffers, UNSIGNED, withFive } from './faults.tsx';

browserEach();

const older = new Shelf();
await older.publish(4, textsOf(FIVE), [KEY]);

describe('10 freeze', () => {
  const frozen = async (days: number) => {
    const created = NOW - days * DAY;
    const shelf = new Shelf();
    const times = { created: instant(created), expires: instant(created + 120 * DAY) };
    await shelf.publish(5, textsOf(FIVE), [KEY], times);
    world.hosts = { [MIRROR]: shelf };
    await start().update();
    return shelf;
  };

  test('a cache of 400 days, newer than the bundle: used, and called old with its age', async () => {
    const shelf = await frozen(400);
    const id = ['Aturan lama: dibuat 400 hari lalu', 'Aturan Anda sudah yang terbaru.'];
    await suffers({ [MIRROR]: shelf }, { rules: HAS_FIVE, id, en: ['Old rules: made 400 days ago'] });
  });

  test('a cache that is older than the bundle: the bundle wins at the next start', async () => {
    await frozen(410);
    world.hosts = {};
    const background = start();
    expect(await inUse(background)).toBe(BUNDLED);
    const words = await shown(background);
    expect(words).toContain('ikut terpasang bersama ekstensi');
    expect(words).not.toContain('Aturan lama');
    expect(await shown(background, 'en')).toContain('came with the extension');
    // It stays the floor: what is older than it does not come in.
    world.hosts = { [MIRROR]: older };
    await background.update();
    expect(await inUse(background)).toBe(BUNDLED);
    expect(await shown(background)).toContain('nomor 4, sedangkan yang sudah ada nomor 5');
  });
});

describe('12 storage quota exceeded', () => {
  const full = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  const FULL = { id: 'penyimpanan browser penuh', en: 'the browser’s storage is full' };

  test('the new rules judge until the browser is closed, the old ones after it, and it is said', async () => {
    await withFive();
    world.hosts = { [MIRROR]: six };
    const disk = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    const background = start();
    await background.update();
    expect(await inUse(background)).toBe(HAS_SIX);
    expect(await shown(background)).toContain(FULL.id);
    expect(await shown(background, 'en')).toContain(FULL.en);
    const again = start();
    expect(await inUse(again)).toBe(HAS_FIVE);
    expect(await shown(again)).toContain(FULL.id);
    disk.mockRestore();
    await again.update();
    expect(await inUse(start())).toBe(HAS_SIX);
  });

  test('also where the disk has no room for the note on it', async () => {
    await withFive();
    world.hosts = { [MIRROR]: six };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async () => full());
    const background = start();
    await background.update();
    expect(await inUse(background)).toBe(HAS_SIX);
    expect(await shown(background)).toContain(FULL.id);
  });
});

describe('13 __proto__ in data', () => {
  test('as the name of a file: refused', async () => {
    await withFive();
    const list = JSON.stringify(await manifestOf({ version: 7 })).replace('"brands.json"', '"__proto__"');
    const hosts = { [MIRROR]: six.with(MANIFEST_PATH, await signedBy([KEY], list)) };
    await suffers(hosts, { rules: HAS_FIVE, id: ['yang keliru “files'], en: ['the wrong part is “files'] });
    expect({}).not.toHaveProperty('length');
  });

  const EVIL = '"__proto__":{"isLocal":true},"constructor":{"prototype":{"isLocal":true}}';
  const before = textsOf(SIX);
  const poisoned = (name: string) => ({ [name]: before[name]?.replace('{', `{${EVIL},`) ?? '' });

  test.for([
    ['beside what is known', poisoned('about.json'), HAS_SIX],
    ['in a section', poisoned('notices.json'), HAS_FIVE],
    ['as an entry', { 'phrases.json': `[{${EVIL}}]` }, HAS_FIVE],
  ] as const)('in signed rules, %s: nothing of it reaches another object', async ([, files, rules]) => {
    await withFive();
    const shelf = new Shelf();
    await shelf.publish(6, { ...before, ...files }, [KEY]);
    world.hosts = { [MIRROR]: shelf };
    const background = start();
    await background.update();
    expect(await inUse(background)).toBe(rules);
    const { about } = await background.says();
    for (const value of [{}, about, about.entries]) expect('isLocal' in value).toBe(false);
    expect(await shown(background)).toContain(rules === HAS_SIX ? 'terbitan nomor 6' : 'tidak terbaca oleh ekstensi');
  });
});

test('14 wrong type after a valid part: refused as a whole', async () => {
  await withFive();
  const shelf = new Shelf();
  const registrations = '[{"says":"local"},7]';
  await shelf.publish(6, { ...textsOf(SIX), 'registrations.json': registrations }, [KEY]);
  const id = ['Aturan barunya ditandatangani, tetapi tidak terbaca oleh ekstensi ini: “registrations'];
  world.hosts = { [MIRROR]: shelf };
  const background = start();
  await background.update();
  expect(await inUse(background)).toBe(HAS_FIVE);
  const words = await shown(background);
  for (const text of id) expect(words).toContain(text);
  expect(await shown(background, 'en')).toContain('this extension cannot read them: “registrations');
  // The publisher mends it with the next version.
  const seven = new Shelf();
  await seven.publish(7, textsOf(SIX), [KEY]);
  world.hosts = { [MIRROR]: seven };
  await background.update();
  expect(await inUse(start())).toBe(HAS_SIX);
});

test('P7: whoever asks before the rules are loaded is answered late, by the right ones', async () => {
  let go = () => {};
  world.pack = new Promise<void>((done) => {
    go = done;
  });
  const answered = vi.fn();
  const asking = inUse(start()).then(answered);
  await new Promise((done) => setTimeout(done, 50));
  expect(answered).not.toHaveBeenCalled();
  go();
  await asking;
  expect(answered).toHaveBeenCalledWith(BUNDLED);
});

test('a manifest with fields of a later format is taken', async () => {
  await withFive();
  const later = new Shelf();
  await later.publish(6, textsOf(SIX), [KEY], { signedAt: 'Bandung', delegations: { 'a.json': ['b'] } });
  world.hosts = { [MIRROR]: later };
  const background = start();
  await background.update();
  expect(await inUse(start())).toBe(HAS_SIX);
  expect(await shown(background)).toContain('terbitan nomor 6');
});

describe('the clock', () => {
  test('ten years ahead: the rules of before judge, and the date is asked about', async () => {
    await withFive();
    world.now = NOW + 3_650 * DAY;
    world.hosts = { [MIRROR]: six };
    const background = start();
    await background.update();
    expect(await inUse(background)).toBe(HAS_FIVE);
    const words = await shown(background);
    expect(words).toMatch(/Aturan lama: dibuat 3\.651 hari lalu/);
    expect(words).toContain('Daftar kunci nomor 1 hanya berlaku sampai');
    expect(words).toContain('Periksa juga tanggal perangkat ini');
    expect(await shown(background, 'en')).toContain('check this device’s date, too');
    // Set right again, it goes on at once.
    world.now = NOW;
    await background.tend();
    expect(await inUse(start())).toBe(HAS_SIX);
    expect(await shown(background)).not.toContain('Aturan lama');
  });

  test('ten years behind: newer rules come in, and the clock is named', async () => {
    await withFive();
    world.now = NOW - 3_650 * DAY;
    world.hosts = { [MIRROR]: six };
    const background = start();
    await background.tend();
    expect(await inUse(start())).toBe(HAS_SIX);
    expect(await shown(background)).toContain('Jam perangkat ini tampaknya terlambat');
    expect(await shown(background, 'en')).toContain('clock seems to be');
  });
});

test('a root thirty versions behind: caught up in one check, and what was revoked on the way stays out', async () => {
  await withFive();
  const key = await makeKey();
  const far = new Shelf();
  for (let version = 2; version <= 31; version += 1)
    far.root(version, await signedBy([ROOT_KEY], rootOf({ version, root: [ROOT_KEY], manifest: [key] })));
  await far.publish(6, textsOf(SIX), [key]);
  world.hosts = { [MIRROR]: far };
  const background = start();
  await background.update();
  expect(world.asked).toContain(MIRROR + rootPath(32));
  expect(await inUse(start())).toBe(HAS_SIX);
  expect(await shown(background)).toContain('terbitan nomor 6');
  // The old key signs once more.
  const seven = new Shelf();
  await seven.publish(7, textsOf(FIVE), [KEY]);
  world.hosts = { [MIRROR]: seven };
  await background.update();
  expect(await inUse(start())).toBe(HAS_SIX);
  expect(await shown(background)).toContain(UNSIGNED.id);
});
