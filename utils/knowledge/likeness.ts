// What makes goods alike: kinds that can take each other's place, and the words of a title as they are compared: one spelling for
// one meaning, none that say nothing, and for whom the goods are.
import * as v from 'valibot';
import { memo } from './memo.ts';
import type { Token } from './tokens.ts';

export const AUDIENCES = ['men', 'women', 'children', 'babies', 'adults'] as const;
export type Audience = (typeof AUDIENCES)[number];

const words = v.array(v.string());
export const LikenessSchema = v.strictObject({
  /** Kinds that can take each other's place. */
  families: v.array(words),
  /** The first of a row is used for all of it. Normalised, as are the others. */
  same: v.array(words),
  audience: v.strictObject({ men: words, women: words, children: words, babies: words, adults: words }),
  /** "tahun": the numbers before it are an age. */
  years: words,
  empty: words,
  /** "bermotif" says "motif". */
  prefixes: v.optional(words, []),
});

export interface Spelled {
  /** Each once, in the order of the title; without those that say for whom the goods are. */
  words: string[];
  audience: ReadonlySet<Audience>;
  /** Youngest and oldest that the title names, in years. */
  years: readonly [number, number] | null;
}

/** "bajunya" is "baju": the ending says whose it is; "anak2" is "anak anak". So short a rest would be another word. */
const ENDING = /^(.{4,}?)(?:nya|2)$/;

export interface Likeness {
  spell(title: readonly Token[]): Spelled;
  /** The words that others are spelled as: what shoppers call goods by. */
  readonly usual: readonly string[];
  /** Whether a word is one that this table names. */
  isKnown(word: string): boolean;
  /** Kinds that can take the place of this one, without itself. */
  family(kind: string): ReadonlySet<string>;
}

const ALONE: ReadonlySet<string> = new Set();

/** An age of children: "Celana 40 tahun" is none. */
const OLDEST = 17;
const NUMBER = /^\d{1,2}$/;
/** "5thn" is one word. */
const AGE = /^(\d{1,2})([a-z]+)$/;

/** The ages before words like "tahun": "1 12 tahun", "umur 5thn". Several are taken together. */
function openYears(units: readonly string[]): (texts: readonly string[]) => [number, number] | null {
  const names = new Set(units);
  return (texts) => {
    const ages: number[] = [];
    texts.forEach((text, i) => {
      const [, number, unit = ''] = AGE.exec(text) ?? [];
      const isJoined = number !== undefined && names.has(unit);
      if (!isJoined && !names.has(text)) return;
      const before = isJoined ? [texts[i - 1], number] : [texts[i - 2], texts[i - 1]];
      const [low = '', high = ''] = before;
      if (!NUMBER.test(high) || Number(high) > OLDEST) return;
      ages.push(Number(high));
      if (NUMBER.test(low) && Number(low) < Number(high)) ages.push(Number(low));
    });
    return ages.length > 0 ? [Math.min(...ages), Math.max(...ages)] : null;
  };
}

export function openLikeness({
  families,
  same,
  audience,
  years,
  empty,
  prefixes = [],
}: v.InferOutput<typeof LikenessSchema>): Likeness {
  const akin = new Map<string, Set<string>>();
  for (const row of families)
    for (const kind of row) {
      const others = akin.get(kind) ?? new Set();
      akin.set(kind, others);
      for (const other of row) if (other !== kind) others.add(other);
    }
  const chosen = new Map(same.flatMap(([first = '', ...others]) => others.map((word) => [word, first] as const)));
  const whom = new Map(AUDIENCES.flatMap((who) => audience[who].map((word) => [word, who] as const)));
  const silent = new Set(empty);
  const yearsOf = openYears(years);
  const isKnown = (word: string) => chosen.has(word) || whom.has(word) || silent.has(word);
  /** Without its ending, and without a prefix where the rest is a word that is known: "berlian" stays what it is. */
  const stemOf = memo((word): string => {
    const bare = isKnown(word) ? word : word.replace(ENDING, '$1');
    const prefix = isKnown(bare)
      ? ''
      : (prefixes.find((one) => bare.startsWith(one) && isKnown(bare.slice(one.length))) ?? '');
    return bare.slice(prefix.length);
  });
  return {
    usual: same.flatMap(([first]) => first ?? []),
    isKnown,
    family: (kind) => akin.get(kind) ?? ALONE,
    spell(title) {
      const found = new Set<string>();
      const who = new Set<Audience>();
      for (const { text } of title) {
        const stem = stemOf(text);
        const one = whom.get(stem);
        if (one) who.add(one);
        else if (stem.length > 1 && !silent.has(stem)) found.add(chosen.get(stem) ?? stem);
      }
      return { words: [...found], audience: who, years: yearsOf(title.map(({ text }) => text)) };
    },
  };
}
