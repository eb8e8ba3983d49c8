// Titles of made-up listings for the benchmarks of alternatives: words for all kinds of goods, for whom and of what they are.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { seeded } from '../tests/redesign/random.ts';
import type { Candidate } from '../utils/alternatives/rank.ts';
import { compileRuleset } from '../utils/curation/compile.ts';
import { type Knowledge, openKnowledge } from '../utils/knowledge/knowledge.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const WHOM = ['Pria', 'Wanita', 'Anak', 'Bayi', ''];
const MORE =
  'Polos Motif Premium Katun Kulit Kayu Rajut Batik Handmade Original Murah Lokal Hitam Putih Merah Jumbo Mini'.split(
    ' ',
  );

export const rules = (): Knowledge => openKnowledge(compileRuleset(here('../ruleset')));

export function titles(count: number, seed: number): string[] {
  const kinds: { words: string[] }[] = Object.values(
    parse(readFileSync(here('../ruleset/tables/kinds.yml'), 'utf8')).kinds,
  );
  const { pick, name } = seeded(seed);
  return Array.from({ length: count }, () => {
    const words = pick(pick(kinds).words).replaceAll('+', ' ');
    return [words, pick(WHOM), pick(MORE), pick(MORE), name()].filter(Boolean).join(' ');
  });
}

export const madeUpPool = (count: number): Candidate[] =>
  titles(count, 1).map((title, i) => ({ id: String(i), title, price: null, location: null }));
