// Which goods of a pool can take the place of a listing, the best first, each with its reasons. Pure; for extension and command
// line. Never for money: nothing here knows who pays.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Goods, goodsOf, type Offer } from './goods.ts';

export interface Candidate extends Offer {
  id: string;
}

/** Why it is offered, as keys; their words stand in message files. */
export type Reason = 'same-kind' | 'similar-kind' | 'same-audience' | 'same-words' | 'similar-price' | 'near';

export interface Alternative {
  id: string;
  score: number;
  reasons: Reason[];
}

export interface Wish {
  most: number;
  /** Where the shopper is, set by the shopper: code of a province, "33". */
  province?: string | null;
}

/** Measured on judged pairs of real listings; only their relations matter. */
const WEIGHTS = {
  kind: 3,
  /** "sandal-jepit" for "sandal-selop". */
  family: 1.5,
  group: 1,
  /** All words by which the kind is named, and all words of the title, rare ones more. */
  head: 2,
  words: 3,
  audience: 0.3,
  otherAudience: -1.2,
  price: 0.1,
  near: 0.1,
};
/** Below this it is no alternative. */
const LEAST = 3;
/** Prices within this factor are of one band. */
const BAND = 2;
/** Words that many titles have in common find nothing. */
const MOST_BY_WORD = 2_000;

/** What kinds of one family share: "sandal" in "sandal-selop". These say for whom, or nothing. */
const NO_FAMILY = new Set(['anak', 'bayi', 'pria', 'wanita', 'lain', 'umum']);
const familyOf = (kind: string): string[] => kind.split('-').filter((part) => !NO_FAMILY.has(part));

export function openAlternatives(
  candidates: readonly Candidate[],
  knowledge: Knowledge,
): (listing: Offer, wish: Wish) => Alternative[] {
  const pool = candidates.map((candidate) => ({ id: candidate.id, goods: goodsOf(candidate, knowledge) }));
  const lists = new Map<string, number[]>();
  const file = (key: string, at: number) => {
    const list = lists.get(key);
    if (list) list.push(at);
    else lists.set(key, [at]);
  };
  pool.forEach(({ goods }, at) => {
    if (goods.kind) file(`group ${goods.kind.group}`, at);
    for (const part of familyOf(goods.kind?.id ?? '')) file(`family ${part}`, at);
    for (const word of goods.words) file(`word ${word}`, at);
  });
  /** How much a word tells: rare ones more (as in BM25). */
  const weightOf = (word: string): number => {
    const count = lists.get(`word ${word}`)?.length ?? 0;
    return Math.log(1 + (pool.length - count + 0.5) / (count + 0.5));
  };

  function near(wanted: Goods): Set<number> {
    const found = new Set<number>();
    const keys = [
      ...(wanted.kind
        ? [`group ${wanted.kind.group}`, ...familyOf(wanted.kind.id).map((part) => `family ${part}`)]
        : []),
      ...wanted.words.map((word) => `word ${word}`),
    ];
    for (const key of keys) {
      const list = lists.get(key) ?? [];
      if (list.length <= MOST_BY_WORD || !key.startsWith('word ')) for (const at of list) found.add(at);
    }
    return found;
  }

  return (listing, { most, province = null }) => {
    const wanted = goodsOf(listing, knowledge);
    const weights = new Map(wanted.words.map((word) => [word, weightOf(word)]));
    const results: Alternative[] = [];
    for (const at of near(wanted)) {
      const candidate = pool[at];
      if (!candidate) continue;
      const { score, reasons } = compare(wanted, candidate.goods, weights, province);
      if (score >= LEAST) results.push({ id: candidate.id, score: Math.round(score * 1_000) / 1_000, reasons });
    }
    return results.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
  };
}

function compare(
  wanted: Goods,
  offered: Goods,
  weights: ReadonlyMap<string, number>,
  province: string | null,
): { score: number; reasons: Reason[] } {
  const reasons: Reason[] = [];
  let score = 0;
  const add = (weight: number, reason?: Reason) => {
    score += weight;
    if (reason && !reasons.includes(reason)) reasons.push(reason);
  };

  if (wanted.kind && offered.kind) {
    const [mine, theirs] = [wanted.kind, offered.kind];
    if (mine.id === theirs.id) add(WEIGHTS.kind * Math.min(1, theirs.score), 'same-kind');
    else {
      const family = new Set(familyOf(theirs.id));
      if (familyOf(mine.id).some((part) => family.has(part))) add(WEIGHTS.family, 'similar-kind');
      if (mine.group === theirs.group) add(WEIGHTS.group);
    }
  }
  const has = new Set(offered.words);
  const share = (words: readonly string[], weight: (word: string) => number) => {
    const all = words.reduce((sum, word) => sum + weight(word), 0);
    return all === 0 ? 0 : words.reduce((sum, word) => sum + (has.has(word) ? weight(word) : 0), 0) / all;
  };
  add(WEIGHTS.head * share(wanted.head, () => 1));
  const words = share(wanted.words, (word) => weights.get(word) ?? 0);
  add(WEIGHTS.words * words, words >= 0.3 ? 'same-words' : undefined);
  if (wanted.audience.size > 0 && offered.audience.size > 0) {
    const shared = [...wanted.audience].some((who) => offered.audience.has(who));
    if (shared) add(WEIGHTS.audience, 'same-audience');
    else add(WEIGHTS.otherAudience);
  }
  if (wanted.price && offered.price) {
    const ratio = offered.price / wanted.price;
    if (ratio <= BAND && ratio >= 1 / BAND) add(WEIGHTS.price, 'similar-price');
  }
  if (province !== null && offered.province === province) add(WEIGHTS.near, 'near');
  return { score, reasons };
}
