// What the user chose, kept in the browser's storage. What is stored is checked on reading: odd values count as unset.
import { DISPLAYS, type Lang, type SiteChoice } from './choices.ts';

export const LANG_KEY = 'lang';
export const SITES_KEY = 'sites';
export const MUTED_KEY = 'muted';
/** Whether products that were seen are remembered: on unless turned off. */
export const MEMORY_KEY = 'memory';

/** Where the shopper is, set by the shopper: code of a province. */
export const PROVINCE_KEY = 'province';
/** Whether pages of results say what is made in Indonesia: on unless turned off. */
export const LOCAL_KEY = 'local';

/** Of all marketplaces together; the oldest go first. */
export const MAX_MUTED = 500;

/** The part of browser.storage that settings need, so that each side may bring its own browser object. */
export interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const stored = async (area: Pick<Area, 'get'>, key: string): Promise<unknown> =>
  (await area.get(key).catch((): Record<string, unknown> => ({})))[key];

export const readLang = async (area: Pick<Area, 'get'>): Promise<Lang> =>
  (await stored(area, LANG_KEY)) === 'en' ? 'en' : 'id';

export const writeLang = (area: Area, lang: Lang): Promise<void> => area.set({ [LANG_KEY]: lang });

export const readMemory = async (area: Pick<Area, 'get'>): Promise<boolean> =>
  (await stored(area, MEMORY_KEY)) !== false;

export const writeMemory = (area: Area, on: boolean): Promise<void> => area.set({ [MEMORY_KEY]: on });

const PROVINCE = /^\d\d$/;
const provinceOf = (value: unknown): string | null =>
  typeof value === 'string' && PROVINCE.test(value) ? value : null;

/** Null: not set. */
export const readProvince = async (area: Pick<Area, 'get'>): Promise<string | null> =>
  provinceOf(await stored(area, PROVINCE_KEY));

export const writeProvince = (area: Area, province: string | null): Promise<void> =>
  area.set({ [PROVINCE_KEY]: province });

export const readLocal = async (area: Pick<Area, 'get'>): Promise<boolean> => (await stored(area, LOCAL_KEY)) !== false;

export const writeLocal = (area: Area, on: boolean): Promise<void> => area.set({ [LOCAL_KEY]: on });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 300;

const mutedOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText).slice(-MAX_MUTED) : []);

/** Everything that the user chose, as it is carried to a file and kept before an update. */
export interface Settings {
  lang: Lang;
  /** Whether products that were seen are remembered. */
  memory: boolean;
  /** Code of a province, "33"; null: not set. */
  province: string | null;
  /** Whether pages of results say what is made in Indonesia. */
  local: boolean;
  sites: Record<string, Omit<SiteChoice, 'muted'>>;
  /** Of all marketplaces, each name behind its marketplace: "shopee/shop/Toko A". */
  muted: string[];
}

const siteOf = (value: unknown): Omit<SiteChoice, 'muted'> => {
  const { display, off, observe } = isObject(value) ? value : {};
  return {
    display: DISPLAYS.find((one) => one === display) ?? 'mark',
    off: off === true,
    observe: observe === true,
  };
};

export async function readSettings(area: Pick<Area, 'get'>): Promise<Settings> {
  const [lang, memory, province, local, sites, muted] = await Promise.all([
    readLang(area),
    readMemory(area),
    readProvince(area),
    readLocal(area),
    stored(area, SITES_KEY),
    stored(area, MUTED_KEY),
  ]);
  const chosen = Object.entries(isObject(sites) ? sites : {}).map(([id, site]) => [id, siteOf(site)] as const);
  return { lang, memory, province, local, sites: Object.fromEntries(chosen), muted: mutedOf(muted) };
}

/** All at once: none of it is half applied. */
export const writeSettings = (
  area: Pick<Area, 'set'>,
  { lang, memory, province, local, sites, muted }: Settings,
): Promise<void> =>
  area.set({
    [LANG_KEY]: lang,
    [MEMORY_KEY]: memory,
    [PROVINCE_KEY]: province,
    [LOCAL_KEY]: local,
    [SITES_KEY]: sites,
    [MUTED_KEY]: muted,
  });

/** Whether two say the same, in whatever order a browser's storage gave them back. */
export function sameSettings(one: Settings, other: Settings): boolean {
  const key = ({ lang, memory, province, local, sites, muted }: Settings) => {
    const named = Object.keys(sites).sort();
    return JSON.stringify([lang, memory, province, local, named.map((id) => [id, siteOf(sites[id])]), muted]);
  };
  return key(one) === key(other);
}

export async function readSite(area: Area, marketplace: string): Promise<SiteChoice> {
  const [sites, muted] = await Promise.all([stored(area, SITES_KEY), stored(area, MUTED_KEY)]);
  const site = isObject(sites) && Object.hasOwn(sites, marketplace) ? sites[marketplace] : null;
  const mine = `${marketplace}/`;
  return {
    ...siteOf(site),
    muted: mutedOf(muted)
      .filter((key) => key.startsWith(mine))
      .map((key) => key.slice(mine.length)),
  };
}

export async function writeSite(
  area: Area,
  marketplace: string,
  change: Partial<Omit<SiteChoice, 'muted'>>,
): Promise<void> {
  const sites = await stored(area, SITES_KEY);
  const { muted: _, ...known } = await readSite(area, marketplace);
  const next = { ...known, ...change };
  await area.set({ [SITES_KEY]: { ...(isObject(sites) ? sites : {}), [marketplace]: next } });
}

export async function mute(area: Area, marketplace: string, key: string): Promise<void> {
  const known = mutedOf(await stored(area, MUTED_KEY)).filter((one) => one !== `${marketplace}/${key}`);
  await area.set({ [MUTED_KEY]: [...known, `${marketplace}/${key}`].slice(-MAX_MUTED) });
}

export async function unmuteAll(area: Area, marketplace: string): Promise<void> {
  const known = mutedOf(await stored(area, MUTED_KEY));
  await area.set({ [MUTED_KEY]: known.filter((one) => !one.startsWith(`${marketplace}/`)) });
}
