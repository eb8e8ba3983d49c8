// A listing → up to three that small makers in Indonesia make instead, from the ruleset's directory: nothing when nothing fits.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { MarketplaceMap } from '../knowledge/map.ts';
import type { Reason } from './compare.ts';
import { type DirectoryEntry, readEntry } from './entry.ts';
import { goodsOf, type Offer } from './goods.ts';
import { openPool } from './pool.ts';
import { fits, openRanking, type Ranked } from './rank.ts';
import { searchAddress } from './search.ts';

export interface Suggestion {
  type: DirectoryEntry['type'];
  id: string;
  name: string;
  title: string | null;
  kind: KindName;
  place: string | null;
  scale: DirectoryEntry['scale'] | null;
  /** Rupiah: of a product. */
  price: number | null;
  /** Rupiah: what goods of the kind usually cost; null when nobody measured it, or it says nothing. */
  usual: { low: number; high: number } | null;
  reasons: Reason[];
  source: string;
  /** The day on which somebody last looked at it. */
  reviewed: string;
  link: { address: string; opens: 'product' | 'shop' | 'search'; marketplace: string; words: string | null };
}

export interface KindName {
  id: string;
  /** In Indonesian and in English. */
  name: string;
  english: string;
}

export interface Suggestions {
  /** Null: the title names no kind. */
  kind: KindName | null;
  /** The best first; at most three. */
  suggestions: Suggestion[];
  /** Whether small makers make such goods at all: else nobody is asked for a proposal. */
  makable: boolean;
}

export interface Circumstances {
  /** YYYY-MM-DD. */
  day: string;
  /** The marketplace that the shopper is on. */
  map: MarketplaceMap;
  /** Set by the shopper; code of a province. */
  province: string | null;
}

const MOST = 3;
/** A maker of a close kind stands beside the very same kind from here on. */
const WELL = 4.5;
/** Small makers first, then those looked at lately. */
const BY_SCALE = { umkm: 0.2, large: -0.6 };
const BY_AGE = 0.2;
const DAY = 86_400_000;

interface Offered extends Ranked {
  said: DirectoryEntry;
}

/** The entry while it is fresh, with what its scale and age do to its score. */
function fresh(ranked: Ranked, day: string, knowledge: Knowledge): Offered[] {
  const said = readEntry(ranked.entry.detail);
  if (!said) return [];
  const days = (Date.parse(day) - Date.parse(said.reviewed)) / DAY;
  const limit = knowledge.parameter(`directory.${said.type === 'cluster' ? 'cluster' : 'maker'}-days`, day) ?? 0;
  // Whoever wrote a day that has not come wanted it never to end; clocks may differ by one.
  if (!(days <= limit && days >= -1)) return [];
  const score = ranked.score + (said.scale ? BY_SCALE[said.scale] : 0) - (BY_AGE * Math.max(0, days)) / limit;
  return [{ ...ranked, score, said }];
}

const isSame = ({ reasons }: Offered) => reasons.includes('same-kind');

/**
 * Each owner once. Close kinds are for where nobody makes the very same; but where a maker or a product fits well, one of them is
 * among the few.
 */
function various(offered: readonly Offered[]): Offered[] {
  const owners = new Set<string>();
  const each = offered.filter(({ said: { owner } }) => !owners.has(owner) && owners.add(owner));
  const same = each.filter(isSame);
  const few = (same.length > 0 ? same : each).slice(0, MOST);
  const maker = each.find((one) => one.said.type !== 'cluster' && (isSame(one) || one.score >= WELL));
  if (maker && !few.some(({ said }) => said.type !== 'cluster')) few.splice(MOST - 1, 1, maker);
  return few;
}

/** A plain page of this marketplace, spelled as a browser spells it: nobody logs in by it, and nobody is paid for it. */
function isPageOf(address: string, { hosts }: MarketplaceMap): boolean {
  const url = URL.parse(address);
  return url !== null && hosts.includes(url.hostname) && address === `https://${url.hostname}${url.pathname}`;
}

function linkOf(
  said: DirectoryEntry,
  { map }: Circumstances,
  all: readonly MarketplaceMap[],
): Suggestion['link'] | null {
  const own = said.links?.[map.id];
  if (own && isPageOf(own, map))
    return { address: own, opens: said.type === 'product' ? 'product' : 'shop', marketplace: map.name, words: null };
  const on = map.search ? map : all.find(({ search }) => search?.elsewhere);
  const address = on && searchAddress(on, said.search);
  return on && address ? { address, opens: 'search', marketplace: on.name, words: said.search } : null;
}

/** Prices that lie further apart tell a shopper nothing. */
const WIDEST = 12;

function usualOf(kind: string, knowledge: Knowledge): Suggestion['usual'] {
  const usual = knowledge.notices().usualPrice(kind);
  return usual && usual.high / usual.low <= WIDEST ? { low: usual.low, high: usual.high } : null;
}

export function openSuggestions(knowledge: Knowledge): (listing: Offer, circumstances: Circumstances) => Suggestions {
  const rank = openRanking(openPool(knowledge.directory()), knowledge);
  const kinds = new Map(knowledge.kindList().map((kind) => [kind.id, kind]));
  const nameOf = (id: string): KindName => {
    const { name = id, english = id } = kinds.get(id) ?? {};
    return { id, name, english };
  };
  return (listing, circumstances) => {
    const wanted = goodsOf(listing, knowledge);
    const kind = wanted.kinds[0] ? nameOf(wanted.kinds[0].id) : null;
    const makable = kind !== null && kinds.get(kind.id)?.made !== 'no';
    if (!makable) return { kind, suggestions: [], makable };
    const { day, province } = circumstances;
    // "Lampu sepeda" and a bicycle are one mixed kind: only what the very words name takes its place.
    const isNamed = ({ entry }: Ranked) =>
      wanted.head.length > 0 && wanted.head.every((word) => entry.goods.words.includes(word));
    const isMixed = kinds.get(kind.id)?.mixed === true;
    const offered = rank(wanted, { most: Number.POSITIVE_INFINITY, province })
      .filter((ranked) => fits(ranked) && (!isMixed || isNamed(ranked)))
      .flatMap((ranked) => fresh(ranked, day, knowledge))
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
    const suggestions = various(offered).flatMap(({ entry, said, reasons }): Suggestion[] => {
      const link = linkOf(said, circumstances, knowledge.maps());
      const { type, name, place, scale, source, reviewed } = said;
      if (!link) return [];
      const usual = usualOf(said.kind, knowledge);
      return [
        {
          type,
          id: entry.id,
          name,
          title: said.title ?? null,
          kind: nameOf(said.kind),
          place: place ?? null,
          scale: scale ?? null,
          price: entry.goods.price,
          usual,
          // The words of the kind itself are no reason of their own.
          reasons: reasons.filter((reason) => reason !== 'same-words'),
          source,
          reviewed,
          link,
        },
      ];
    });
    return { kind, suggestions, makable };
  };
}
