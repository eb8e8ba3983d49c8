// The brands that a title names, and of which of them the name is the maker's: "Kaos Razer" and "Brownies Nutella" are made
// by somebody here.
import type { Brand } from '../knowledge/brand.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Sentence } from './reading.ts';

/** Words in front of the title's own, set apart: "[READY STOCK]", "PROMO!". */
const PREAMBLE = 4;
/** A kind's score that is believed beside a brand whose trade sells that kind. */
const LIKELY_KIND = 0.8;
/** More brands than these in a title are a heap. */
const BRANDS = 5;

export interface InTitle {
  brand: Brand;
  /** As printed. */
  words: string;
  /**
   * It opens the title, or the title opens with goods that no small maker makes under such a name ("Power bank Anker"). What
   * stands before a name may otherwise be what is sold.
   */
  makers: boolean;
}

interface Spot extends Omit<InTitle, 'makers'> {
  opens: boolean;
}

/** Each spelling once, in order. */
export function brandsInTitle(title: string, sentences: readonly Sentence[], knowledge: Knowledge): InTitle[] {
  const spots = new Map<string, Spot>();
  /** Words, counted from the title's begin, with which it may be said to open. */
  const openings = new Set<number>();
  let before = 0;
  for (const { tokens, brandStands } of sentences) {
    for (let at = 0; at < tokens.length && before + at <= PREAMBLE; at++)
      if (tokens[at - 1]?.segment !== tokens[at]?.segment) openings.add(before + at);
    for (let at = 0; at < tokens.length; at++) {
      const found = knowledge.brand(tokens, at);
      if (!found) continue;
      const { entry: brand, length } = found;
      const start = at;
      at += length - 1;
      const opens = openings.has(before + start);
      // "Xiaomi Redmi", "Sony Playstation": the next name opens it as well.
      if (opens) openings.add(before + at + 1);
      const words = title.slice(tokens[start]?.start, tokens[at]?.end);
      if (brand.field || spots.has(words) || spots.size === BRANDS) continue;
      if (brandStands(start, brand.host)) spots.set(words, { brand, words, opens });
    }
    before += tokens.length;
  }
  if (spots.size === 0) return [];
  const all = sentences.flatMap(({ tokens }) => tokens);
  const kind = knowledge.kind(all);
  const isSure = kind !== null && kind.score >= LIKELY_KIND && openings.has(kind.start);
  const sells = ({ trade: id }: Brand): boolean => {
    const trade = knowledge.trade(id);
    return (isSure && trade.sells(kind.id)) || [...openings].some((at) => trade.opensAt(all, at));
  };
  return [...spots.values()].map(({ opens, ...spot }) => ({ ...spot, makers: opens || sells(spot.brand) }));
}
