// Judged pairs of real listings, where they are at hand, and how an order of their pool is scored: nDCG@10 over judged rows, as
// the guide of the judgements says, and what stands among the first three.
import { existsSync, readFileSync } from 'node:fs';
import type { Candidate } from '../../utils/alternatives/rank.ts';

const FOLDER = new URL('../../../shared/datasets/', import.meta.url);

interface Query {
  title: string;
  price: number | null;
  /** By the id of a row of the pool: 3 could replace it, 2 is close, 1 of the same category only, 0 no. */
  grades: ReadonlyMap<string, number>;
}
export interface Judged {
  pool: Candidate[];
  queries: Query[];
}

interface Row {
  id: string;
  title: string;
  price_idr?: number;
  category?: string;
  judgements: { id: string; grade: number }[];
}
const rows = (name: string): Row[] =>
  readFileSync(new URL(name, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Null where they are not at hand. */
export function openJudged(): Judged | null {
  if (!existsSync(FOLDER)) return null;
  return {
    pool: rows('alt-dev-pool.jsonl').map(({ id, title, price_idr, category }) => ({
      id,
      title,
      price: price_idr ?? null,
      location: null,
      category: category?.split('/').at(-1) ?? null,
    })),
    queries: rows('alt-dev-queries.jsonl').map(({ title, price_idr, judgements }) => ({
      title,
      price: price_idr ?? null,
      grades: new Map(judgements.map(({ id, grade }) => [id, grade])),
    })),
  };
}

const gain = (grades: number[]) =>
  grades.slice(0, 10).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

export interface Score {
  /** Mean over the queries that have a good one (2 or more). */
  ndcg: number;
  /** Of those, how many have a good one among the first three. */
  hits: number;
  good: number;
  /** Of the others, how many get something that was judged to be nothing like it, or was never judged, among the first three. */
  silly: number;
  nothing: number;
  /** Results among the first three of all queries that nobody judged. */
  unjudged: number;
}

/** @param ask Ids of the pool, the best first. */
export function score({ queries }: Judged, ask: (query: Query) => string[]): Score {
  const scored = queries.map((query) => {
    const grades = ask(query).map((id) => query.grades.get(id) ?? null);
    const ideal = gain([...query.grades.values()].sort((a, b) => b - a));
    return {
      isGood: Math.max(...query.grades.values()) >= 2,
      ndcg: gain(grades.filter((grade) => grade !== null)) / ideal,
      three: grades.slice(0, 3),
    };
  });
  const good = scored.filter(({ isGood }) => isGood);
  const others = scored.filter(({ isGood }) => !isGood);
  return {
    ndcg: good.reduce((sum, { ndcg }) => sum + ndcg, 0) / good.length,
    hits: good.filter(({ three }) => three.some((grade) => (grade ?? 0) >= 2)).length,
    good: good.length,
    silly: others.filter(({ three }) => three.some((grade) => !grade)).length,
    nothing: others.length,
    unjudged: scored.flatMap(({ three }) => three).filter((grade) => grade === null).length,
  };
}
