// Redesigns of every captured page, one change at a time and three together: what is read afterwards is right or missing,
// hardly ever wrong. Prints a table by marketplace, field and change, with the share of what is missing.
import { afterAll, describe, expect, it } from 'vitest';
import { MUTATIONS, type Mutation } from './mutations.ts';
import { capturedPages, isErratum } from './pages.ts';
import { seeded } from './random.ts';
import { type Scored, score, sum } from './score.ts';

const SEEDS = [1, 2];
const COMBINED = 12;
const MAIN = ['title', 'price', 'seller', 'location'];

const pages = capturedPages();
const scores: Scored[] = [];

/** One page at a time: a document that was read can be let go before the next is parsed. */
async function tryOut(mutationsOf: (seed: number) => Mutation[], seeds: readonly number[]): Promise<Scored[]> {
  const found: Scored[] = [];
  for (const page of pages)
    for (const seed of seeds) {
      found.push(score(page, mutationsOf(seed), seed, isErratum));
      await new Promise((done) => setTimeout(done));
    }
  scores.push(...found);
  return found;
}

const wrongs = (found: readonly Scored[]) =>
  found.flatMap(({ page, mutation, seed, wrongs }) => wrongs.map((wrong) => ({ page, mutation, seed, ...wrong })));

describe.skipIf(pages.length === 0)(`redesigns${pages.length ? '' : ' (../shared is not here)'}`, () => {
  it.each(MUTATIONS)('$name: at most 0.5 % wrong, at most 40 % missing', { timeout: 300_000 }, async (mutation) => {
    const found = await tryOut(() => [mutation], SEEDS);
    const { wrong, missing, total } = sum(found);
    expect(wrong / total, JSON.stringify(wrongs(found), null, 1)).toBeLessThanOrEqual(0.005);
    expect(missing / total).toBeLessThanOrEqual(0.4);
  });

  it('title, price, seller and place are right in at least 90 % on average', () => {
    const shares = MUTATIONS.map(({ name }) => {
      const { right, total } = sum(
        scores.filter(({ mutation }) => mutation === name),
        (fact) => MAIN.includes(fact),
      );
      return right / total;
    });
    expect(shares.reduce((a, b) => a + b) / shares.length).toBeGreaterThanOrEqual(0.9);
  });

  it('three changes together: at most 1 % wrong', { timeout: 300_000 }, async () => {
    const seeds = Array.from({ length: COMBINED }, (_, i) => 100 + i);
    const found = await tryOut((seed) => seeded(seed).shuffle(MUTATIONS).slice(0, 3), seeds);
    const { wrong, total } = sum(found);
    expect(wrong / total, JSON.stringify(wrongs(found), null, 1)).toBeLessThanOrEqual(0.01);
  });

  afterAll(() => {
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
    const rows = [...new Set(scores.map(({ mutation }) => mutation))].flatMap((mutation) =>
      [...new Set(pages.map(({ map }) => map.id))].flatMap((marketplace) => {
        const found = scores.filter((one) => one.mutation === mutation && one.marketplace === marketplace);
        const facts = new Set(found.flatMap((one) => [...one.facts.keys()]));
        return [...facts].flatMap((fact) => {
          const { missing, wrong, total } = sum(found, (name) => name === fact);
          if (missing + wrong === 0) return [];
          return `${percent(wrong / total)}${percent(missing / total)} of ${total}: ${marketplace}, ${fact}, ${mutation}`;
        });
      }),
    );
    console.log(['   wrong missing', ...rows].join('\n'));
  });
});
