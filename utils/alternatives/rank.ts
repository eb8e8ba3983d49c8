// Which goods of a pool can take the place of a listing, the best first, each with its reasons. Pure; for extension and command
// line. Never for money: nothing here knows who pays.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { memo } from '../knowledge/memo.ts';
import { type Fit, openCompare, type Reason } from './compare.ts';
import { type Goods, goodsOf, type Offer } from './goods.ts';
import { type Kin, openKin } from './kin.ts';
import { openPool, type Pool, type PoolEntry, packPool } from './pool.ts';

export type { Reason } from './compare.ts';

export interface Candidate extends Offer {
  id: string;
}

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

/** What is sold must be this near to what is looked for (just so a catch-all kind is), and fit this well, before anything is offered. */
export const FITS = { kind: 0.89, score: 2.5 };
/** Beside something that fits so well, what fits less is worth a look. */
export const TAIL = { beside: 5, score: 0.3 };
/** The tail is read only while there are fewer results than this, or than are wanted. */
const ENOUGH = 10;

export interface Ranked extends Fit {
  entry: PoolEntry;
}

/** Whether it may be offered by itself. */
export const fits = ({ kind, score }: Fit): boolean => kind >= FITS.kind && score >= FITS.score;

/** Those of a pool that may take the place of goods, the best first; none when none fits. */
export function openRanking(
  pool: Pool,
  knowledge: Knowledge,
): (wanted: Goods, wish: { most: number; province: string | null }) => Ranked[] {
  const kin = openKin(knowledge);
  /** As in BM25. */
  const weigh = memo((word) => {
    const count = pool.count(word);
    return Math.log(1 + (pool.size - count + 0.5) / (count + 0.5));
  });
  return (wanted, { most, province }) => {
    const compare = openCompare(wanted, weigh, kin, province);
    const seen = new Set<string>();
    const ranked: Ranked[] = [];
    const read = (nearness: (kin: Kin) => boolean) => {
      for (const { id } of wanted.kinds)
        for (const [kind, how] of kin(id))
          if (nearness(how))
            for (const entry of pool.of(kind)) {
              if (seen.has(entry.id)) continue;
              seen.add(entry.id);
              const fit = compare(entry.goods);
              if (fit && fit.score >= TAIL.score) ranked.push({ entry, ...fit });
            }
    };
    read((how) => how !== 'distant');
    const found = ranked.filter(fits);
    const hasTail = found.some(({ score }) => score >= TAIL.beside);
    if (hasTail && ranked.length < Math.max(most, ENOUGH)) read((how) => how === 'distant');
    const offered = hasTail ? ranked : found;
    return offered.sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1)).slice(0, most);
  };
}

/** The goods of a pool of listings, packed. */
export const packOffers = (candidates: readonly Candidate[], knowledge: Knowledge): string =>
  packPool(candidates.map((candidate) => ({ id: candidate.id, goods: goodsOf(candidate, knowledge), detail: '' })));

export function openAlternatives(
  candidates: readonly Candidate[] | string,
  knowledge: Knowledge,
): (listing: Offer, wish: Wish) => Alternative[] {
  const packed = typeof candidates === 'string' ? candidates : packOffers(candidates, knowledge);
  const rank = openRanking(openPool(packed), knowledge);
  return (listing, { most, province = null }) =>
    rank(goodsOf(listing, knowledge), { most, province }).map(({ entry, score, reasons }) => ({
      id: entry.id,
      score: Math.round(score * 1_000) / 1_000,
      reasons,
    }));
}
