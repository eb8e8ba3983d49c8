// Local alternatives: how long a listing waits for them in a pool, beside searches of the same titles by minisearch (the floor)
// and flexsearch; and how good the order of each is, on judged pairs of real listings, where those are at hand.
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { openJudged, score } from '../tests/alternatives/judged.ts';
import { type Candidate, openAlternatives } from '../utils/alternatives/rank.ts';
import type { Knowledge } from '../utils/knowledge/knowledge.ts';
import { percentile, type Result, result } from './statistics.ts';
import { madeUpPool, rules, titles } from './titles.ts';

const QUERIES = 500;

/** Ids of a pool, the best first. */
type Ask = (title: string, most: number) => string[];

const SEARCHES: Record<string, (pool: readonly Candidate[], knowledge: Knowledge) => Ask> = {
  ours(pool, knowledge) {
    const ask = openAlternatives(pool, knowledge);
    return (title, most) => ask({ title, price: null, location: null }, { most }).map(({ id }) => id);
  },
  minisearch(pool) {
    const index = new MiniSearch({ fields: ['title'] });
    index.addAll(pool);
    return (title, most) =>
      index
        .search(title, { fuzzy: 0.2 })
        .slice(0, most)
        .map(({ id }) => String(id));
  },
  flexsearch(pool) {
    const index = new FlexSearch.Index({ tokenize: 'forward' });
    pool.forEach(({ title }, i) => {
      index.add(i, title);
    });
    return (title, most) =>
      index.search(title, { limit: most, suggest: true }).map((found) => pool[Number(found)]?.id ?? '');
  },
};

/** Milliseconds within which 99 of 100 questions are answered. */
function p99(ask: Ask): number {
  const asked = titles(QUERIES, 2).map((title) => `${title} Import`);
  for (const title of asked.slice(0, 100)) ask(title, 10);
  const times = asked.map((title) => {
    const start = performance.now();
    ask(title, 10);
    return performance.now() - start;
  });
  return percentile(times, 0.99);
}

async function alternatives(count: number): Promise<Result> {
  const knowledge = rules();
  const pool = madeUpPool(count);
  const judged = openJudged();
  const more: Record<string, number> = {};
  const taken: Record<string, number> = {};
  for (const [name, open] of Object.entries(SEARCHES)) {
    taken[name] = p99(open(pool, knowledge));
    if (name !== 'ours') more[`${name}-p99`] = taken[name];
    if (!judged) continue;
    const ask = open(judged.pool, knowledge);
    more[`${name}-ndcg`] = score(judged, ({ title }) => ask(title, judged.pool.length)).ndcg;
  }
  return result(`alternatives-${count / 1_000}k`, taken.ours ?? Number.NaN, taken.minisearch ?? Number.NaN, more);
}

export const alternatives10k = () => alternatives(10_000);
export const alternatives100k = () => alternatives(100_000);
