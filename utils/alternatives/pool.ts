// Goods as one text of sorted lines, which is ready as soon as it is read, however many there are: under each kind the goods
// that are of it, and how many goods use a word.
import { lineFrom, lineOf, sortLines } from '../knowledge/lines.ts';
import { memo } from '../knowledge/memo.ts';
import type { Age, Goods, Sex } from './goods.ts';

export interface PoolEntry {
  id: string;
  goods: Goods;
  /** What whoever packed it adds: one line of text. */
  detail: string;
}

export interface Pool {
  /** How many goods there are. */
  size: number;
  /** How many of them use a word. */
  count(word: string): number;
  /** Those of a kind, also of the kinds that a title names beside what is sold. */
  of(kind: string): PoolEntry[];
}

/** Sorts before every kind. */
const SIZE = '#';
const WORD = '#';

const numberOf = (text: string): number | null => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null);
const round = (weight: number): number => Math.round(weight * 100) / 100;

function lineOfEntry({ id, goods, detail }: PoolEntry): string {
  const { kinds, words, ages, sexes, years, price, province } = goods;
  return [
    id,
    kinds.map(({ id, weight }) => `${id}:${round(weight)}`).join(' '),
    words.join(' '),
    [...ages].join(' '),
    [...sexes].join(' '),
    years?.join(' ') ?? '',
    price ?? '',
    province ?? '',
    detail,
  ].join('\t');
}

const list = (text: string) => (text === '' ? [] : text.split(' '));
// Thousands of lines say the same in these fields.
const agesOf = memo((text): ReadonlySet<Age> => new Set(list(text) as Age[]));
const sexesOf = memo((text): ReadonlySet<Sex> => new Set(list(text) as Sex[]));
const kindsOf = memo((text) =>
  list(text).map((one) => {
    const at = one.lastIndexOf(':');
    return { id: one.slice(0, at), weight: Number(one.slice(at + 1)) };
  }),
);

function yearsOf(text: string): Goods['years'] {
  const [youngest, oldest] = list(text).map(Number);
  return youngest === undefined || oldest === undefined ? null : [youngest, oldest];
}

function entryOfLine(line: string): PoolEntry {
  const [id = '', kinds = '', words = '', ages = '', sexes = '', years = '', price = '', province = '', ...detail] =
    line.split('\t');
  return {
    id,
    goods: {
      kinds: kindsOf(kinds),
      head: [],
      words: list(words),
      ages: agesOf(ages),
      sexes: sexesOf(sexes),
      years: yearsOf(years),
      price: numberOf(price),
      province: province || null,
    },
    detail: detail.join('\t'),
  };
}

/** Goods of no kind are left out: nothing finds them. Same entries, same text. */
export function packPool(entries: readonly PoolEntry[]): string {
  const counts = new Map<string, number>();
  for (const { goods } of entries) for (const word of goods.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return sortLines([
    `${SIZE}\t${entries.length}`,
    ...[...counts].filter(([, count]) => count > 1).map(([word, count]) => `${WORD}${word}\t${count}`),
    ...entries.flatMap((entry) => {
      const line = lineOfEntry(entry);
      return [...new Set(entry.goods.kinds.map(({ id }) => id))].map((kind) => `${kind}\t${line}`);
    }),
  ]);
}

export function openPool(packed: string): Pool {
  return {
    size: Number(lineOf(packed, SIZE) ?? 0),
    // What is not written is used once, or never, which weighs as much.
    count: (word) => Number(lineOf(packed, `${WORD}${word}`) ?? 1),
    of(kind) {
      const key = `${kind}\t`;
      const found: PoolEntry[] = [];
      for (let at = lineFrom(packed, key); packed.startsWith(key, at); ) {
        const end = packed.indexOf('\n', at);
        found.push(entryOfLine(packed.slice(at + key.length, end < 0 ? packed.length : end)));
        if (end < 0) break;
        at = end + 1;
      }
      return found;
    },
  };
}
