// What notices rest on: laws with their dates, which goods they concern, usual prices. Data only; what follows from them is
// decided in origin.
import * as v from 'valibot';
import { lineOf } from './lines.ts';
import type { Token } from './tokens.ts';

const texts = v.array(v.string());
/** A rule by its name and the day since which it holds. */
const law = { law: v.string(), since: v.string() };

/** As stored; all words normalised. */
export const NoticesSchema = v.strictObject({
  priceFloor: v.strictObject({
    ...law,
    exempt: v.string(),
    exemptSince: v.string(),
    goods: texts,
    groups: texts,
    kinds: texts,
    words: texts,
    categories: texts,
  }),
  closed: v.strictObject({
    ...law,
    marketplaces: texts,
    categories: v.array(v.strictObject({ name: v.string(), kinds: texts, perhaps: texts, words: texts })),
  }),
  contradiction: v.strictObject({ ...law, phrases: texts }),
  priceLow: v.strictObject({
    spread: v.number(),
    listings: v.number(),
    groups: texts,
    measured: v.string(),
    unless: texts,
  }),
  registration: v.strictObject({
    partly: texts,
    cut: texts,
    mentions: texts,
    unless: texts,
    offices: v.array(v.strictObject({ ...law, office: v.string(), kinds: texts, unless: texts })),
  }),
  /** A line a kind, sorted: kind, low, high, listings, years. */
  prices: v.string(),
});
export type StoredNotices = v.InferOutput<typeof NoticesSchema>;

export interface Law {
  law: string;
  /** YYYY-MM-DD. */
  since: string;
}

/** Prices at sellers in Indonesia, in rupiah: one in ten is below `low`, one in ten above `high`. */
export interface UsualPrice {
  low: number;
  high: number;
  listings: number;
  years: string;
}

/** A title as rules on goods read it. */
export interface Goods {
  title: readonly Token[];
  kind: { id: string; group: string } | null;
  /** The kind, when it may be relied on. */
  sure: { id: string; group: string } | null;
}

export interface Notices extends Pick<StoredNotices, 'contradiction' | 'priceLow'> {
  /** The price floor, and what exempts goods from it. */
  floor: Law & { exempt: string; exemptSince: string };
  /**
   * Whether the price floor may concern such goods. Not where a kind, a word of the title or of a category is exempt, nor
   * where nothing tells goods from a book, a film, a software, or music.
   */
  isUnderFloor(goods: Goods, category: readonly (readonly Token[])[]): boolean;
  /** The category that this marketplace closed to sellers from abroad, in which the goods lie. */
  closed(marketplace: string, goods: Goods): (Law & { category: string }) | null;
  /** Whether a title speaks of several pieces, a part, or used goods, so that its price can't be compared. */
  hasOwnPrice(title: readonly Token[]): boolean;
  usualPrice(kind: string): UsualPrice | null;
  /** Who registers such goods; null when they need no number, or it is not certain. */
  registeredBy(goods: Goods): (Law & { office: string }) | null;
  /** Whether something like a registration number stands in a text, well formed or not. */
  mentionsNumber(text: readonly Token[]): boolean;
  /** Whether a marketplace's description may be a part of what the seller wrote, or ends as if it went on. */
  isPart(marketplace: string, description: readonly Token[]): boolean;
}

/** Whether one of these runs of words stands in a text. */
function hasAny(text: readonly Token[], runs: readonly string[]): boolean {
  const words = ` ${text.map((token) => token.text).join(' ')} `;
  return runs.some((run) => words.includes(` ${run} `));
}

/** A number has at least so many digits. */
const DIGITS = 5;
/** It begins at most so many words after it is named ("BPOM RI No. 12..."). */
const FAR = 5;
const digitsOf = (text: string) => text.replace(/\D/g, '').length;

export function openNotices(stored: StoredNotices): Notices {
  const { priceFloor, closed, registration, prices } = stored;
  const { law, since, exempt, exemptSince } = priceFloor;
  const names = new Set(registration.mentions);
  return {
    contradiction: stored.contradiction,
    priceLow: stored.priceLow,
    floor: { law, since, exempt, exemptSince },
    isUnderFloor({ title, kind, sure }, category) {
      if (kind && (priceFloor.groups.includes(kind.group) || priceFloor.kinds.includes(kind.id))) return false;
      if (hasAny(title, priceFloor.words)) return false;
      if (category.some((name) => hasAny(name, priceFloor.categories))) return false;
      return sure !== null || category.length > 0 || (kind !== null && hasAny(title, priceFloor.goods));
    },
    closed(marketplace, { title, sure }) {
      if (!sure || !closed.marketplaces.includes(marketplace)) return null;
      const found = closed.categories.find(
        ({ kinds, perhaps, words }) => kinds.includes(sure.id) || (perhaps.includes(sure.id) && hasAny(title, words)),
      );
      return found ? { law: closed.law, since: closed.since, category: found.name } : null;
    },
    hasOwnPrice: (title) => hasAny(title, stored.priceLow.unless),
    usualPrice(kind) {
      const [low, high, listings, years] = lineOf(prices, kind)?.split('\t') ?? [];
      return years ? { low: Number(low), high: Number(high), listings: Number(listings), years } : null;
    },
    registeredBy({ title, sure }) {
      const office = sure && registration.offices.find(({ kinds }) => kinds.includes(sure.id));
      if (!office || hasAny(title, registration.unless) || hasAny(title, office.unless)) return null;
      return { law: office.law, since: office.since, office: office.office };
    },
    mentionsNumber: (text) =>
      text.some(({ text: word }, at) => {
        if (names.has(word.replace(/\d.*$/, '')) && digitsOf(word) >= DIGITS) return true;
        if (!names.has(word)) return false;
        return (
          digitsOf(
            text
              .slice(at + 1, at + 1 + FAR)
              .map((token) => token.text)
              .join(''),
          ) >= DIGITS
        );
      }),
    isPart: (marketplace, description) =>
      registration.partly.includes(marketplace) || hasAny(description.slice(-FAR), registration.cut),
  };
}
