// The judged pairs of real listings, where they are at hand: how good the order is (nDCG@10 over judged rows, as their guide
// says), and whether a good one is among the first three.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openAlternatives } from '../../utils/alternatives/rank.ts';
import { knowledge } from '../origin/ruleset.ts';

const FOLDER = new URL('../../../shared/datasets/', import.meta.url);
const isHere = existsSync(FOLDER);

interface Row {
  id: string;
  qid: string;
  title: string;
  price_idr?: number;
  judgements: { id: string; grade: number }[];
}
const rows = (name: string): Row[] =>
  readFileSync(new URL(name, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const gain = (grades: number[]) =>
  grades.slice(0, 10).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

test.skipIf(!isHere)('judged listings (where the originals are at hand)', () => {
  const offers = rows('alt-dev-pool.jsonl').map(({ id, title, price_idr }) => ({
    id,
    title,
    price: price_idr ?? null,
    location: null,
  }));
  const ask = openAlternatives(offers, knowledge);
  const scored = rows('alt-dev-queries.jsonl').map(({ title, price_idr, judgements }) => {
    const grades = new Map(judgements.map(({ id, grade }) => [id, grade]));
    const ranked = ask({ title, price: price_idr ?? null, location: null }, { most: offers.length });
    const judged = ranked.flatMap(({ id }) => grades.get(id) ?? []);
    const ideal = gain([...grades.values()].sort((a, b) => b - a));
    const three = ranked.slice(0, 3).map(({ id }) => grades.get(id) ?? null);
    return { best: Math.max(...grades.values()), ndcg: gain(judged) / ideal, three };
  });
  const good = scored.filter(({ best }) => best >= 2);
  const mean = good.reduce((sum, { ndcg }) => sum + ndcg, 0) / good.length;
  const hits = good.filter(({ three }) => three.some((grade) => (grade ?? 0) >= 2)).length;
  const silly = scored.filter(({ best, three }) => best < 2 && three.includes(0)).length;
  console.log(
    `nDCG@10 ${mean.toFixed(3)}; a good one in the first three ${hits} of ${good.length}; silly ${silly} of ${scored.length - good.length}`,
  );
  expect(mean).toBeGreaterThan(0.87);
  expect(hits).toBe(15);
  expect(silly).toBeLessThanOrEqual(1);
});
