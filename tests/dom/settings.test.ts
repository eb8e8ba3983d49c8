// The settings outlive what may befall them: odd values in the storage, an update, another browser. A file is taken whole or
// not at all.
import { afterEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadSettings } from '../../entrypoints/options/keeping.ts';
import { BACKUP_KEY, keepBackup, readBackup } from '../../utils/backup.ts';
import { translator } from '../../utils/i18n.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';
import { mute, readSettings, readSite, type Settings, sameSettings, writeSettings } from '../../utils/settings.ts';
import { composeSettings, LONGEST_FILE, nowObserved, parseSettings } from '../../utils/settings-file.ts';

const { local } = fakeBrowser.storage;
afterEach(() => fakeBrowser.reset());

const DEFAULTS: Settings = { lang: 'id', memory: true, province: null, local: true, sites: {}, muted: [] };
const CHOSEN: Settings = {
  lang: 'en',
  memory: false,
  province: '33',
  local: false,
  sites: {
    shopee: { display: 'hide', off: false, observe: true },
    lazada: { display: 'mark', off: true, observe: false },
  },
  muted: ['shopee/shop/Toko A', 'tokopedia/listing/7'],
};
const NOW = Date.parse('2026-12-01T12:00:00Z');
const FILE = composeSettings(CHOSEN, '0.1.0', NOW);
/** The file with other values: of the whole, or of the settings; undefined takes a value out. */
const changed = (whole: object, settings: object = {}): string => {
  const file = JSON.parse(FILE);
  return JSON.stringify({ ...file, settings: { ...file.settings, ...settings }, ...whole });
};

describe('P9: what is stored is damaged', () => {
  test.for([
    ['numbers', { lang: 7, memory: 7, province: 7, local: 7, sites: 7, muted: 7 }],
    ['texts', { lang: 'xx', memory: 'x', province: '333', local: 'x', sites: 'x', muted: 'x' }],
    ['lists', { lang: [], memory: [], sites: [1, 2], muted: [1, null, {}] }],
    ['objects', { lang: {}, memory: {}, sites: {}, muted: { length: 3 } }],
    ['null', { lang: null, memory: null, sites: null, muted: null }],
  ] as const)('P9: %s: the settings begin with what is usual', async ([, odd]) => {
    await local.set<Record<string, unknown>>(odd);
    const settings = await readSettings(local);
    expect({ ...settings, sites: {} }).toEqual(DEFAULTS);
    expect(await readSite(local, 'shopee')).toEqual({ display: 'mark', off: false, observe: false, muted: [] });
  });

  test('P9: one odd choice leaves the others as they are', async () => {
    const sites = { shopee: { display: 'blink', off: 'yes', observe: 1 }, lazada: CHOSEN.sites.lazada };
    await local.set({ lang: 'en', sites, muted: ['shopee/shop/A', 5] });
    expect(await readSettings(local)).toEqual({
      lang: 'en',
      memory: true,
      province: null,
      local: true,
      sites: { shopee: { display: 'mark', off: false, observe: false }, lazada: CHOSEN.sites.lazada },
      muted: ['shopee/shop/A'],
    });
  });

  test('P9: a storage that does not answer counts as empty', async () => {
    const get = () => Promise.reject(new Error('corrupt'));
    expect(await readSettings({ get })).toEqual(DEFAULTS);
    expect(await readBackup({ get })).toBeNull();
  });

  test.for([null, 7, [], {}, { version: '', at: 'x', stored: {} }, { version: '', at: 1, stored: 5 }])(
    'P9: %o is no backup',
    async (kept) => {
      await local.set({ [BACKUP_KEY]: kept });
      expect(await readBackup(local)).toBeNull();
    },
  );

  test('P9: a backup of odd values brings back what is usual for them', async () => {
    await local.set({ [BACKUP_KEY]: { version: '0.1.0', at: NOW, stored: { lang: 'en', sites: 7, muted: [{}] } } });
    expect((await readBackup(local))?.settings).toEqual({ ...DEFAULTS, lang: 'en' });
  });
});

