// How well goods take the place of other goods, with the reasons. Pure, and for every pair alike: nothing here knows who sells
// or pays.
import type { Goods } from './goods.ts';
import type { Kin } from './kin.ts';

/** Why something is offered, as keys; their words stand in message files. */
export type Reason =
  | 'same-kind'
  | 'similar-kind'
  | 'same-audience'
  | 'same-age'
  | 'same-words'
  | 'similar-price'
  | 'near';

export interface Fit {
  score: number;
  reasons: Reason[];
  /** How near what is sold is to what was looked for: at most WEIGHTS.same. Gifts and parts of a set add nothing. */
  kind: number;
}

/** Measured on judged pairs of real listings; only their relations matter. */
export const WEIGHTS = {
  same: 3,
  close: 2,
  distant: 0.6,
  /** The words by which the kind is named, and all words of both titles, rare ones more. */
  head: 2,
  words: 2.5,
  age: 0.4,
  otherAge: -1.5,
  /** Baby for child. */
  nextAge: -0.5,
  /** Only one of the two says that it is for children. */
  unsaidAge: -0.5,
  sex: 0.4,
  otherSex: -0.7,
  years: 0.6,
  otherYears: -0.6,
  price: 0.1,
  near: 0.1,
};
/** Prices within this factor are of one band. */
const BAND = 2;
/** Shared words weigh this much to be told as a reason. */
const TELLING = 0.25;

/** How much each word tells: rare ones more. */
export type Weigh = (word: string) => number;

const isForYoung = ({ ages }: Goods) => ages.has('child') || ages.has('baby');
function meet<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  for (const item of one) if (other.has(item)) return true;
  return false;
}

/** What the wanted goods are, worked out once for all that are compared with them. */
interface Wanted {
  goods: Goods;
  /** Beside each of its kinds: the kinds near to it. */
  near: { weight: number; kin: ReadonlyMap<string, Kin> }[];
  /** What each of its words tells, and all of them together. */
  weights: readonly number[];
  total: number;
}

function ofKind({ near }: Wanted, offered: Goods) {
  let best = 0;
  let sold = 0;
  let relation: Kin | null = null;
  for (let m = 0; m < near.length; m++)
    for (let t = 0; t < offered.kinds.length; t++) {
      const [mine, theirs] = [near[m], offered.kinds[t]];
      if (!mine || !theirs) continue;
      const how = mine.kin.get(theirs.id);
      if (!how) continue;
      const score = WEIGHTS[how] * mine.weight * theirs.weight;
      if (score > best) {
        best = score;
        relation = how;
      }
      if (m === 0 && t === 0) sold = score;
    }
  return { best, sold, relation };
}

/** How many of the wanted words are among the offered, by what they tell. Long titles hold many words by chance. */
function ofWords({ goods, weights, total }: Wanted, offered: Goods): number {
  let shared = 0;
  for (let i = 0; i < weights.length; i++) if (offered.words.includes(goods.words[i] ?? '')) shared += weights[i] ?? 0;
  return (shared / (total || 1)) * Math.sqrt(weights.length / (offered.words.length || 1));
}

function ofWhom(wanted: Goods, offered: Goods, add: (weight: number, reason?: Reason) => void): void {
  const bothAges = wanted.ages.size > 0 && offered.ages.size > 0;
  const sameAge = bothAges && meet(wanted.ages, offered.ages);
  if (sameAge) add(WEIGHTS.age);
  else if (bothAges) add(isForYoung(wanted) && isForYoung(offered) ? WEIGHTS.nextAge : WEIGHTS.otherAge);
  else if (isForYoung(wanted) !== isForYoung(offered)) add(WEIGHTS.unsaidAge);
  const bothSexes = wanted.sexes.size > 0 && offered.sexes.size > 0;
  const sameSex = bothSexes && meet(wanted.sexes, offered.sexes);
  if (bothSexes) add(sameSex ? WEIGHTS.sex : WEIGHTS.otherSex);
  if ((sameAge && (sameSex || !bothSexes)) || (sameSex && !bothAges)) add(0, 'same-audience');
  if (!wanted.years || !offered.years) return;
  const [from, to] = [Math.max(wanted.years[0], offered.years[0]), Math.min(wanted.years[1], offered.years[1])];
  const shortest = Math.min(wanted.years[1] - wanted.years[0], offered.years[1] - offered.years[0]);
  if (to < from) add(WEIGHTS.otherYears);
  else add(WEIGHTS.years * Math.min(1, (to - from + 0.5) / (shortest + 0.5)), 'same-age');
}

/**
 * Compares goods with what is wanted; null when they are nothing of the kind.
 * @param province Where the shopper is.
 */
export function openCompare(
  goods: Goods,
  weigh: Weigh,
  kin: (kind: string) => ReadonlyMap<string, Kin>,
  province: string | null,
): (offered: Goods) => Fit | null {
  const weights = goods.words.map(weigh);
  const wanted: Wanted = {
    goods,
    near: goods.kinds.map(({ id, weight }) => ({ weight, kin: kin(id) })),
    weights,
    total: weights.reduce((total, weight) => total + weight, 0),
  };
  return (offered) => {
    const reasons: Reason[] = [];
    let score = 0;
    const add = (weight: number, reason?: Reason) => {
      score += weight;
      if (reason) reasons.push(reason);
    };
    const { best, sold, relation } = ofKind(wanted, offered);
    if (best === 0) return null;
    add(best, relation === 'same' ? 'same-kind' : relation === 'close' ? 'similar-kind' : undefined);
    const named = goods.head.filter((word) => offered.words.includes(word)).length;
    add((WEIGHTS.head * named) / (goods.head.length || 1));
    const words = ofWords(wanted, offered);
    add(WEIGHTS.words * words, words >= TELLING ? 'same-words' : undefined);
    ofWhom(goods, offered, add);
    const ratio = goods.price && offered.price ? offered.price / goods.price : 0;
    if (ratio <= BAND && ratio >= 1 / BAND) add(WEIGHTS.price, 'similar-price');
    if (province !== null && offered.province === province) add(WEIGHTS.near, 'near');
    return { score, reasons, kind: sold };
  };
}
