// How well the maps read, kept in this browser: for each marketplace, kind of page and field the share of the last pages on
// which it was found. When a field that a map counts on is found much less than expected, the map has rotted: the
// marketplace was redesigned. Field names and shares only, never what was read.
import type { MarketplaceMap } from './knowledge/map.ts';

/** Share of the pages on which a field that the page loop waits for is expected. */
const USUAL = 0.9;
/** Each page counts this much; so about the last twenty are remembered. */
const WEIGHT = 0.1;
/** Pages before anything is said: a few odd ones are no redesign. */
const LEAST = 10;
/** Below this part of what is expected, the map needs mending. */
const FALLEN = 0.6;

export type SeenPage = 'product' | 'results' | 'shop';

/** By "product/seller" below the marketplace's id; `share` is 0 to 1. */
export type Health = Record<string, Record<string, { pages: number; share: number }>>;

export interface Rot {
  page: SeenPage;
  field: string;
  /** 0 to 1, of about the last twenty pages. */
  share: number;
  expected: number;
}

/** What the map counts on, by kind of page: fields of a product page, "cards" elsewhere. */
function expectations(map: MarketplaceMap): [page: SeenPage, field: string, expected: number][] {
  const { wait, expect = {} } = map.product;
  const fields = [...new Set([...wait, ...Object.keys(expect)])] as (keyof typeof expect)[];
  return [
    ...fields.map((field): [SeenPage, string, number] => ['product', field, expect[field] ?? USUAL]),
    ...(map.cards.length ? ([['results', 'cards', USUAL]] as [SeenPage, string, number][]) : []),
  ];
}

/** Notes what one page gave. */
export function noteSeen(health: Health, map: MarketplaceMap, page: SeenPage, found: readonly string[]): Health {
  const mine = { ...health[map.id] };
  for (const [where, field] of expectations(map)) {
    if (where !== page) continue;
    const { pages, share } = mine[`${page}/${field}`] ?? { pages: 0, share: 1 };
    const weight = Math.max(WEIGHT, 1 / (pages + 1));
    mine[`${page}/${field}`] = { pages: pages + 1, share: share + weight * (Number(found.includes(field)) - share) };
  }
  return { ...health, [map.id]: mine };
}

/** The fields that this map no longer finds as it should. */
export function rotOf(health: Health, map: MarketplaceMap): Rot[] {
  return expectations(map).flatMap(([page, field, expected]) => {
    const seen = health[map.id]?.[`${page}/${field}`];
    const fallen = seen && seen.pages >= LEAST && seen.share < FALLEN * expected;
    return fallen ? [{ page, field, share: Math.round(100 * seen.share) / 100, expected }] : [];
  });
}

/** What can be copied and sent to volunteers: field names and shares. */
export function rotNote(map: string, rules: string, rot: readonly Rot[]): string {
  const lines = rot.map(
    ({ page, field, share, expected }) =>
      `${page}.${field}: ${Math.round(100 * share)} % (${Math.round(100 * expected)} %)`,
  );
  return [`CekAsal, peta ${map}, aturan ${rules}`, ...lines].join('\n');
}
