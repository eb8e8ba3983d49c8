// How good the order is on judged pairs of real listings, where they are at hand.
import { expect, test } from 'vitest';
import { openAlternatives } from '../../utils/alternatives/rank.ts';
import { knowledge } from '../origin/ruleset.ts';
import { openJudged, score } from './judged.ts';

const judged = openJudged();

test.skipIf(!judged)('judged listings (where the originals are at hand)', () => {
  if (!judged) return;
  const ask = openAlternatives(judged.pool, knowledge);
  const { ndcg, hits, good, silly, nothing, unjudged } = score(judged, ({ title, price }) =>
    ask({ title, price, location: null }, { most: judged.pool.length }).map(({ id }) => id),
  );
  console.log(
    `nDCG@10 ${ndcg.toFixed(3)}; a good one in the first three ${hits} of ${good}; silly ${silly} of ${nothing}; unjudged ${unjudged}`,
  );
  expect(ndcg).toBeGreaterThan(0.87);
  expect(hits).toBe(good);
  expect(silly).toBeLessThanOrEqual(1);
});
