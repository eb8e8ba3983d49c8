// Local alternatives: how long a listing waits for them in a pool, beside a search of the same titles by minisearch. The pool is
// made of words for all kinds of goods, for whom and of what they are.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { parse } from 'yaml';
import { seeded } from '../tests/redesign/random.ts';
import { openAlternatives } from '../utils/alternatives/rank.ts';
import { compileRuleset } from '../utils/curation/compile.ts';
import { openKnowledge } from '../utils/knowledge/knowledge.ts';
import { percentile, type Result, result } from './statistics.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const QUERIES = 500;
const WHOM = ['Pria', 'Wanita', 'Anak', 'Bayi', ''];
const MORE =
  'Polos Motif Premium Katun Kulit Kayu Rajut Batik Handmade Original Murah Lokal Hitam Putih Merah Jumbo Mini'.split(
    ' ',
  );

function titles(count: number, seed: number): string[] {
  const kinds: { words: string[] }[] = Object.values(
    parse(readFileSync(here('../ruleset/tables/kinds.yml'), 'utf8')).kinds,
  );
  const { pick, name } = seeded(seed);
  return Array.from({ length: count }, () => {
    const words = pick(pick(kinds).words).replaceAll('+', ' ');
    return [words, pick(WHOM), pick(MORE), pick(MORE), name()].filter(Boolean).join(' ');
  });
}

/** Milliseconds within which 99 of 100 questions are answered. */
function p99(ask: (title: string) => unknown): number {
  const asked = titles(QUERIES, 2).map((title) => `${title} Import`);
  for (const title of asked.slice(0, 100)) ask(title);
  const times = asked.map((title) => {
    const start = performance.now();
    ask(title);
    return performance.now() - start;
  });
  return percentile(times, 0.99);
}

async function alternatives(count: number): Promise<Result> {
  const knowledge = openKnowledge(compileRuleset(here('../ruleset')));
  const pool = titles(count, 1).map((title, i) => ({ id: String(i), title, price: null, location: null }));
  const ours = openAlternatives(pool, knowledge);
  const mini = new MiniSearch({ fields: ['title'] });
  mini.addAll(pool);
  const floor = p99((title) => mini.search(title, { fuzzy: 0.2 }).slice(0, 10));
  return result(
    `alternatives-${count / 1_000}k`,
    p99((title) => ours({ title, price: null, location: null }, { most: 10 })),
    floor,
  );
}

export const alternatives10k = () => alternatives(10_000);
export const alternatives100k = () => alternatives(100_000);
