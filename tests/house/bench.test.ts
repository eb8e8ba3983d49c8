// The benchmarks' arithmetic: a wrong median would make every ratio wrong.
import { expect, test } from 'vitest';
import { interleave, less, median, result } from '../../bench/statistics.ts';

test('the median of an odd and of an even number of values, in any order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 6])).toBe(5.5);
});

test('every variant runs equally often, one turn more than is counted, and not always in the same order', async () => {
  const order: string[] = [];
  const variant = (name: string, value: number) => async () => {
    order.push(name);
    return order.length <= 2 ? 1_000 : value;
  };
  const taken = await interleave({ a: variant('a', 3), b: variant('b', 7) }, 4);
  expect(taken).toEqual({ a: [3, 3, 3, 3], b: [7, 7, 7, 7] });
  expect(order).toHaveLength(10);
  expect(order.join('')).toContain('aab');
});

test('what the page costs by itself is taken away turn by turn', () => {
  expect(less([12, 105, 13], [2, 95, 4])).toBe(10);
});

test('a benchmark without a floor has no ratio', () => {
  expect(result('x', 3, null)).toEqual({ name: 'x', value: 3, unit: 'ms', ratio: null, floor: null });
  expect(result('x', 3, 1.5).ratio).toBe(2);
});