describe('P10: an update', () => {
  const update = { reason: 'update', previousVersion: '0.1.0', temporary: false } as const;

  test('P10: the settings of before are kept beside them, and brought back as they were', async () => {
    await writeSettings(local, CHOSEN);
    await keepBackup(update);
    expect(await readSettings(local)).toEqual(CHOSEN);
    await local.remove(['lang', 'sites', 'muted', 'memory']);
    const backup = await readBackup(local);
    expect(backup).toMatchObject({ version: '0.1.0', settings: CHOSEN });
    expect(backup?.at).toBeGreaterThan(NOW - 1e12);
    await writeSettings(local, backup?.settings ?? DEFAULTS);
    expect(await readSettings(local)).toEqual(CHOSEN);
  });

  test('P10: values that only another version understands are kept as they are', async () => {
    await local.set({ sites: { shopee: { display: 'fold', later: 1 } } });
    await keepBackup(update);
    const kept = (await local.get(BACKUP_KEY))[BACKUP_KEY];
    expect(kept).toMatchObject({ stored: { sites: { shopee: { display: 'fold', later: 1 } } } });
  });

  test.for(['install', 'browser_update'] as const)('P10: %s keeps nothing', async (reason) => {
    await writeSettings(local, CHOSEN);
    await keepBackup({ reason, temporary: false });
    expect(await readBackup(local)).toBeNull();
  });

  test('P10: where nothing was ever chosen nothing is kept, and an older copy stays', async () => {
    await keepBackup(update);
    expect(await readBackup(local)).toBeNull();
  });

  test('P10: two that say the same are the same, in whatever order they were stored', () => {
    const { shopee, lazada } = CHOSEN.sites;
    if (!shopee || !lazada) throw new Error('no sites');
    const { display, off, observe } = shopee;
    expect(sameSettings(CHOSEN, { ...CHOSEN, sites: { lazada, shopee: { observe, off, display } } })).toBe(true);
    expect(sameSettings(CHOSEN, { ...CHOSEN, memory: true })).toBe(false);
    expect(sameSettings(CHOSEN, { ...CHOSEN, sites: { shopee } })).toBe(false);
    expect(sameSettings(CHOSEN, { ...CHOSEN, muted: [] })).toBe(false);
  });
});

describe('P10: a settings file', () => {
  test('P10: what was saved comes back whole, also in a browser that knows nothing', async () => {
    expect(parseSettings(FILE)).toEqual({ settings: CHOSEN });
    const loaded = await load(FILE);
    expect(loaded.ok).toBe(true);
    expect(await readSettings(local)).toEqual(CHOSEN);
  });

  test('P10: it is written at once, not piece by piece', async () => {
    const heard: string[][] = [];
    local.onChanged.addListener((changes) => heard.push(Object.keys(changes).sort()));
    await load(FILE);
    expect(heard).toEqual([['lang', 'local', 'memory', 'muted', 'province', 'sites']]);
  });

  test.for<[string, string, string]>([
    ['nothing', '', 'bukan berkas pengaturan'],
    ['no JSON', '{"kind": "cekasal-settings"', 'bukan berkas pengaturan'],
    ['something else', '{"lang":"id"}', 'bukan berkas pengaturan'],
    ['null', 'null', 'bukan berkas pengaturan'],
    ['a later form', changed({ form: 2 }), 'CekAsal yang lebih baru'],
    ['an unknown language', changed({}, { lang: 'nl' }), 'Bagian “lang”'],
    ['no sites', changed({}, { sites: undefined }), 'Bagian “sites”'],
    [
      'an unknown display',
      changed({}, { sites: { shopee: { display: 'x', off: false, observe: false } } }),
      'Bagian “sites.shopee.display”',
    ],
    ['muted numbers', changed({}, { muted: ['a', 7] }), 'Bagian “muted.1”'],
    ['no settings', changed({ settings: null }), 'Bagian “settings”'],
    ['too much', changed({}, { lang: 'x'.repeat(LONGEST_FILE) }), 'terlalu besar'],
  ])('P10: %s: refused in words, and nothing is half applied', async ([, text, words]) => {
    const mine: Settings = { ...DEFAULTS, muted: ['shopee/shop/B'] };
    await writeSettings(local, mine);
    const loaded = await load(text);
    expect(loaded.ok).toBe(false);
    expect(loaded.words).toContain(words);
    expect(loaded.words).toContain('Tidak ada yang diubah.');
    expect(loaded.words).not.toMatch(/[{}]|keeping\./);
    expect(await readSettings(local)).toEqual(mine);
  });

  test('P10: what it holds beside is left out, and no name reaches into an object', () => {
    const text = FILE.replace('"shopee": {', '"__proto__": {"display":"hide","off":true,"observe":true}, "shopee": {');
    const { settings } = parseSettings(text) as { settings: Settings };
    expect(Object.keys(settings.sites)).toEqual(['shopee', 'lazada']);
    expect(settings.sites.tokopedia).toBeUndefined();
    expect(parseSettings(changed({}, { extra: 1 }))).toEqual({ settings: CHOSEN });
  });

  test('P10: consent that comes with a file is named', async () => {
    expect(nowObserved(CHOSEN, DEFAULTS)).toEqual(['shopee']);
    expect(nowObserved(CHOSEN, CHOSEN)).toEqual([]);
    expect((await load(FILE)).words).toContain('Ikut menyala: membaca jawaban situs di SHOPEE.');
    expect((await load(FILE)).words).not.toContain('Ikut menyala');
  });

  test('P10: the most that can be muted fits into a file', async () => {
    for (let i = 0; i < 510; i++) await mute(local, 'shopee', `shop/${i}${'x'.repeat(280)}`);
    const settings = await readSettings(local);
    expect(settings.muted).toHaveLength(500);
    expect(parseSettings(composeSettings(settings, '0.1.0', NOW))).toEqual({ settings });
  });
});

const load = (text: string) =>
  loadSettings(new File([text], 'cekasal.json'), translator(PAGE_WORDS.id), (id) => id.toUpperCase());
