// A pool of goods as one text: what goes in comes out, under each of its kinds.
import { expect, test } from 'vitest';
import type { Goods } from '../../utils/alternatives/goods.ts';
import { openPool, packPool } from '../../utils/alternatives/pool.ts';

const goods = (kinds: string[], more: Partial<Goods> = {}): Goods => ({
  kinds: kinds.map((id, i) => ({ id, weight: i === 0 ? 1 : 0.25 })),
  head: [],
  words: ['tas', 'kulit'],
  ages: new Set(),
  sexes: new Set(),
  years: null,
  price: null,
  province: null,
  ...more,
});

const FULL = goods(['tas-kulit', 'dompet'], {
  ages: new Set(['child', 'baby'] as const),
  sexes: new Set(['women'] as const),
  years: [1, 12],
  price: 85_000,
  province: '33',
});

test('goods come back as they were, under each kind, with what was added to them', () => {
  const pool = openPool(packPool([{ id: 'a', goods: FULL, detail: '{"x":"a\\tb"}' }]));
  for (const kind of ['tas-kulit', 'dompet'])
    expect(pool.of(kind)).toEqual([{ id: 'a', goods: FULL, detail: '{"x":"a\\tb"}' }]);
  expect(pool.of('tas')).toEqual([]);
  expect(pool.of('tas-kulit-besar')).toEqual([]);
});

test('words are counted once in each of the goods, whatever else stands in the text', () => {
  const entries = ['a', 'b', 'c'].map((id) => ({ id, goods: goods(['sepatu']), detail: '' }));
  const pool = openPool(packPool(entries));
  expect([pool.size, pool.count('tas'), pool.count('sepatu')]).toEqual([3, 3, 1]);
  expect(pool.of('sepatu').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('the same entries give the same text in whatever order', () => {
  const entries = ['c', 'a', 'b'].map((id) => ({ id, goods: goods(['sepatu', 'sandal']), detail: id }));
  expect(packPool([...entries].reverse())).toBe(packPool(entries));
});

test('an empty pool, a damaged one', () => {
  expect(openPool('').of('tas')).toEqual([]);
  expect(openPool(packPool([])).size).toBe(0);
  const [entry] = openPool('tas\tx').of('tas');
  expect(entry).toMatchObject({ id: 'x', detail: '', goods: { kinds: [], words: [], price: null } });
});
