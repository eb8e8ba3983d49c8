// Typing mistakes of one letter: mended where nobody knows the word, and never where it is a word.
import { expect, test } from 'vitest';
import { goodsOf } from '../../utils/alternatives/goods.ts';
import { isOneOff, mendWords } from '../../utils/alternatives/typos.ts';
import { normalise, tokens } from '../../utils/knowledge/tokens.ts';
import { knowledge } from '../origin/ruleset.ts';

test.for([
  ['sepatu', 'sepatu', false],
  ['sepatu', 'seatu', true],
  ['sepatu', 'sepattu', true],
  ['sepatu', 'sepetu', true],
  ['sepatu', 'seaptu', true],
  ['sepatu', 'sepautt', false],
  ['sepatu', 'putase', false],
  ['', 'a', true],
  ['ab', 'ba', true],
] as const)('%s, %s', ([one, other, expected]) => {
  expect(isOneOff(one, other)).toBe(expected);
  expect(isOneOff(other, one)).toBe(expected);
});

const mended = (title: string) =>
  mendWords(tokens(title), knowledge)
    .map(({ text }) => text)
    .join(' ');

test.for([
  ['Sepaut wanita', 'sepatu wanita'],
  ['Bonneka panda', 'boneka panda'],
  ['Jibab voal', 'jilbab voal'],
] as const)('%s', ([title, expected]) => {
  expect(mended(title).replace('hijab', 'jilbab')).toBe(expected);
});

test.for(['Sepat kering asin', 'Kulit sapi', 'Kentang goreng', 'Tas tes tap', 'XJ900v2 sepatv2'])(
  '%s stays',
  (title) => {
    expect(mended(title)).toBe(normalise(title));
  },
);

test('a title whose goods are named as they stand is read as it stands', () => {
  const words = (title: string) => goodsOf({ title, price: null, location: null }, knowledge).words;
  expect(words('Sandal Jepit Sepaut')).toContain('sepaut');
  expect(words('Sepaut Merah')).toContain('sepatu');
});
