// Rules with as many brands as are wanted, under names such as brands have, and with a few of them changed.
import { packBrands } from '../../utils/knowledge/brand.ts';
import { sortLines } from '../../utils/knowledge/lines.ts';
import type { Ruleset } from '../../utils/knowledge/ruleset.ts';
import { seeded } from '../redesign/random.ts';

const SYLLABLES = 'ka ri mo ta ne su lo pi wa de an er ix ol um ba gu hi je vo zy fa cu qi yo'.split(' ');
const COUNTRIES = ['CN', 'JP', 'KR', 'US', 'DE', 'ID', 'TH', 'TW'];

/** The ruleset with brands added until it has `count`. The same seed gives the same. */
export function withBrands(ruleset: Ruleset, count: number, seed = 1): Ruleset {
  const { pick, chance } = seeded(seed);
  const lines = ruleset.brands.split('\n');
  const ids = new Set(lines.map((line) => line.split('\t')[1]));
  const added = [];
  while (ids.size < count) {
    const words = Array.from({ length: pick([1, 2]) }, () =>
      Array.from({ length: pick([2, 3]) }, () => pick(SYLLABLES)).join(''),
    );
    const id = words.join('-');
    if (ids.has(id)) continue;
    ids.add(id);
    const made = pick(['here', 'abroad', 'mixed'] as const);
    const facts = { field: chance(0.3), made, copied: chance(0.1), host: chance(0.5), trade: null };
    const basis = pick(['source', 'general-knowledge'] as const);
    added.push({ id, country: pick(COUNTRIES), basis, ...facts, names: [words.join(' ')] });
  }
  return { ...ruleset, brands: sortLines([...lines, ...packBrands(added).split('\n')]) };
}

/** So many brands, spread over all of them, are now of another country. */
export function changed(ruleset: Ruleset, count: number, seed: number): Ruleset {
  const { next } = seeded(seed);
  const lines = ruleset.brands.split('\n');
  for (let i = 0; i < count; i += 1) {
    const at = Math.floor(next() * lines.length);
    lines[at] = (lines[at] ?? '').replace(/\t[A-Z]{2}\t/, (country) => (country === '\tVN\t' ? '\tIN\t' : '\tVN\t'));
  }
  return { ...ruleset, brands: lines.join('\n') };
}
