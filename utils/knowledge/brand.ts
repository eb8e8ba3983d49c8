// A brand and the country it is at home in. That says nothing certain about where an article was made. Brands are stored as
// one sorted text and looked up in it as it stands: a hundred thousand of them are ready as soon as they are read.
import type { Basis, Found } from './entity.ts';
import { lineFrom, sortLines } from './lines.ts';
import { memo } from './memo.ts';
import type { Token } from './tokens.ts';

/** Where goods of a brand that are sold in Indonesia are usually made; "mixed" says nothing. */
export const MADE = ['here', 'abroad', 'mixed'] as const;
export type Made = (typeof MADE)[number];

export interface Brand {
  id: string;
  country: string;
  basis: Basis;
  /** An ordinary word or a short name: believed only in the brand field or as an official store. */
  field: boolean;
  made: Made;
  /** Often on copies: where its goods are made is believed of its official store only. */
  copied: boolean;
  /** Others make accessories for it: after "case" its name is what they fit. Nobody makes a case for a cream. */
  host: boolean;
  /** Id of its trade, where that says something of titles (trade.ts). */
  trade: string | null;
}

/**
 * A line a spelling: normalised name, id, country, flags (s: looked up, f: brand field only, h: made here,
 * a: made abroad, c: copied, o: a host), trade where there is one, with tabs between. Sorted by
 * code units; a tab sorts before a space, so that names which begin alike stand together, the shortest first. The first
 * owner of a spelling keeps it.
 */
export function packBrands(brands: readonly (Brand & { names: readonly string[] })[]): string {
  const lines = new Map<string, string>();
  for (const { id, country, basis, field, made, copied, host, trade, names } of brands)
    for (const name of names)
      if (name !== '' && !lines.has(name))
        lines.set(
          name,
          [name, id, country, flagsOf({ basis, field, made, copied, host }), ...(trade ? [trade] : [])].join('\t'),
        );
  return sortLines([...lines.values()]);
}

const KNOWN_FLAGS = /^[sfhaco]*$/;

const flagsOf = ({ basis, field, made, copied, host }: Omit<Brand, 'id' | 'country' | 'trade'>): string =>
  [
    basis === 'source' && 's',
    field && 'f',
    made === 'here' && 'h',
    made === 'abroad' && 'a',
    copied && 'c',
    host && 'o',
  ]
    .filter(Boolean)
    .join('');

/** How many brands there are, whatever their spellings. */
export const countBrands = (packed: string): number =>
  new Set(packed.split('\n').flatMap((line) => line.split('\t')[1] ?? [])).size;

function brandAt(packed: string, start: number): Brand | null {
  const end = packed.indexOf('\n', start);
  const [, id, country, flags, trade] = packed.slice(start, end < 0 ? packed.length : end).split('\t');
  // A flag of a later version may narrow what the others say.
  if (!id || !country || flags === undefined || !KNOWN_FLAGS.test(flags)) return null;
  const is = (flag: string) => flags.includes(flag);
  return {
    id,
    country,
    basis: is('s') ? 'source' : 'general-knowledge',
    field: is('f'),
    made: is('h') ? 'here' : is('a') ? 'abroad' : 'mixed',
    copied: is('c'),
    host: is('o'),
    trade: trade ?? null,
  };
}

/** The brand with the longest name that begins at token `i`; none crosses the end of a segment. */
export function openBrands(packed: string): (tokens: readonly Token[], i: number) => Found<Brand> | null {
  const placeOf = memo((key) => lineFrom(packed, key));
  return (tokens, i) => {
    let found: Found<Brand> | null = null;
    let key = '';
    for (let length = 1; ; length++) {
      const token = tokens[i + length - 1];
      if (!token || token.segment !== tokens[i]?.segment) return found;
      key = length === 1 ? token.text : `${key} ${token.text}`;
      const start = placeOf(key);
      if (!packed.startsWith(key, start)) return found;
      const after = packed[start + key.length];
      if (after === '\t') {
        const entry = brandAt(packed, start);
        if (entry) found = { entry, length };
      } else if (after !== ' ') return found;
    }
  };
}
