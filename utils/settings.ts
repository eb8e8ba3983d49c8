// What the user chose, kept in the browser's storage: the language; per marketplace how imports are shown and whether it is
// off; which shops and listings are left without a badge. What is stored is checked on reading: odd values count as unset.
import type { Listing } from './listing/listing.ts';
import type { Lang } from './messages.ts';

export const LANGS: readonly Lang[] = ['id', 'en'];
export const LANG_KEY = 'lang';
export const SITES_KEY = 'sites';
export const MUTED_KEY = 'muted';

/** How imports look on pages of many cards. */
export const DISPLAYS = ['mark', 'dim', 'hide'] as const;
export type Display = (typeof DISPLAYS)[number];

/** What was chosen for one marketplace. */
export interface SiteChoice {
  display: Display;
  off: boolean;
  /** Shops and listings without a badge, as `muteKeys` names them. */
  muted: string[];
}

/** Of all marketplaces together; the oldest go first. */
const MAX_MUTED = 500;

/** The part of browser.storage that settings need, so that each side may bring its own browser object. */
interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const stored = async (area: Area, key: string): Promise<unknown> =>
  (await area.get(key).catch((): Record<string, unknown> => ({})))[key];

export const readLang = async (area: Area): Promise<Lang> => ((await stored(area, LANG_KEY)) === 'en' ? 'en' : 'id');

export const writeLang = (area: Area, lang: Lang): Promise<void> => area.set({ [LANG_KEY]: lang });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 300;

const mutedOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText).slice(-MAX_MUTED) : []);

export async function readSite(area: Area, marketplace: string): Promise<SiteChoice> {
  const [sites, muted] = await Promise.all([stored(area, SITES_KEY), stored(area, MUTED_KEY)]);
  const site = isObject(sites) && Object.hasOwn(sites, marketplace) ? sites[marketplace] : null;
  const { display, off } = isObject(site) ? site : {};
  const mine = `${marketplace}/`;
  return {
    display: DISPLAYS.find((one) => one === display) ?? 'mark',
    off: off === true,
    muted: mutedOf(muted)
      .filter((key) => key.startsWith(mine))
      .map((key) => key.slice(mine.length)),
  };
}

export async function writeSite(
  area: Area,
  marketplace: string,
  change: Partial<Pick<SiteChoice, 'display' | 'off'>>,
): Promise<void> {
  const sites = await stored(area, SITES_KEY);
  const { display, off } = await readSite(area, marketplace);
  const next = { display, off, ...change };
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

/** The names under which this listing and its shop are muted; null where the page names none. */
export function muteKeys({ id, url, seller }: Listing): { listing: string | null; shop: string | null } {
  const listing = id ?? url;
  const shop = seller?.name ?? seller?.id ?? null;
  return { listing: listing && `listing/${listing}`, shop: shop && `shop/${shop}` };
}

export function isMuted({ muted }: SiteChoice, listing: Listing): boolean {
  if (muted.length === 0) return false;
  const { listing: one, shop } = muteKeys(listing);
  return (one !== null && muted.includes(one)) || (shop !== null && muted.includes(shop));
}
