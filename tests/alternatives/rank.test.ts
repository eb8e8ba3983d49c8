// What is offered in the place of a listing, from a small pool: the same kind first, for the same person, and nothing where
// nothing fits.
import { describe, expect, test } from 'vitest';
import { type Candidate, openAlternatives } from '../../utils/alternatives/rank.ts';
import { knowledge } from '../origin/ruleset.ts';

const offer = (id: string, title: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  title,
  price: null,
  location: null,
  ...more,
});

const POOL = [
  offer('selop', 'Sandal Selop Wanita Kulit Magetan', { price: 90_000, location: 'Kab. Magetan' }),
  offer('selop-pria', 'Sandal Selop Pria Karet', { price: 60_000 }),
  offer('jepit', 'Sandal Jepit Karet Swadaya', { price: 15_000 }),
  offer('jilbab', 'Jilbab Segi Empat Voal Polos', { price: 35_000, location: 'Kab. Bandung' }),
  offer('jilbab-solo', 'Kerudung Segi Empat Voal Polos', { price: 36_000, location: 'Kota Surakarta' }),
  offer('kaos', 'Kaos Polos Katun Pria', { price: 55_000 }),
  offer('sambal', 'Sambal Bawang Pedas 150 gr', { price: 24_000 }),
  offer('jam', 'Paket Jam Tangan Pria Gratis Kaos Kaki', { price: 99_000 }),
];
const ask = openAlternatives(POOL, knowledge);
const found = (title: string, price: number | null = null, province: string | null = null) =>
  ask({ title, price, location: null }, { most: 10, province });
const ids = (title: string) => found(title).map(({ id }) => id);

test('the same kind comes first, for the same person', () => {
  expect(ids('Sandal Slop Wanita Import Korea')[0]).toBe('selop');
  expect(ids('Sandal Slop Pria Import')[0]).toBe('selop-pria');
});

test('what shoppers call by other names is the same', () => {
  for (const title of ['Hijab Segi Empat Voal Import', 'Kerudung Segi Empat Voal', 'Jilbabnya Segi Empat Voal Cantik'])
    expect(ids(title).slice(0, 2).sort(), title).toEqual(['jilbab', 'jilbab-solo']);
});

describe('nothing fits', () => {
  test.for([
    ['Charger Laptop 65W USB C Import'],
    ['Kaos Kaki Import 10 Pasang'],
    ['Softcase iPhone 14 Pro'],
    ['zzz qqq'],
    [''],
    ['👟👟👟'],
  ] as const)('%s', ([title]) => {
    expect(ids(title)).toEqual([]);
  });

  test('a pool of nothing', () => {
    expect(openAlternatives([], knowledge)({ title: 'Sandal', price: null, location: null }, { most: 3 })).toEqual([]);
  });
});

test('each says why, in keys', () => {
  const [best] = found('Sandal Selop Wanita Kulit Import', 100_000, '35');
  expect(best).toMatchObject({
    id: 'selop',
    reasons: ['same-kind', 'same-words', 'same-audience', 'similar-price', 'near'],
  });
  const similar = found('Sandal Clog Wanita Import').find(({ id }) => id === 'selop');
  expect(similar?.reasons).toContain('similar-kind');
});

test('of two that are alike the nearer one comes first; without a province neither', () => {
  const first = (province: string) => found('Hijab Segi Empat Voal Polos', null, province)[0]?.id;
  expect([first('32'), first('33')]).toEqual(['jilbab', 'jilbab-solo']);
});

test('the same question gives the same answer, whatever the order of the pool', () => {
  const turned = openAlternatives([...POOL].reverse(), knowledge);
  for (const title of ['Sandal Wanita', 'Hijab Voal', 'Sambal Pedas Korea'])
    expect(turned({ title, price: null, location: null }, { most: 10 })).toEqual(found(title));
});

test('titles made to harm do no harm', () => {
  const long = 'sandal jepit '.repeat(5_000);
  expect(ids(long).length).toBeGreaterThan(0);
  expect(ids('__proto__ constructor toString')).toEqual([]);
  const hostile = openAlternatives([offer('x', '<script>__proto__</script> sandal jepit')], knowledge);
  expect(hostile({ title: 'sandal jepit', price: Number.NaN, location: null }, { most: 1 })).toHaveLength(1);
});
