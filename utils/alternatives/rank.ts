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
  family: 2,
  group: 0.5,
  /** All words by which the kind is named, and all words of the title, rare ones more. */
  head: 2,
  words: 3,
  audience: 0.3,
  otherAudience: -1.2,
  price: 0.1,
  near: 0.1,
};
/** Below this it is no alternative. */
const LEAST = 1.5;
/** Prices within this factor are of one band. */
const BAND = 2;
/** Words that many titles have in common find nothing. */
const MOST_BY_WORD = 2_000;

export function openAlternatives(
  candidates: readonly Candidate[],
  knowledge: Knowledge,
): (listing: Offer, wish: Wish) => Alternative[] {
  const { family } = knowledge.likeness();
  const pool = candidates.map((candidate) => ({ id: candidate.id, goods: goodsOf(candidate, knowledge) }));
  const lists = new Map<string, number[]>();
  const file = (key: string, at: number) => {
    const list = lists.get(key);
    if (list) list.push(at);
    else lists.set(key, [at]);
  };
  pool.forEach(({ goods }, at) => {
    if (goods.kind) file(`group ${goods.kind.group}`, at);
    if (goods.kind) file(`kind ${goods.kind.id}`, at);
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
        ? [`group ${wanted.kind.group}`, ...[...family(wanted.kind.id)].map((kind) => `kind ${kind}`)]
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
    const akin = family(wanted.kind?.id ?? '');
    const results: Alternative[] = [];
    for (const at of near(wanted)) {
      const candidate = pool[at];
      if (!candidate) continue;
      const found = compare(wanted, candidate.goods, weights, akin, province);
      if (!found || found.score < LEAST) continue;
      results.push({ id: candidate.id, score: Math.round(found.score * 1_000) / 1_000, reasons: found.reasons });
    }
    return results.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
  };
}

function compare(
  wanted: Goods,
  offered: Goods,
  weights: ReadonlyMap<string, number>,
  family: ReadonlySet<string>,
  province: string | null,
): { score: number; reasons: Reason[] } | null {
  const reasons: Reason[] = [];
  let score = 0;
  const add = (weight: number, reason?: Reason) => {
    score += weight;
    if (reason && !reasons.includes(reason)) reasons.push(reason);
  };

  const [mine, theirs] = [wanted.kind, offered.kind];
  const sure = Math.min(1, theirs?.score ?? 0);
  if (mine && mine.id === theirs?.id) add(WEIGHTS.kind * sure, 'same-kind');
  else if (theirs && family.has(theirs.id)) add(WEIGHTS.family * sure, 'similar-kind');
  if (mine && mine.group === theirs?.group) add(WEIGHTS.group);
  const has = new Set(offered.words);
  const share = (words: readonly string[], weight: (word: string) => number) => {
    const all = words.reduce((sum, word) => sum + weight(word), 0);
    return all === 0 ? 0 : words.reduce((sum, word) => sum + (has.has(word) ? weight(word) : 0), 0) / all;
  };
  const head = share(wanted.head, () => 1);
  add(WEIGHTS.head * head);
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
  // Whatever else agrees: a watch in a parcel with socks takes the place of no socks.
  const fits =
    reasons.includes('same-kind') || reasons.includes('similar-kind') || (sure < 1 && (mine ? head : words) >= 0.99);
  return fits ? { score, reasons } : null;
}
