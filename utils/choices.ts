// What the user may choose, as values: the language; per marketplace how imports are shown and whether it is off; which shops
// and listings are left without a badge. `settings.ts` stores it.
import type { Listing } from './listing/listing.ts';

export type Lang = 'id' | 'en';
export const LANGS: readonly Lang[] = ['id', 'en'];

/** How imports look on pages of many cards. */
export const DISPLAYS = ['mark', 'dim', 'hide'] as const;
export type Display = (typeof DISPLAYS)[number];

/** What was chosen for one marketplace. */
export interface SiteChoice {
  display: Display;
  off: boolean;
  /** The page's own answers may be read. */
  observe: boolean;
  /** Shops and listings without a badge, as `muteKeys` names them. */
  muted: string[];
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
