// A marketplace's search as an address: what it leads to, and what an address searched for.
import { describe, expect, test } from 'vitest';
import { searchAddress, searchedWords } from '../../utils/alternatives/search.ts';
import { knowledge } from '../origin/ruleset.ts';

const mapOf = (id: string) => {
  const map = knowledge.maps().find((one) => one.id === id);
  if (!map) throw new Error(id);
  return map;
};

test.for([
  ['tokopedia', 'https://www.tokopedia.com/search?q=tas%20kulit%20%26%20%22batik%22'],
  ['shopee', 'https://shopee.co.id/search?keyword=tas%20kulit%20%26%20%22batik%22'],
  ['lazada', 'https://www.lazada.co.id/catalog/?q=tas%20kulit%20%26%20%22batik%22'],
  ['blibli', 'https://www.blibli.com/cari/tas%20kulit%20%26%20%22batik%22'],
] as const)('%s: the address holds the words and nothing else, and is read back', ([id, address]) => {
  const words = 'tas kulit & "batik"';
  expect(searchAddress(mapOf(id), words)).toBe(address);
  expect(searchedWords(mapOf(id), new URL(address))).toBe(words);
});

test('a marketplace whose search nobody has seen has no address', () => {
  expect(searchAddress(mapOf('zalora'), 'tas')).toBeNull();
  expect(searchedWords(mapOf('zalora'), new URL('https://www.zalora.co.id/search?q=tas'))).toBeNull();
});

describe('what is no search names no words', () => {
  test.for([
    ['tokopedia', 'https://www.tokopedia.com/p/sepatu?q=tas'],
    ['tokopedia', 'https://www.tokopedia.com/search'],
    ['tokopedia', 'https://www.tokopedia.com/search?q=%20%20'],
    ['tokopedia', 'https://shopee.co.id/search?q=tas'],
    ['tokopedia', `https://www.tokopedia.com/search?q=${'a'.repeat(101)}`],
    ['blibli', 'https://www.blibli.com/cari/'],
    ['blibli', 'https://www.blibli.com/c/tas'],
    ['blibli', 'https://www.blibli.com/cari/%E0%A4%A'],
  ] as const)('%s %s', ([id, address]) => {
    expect(searchedWords(mapOf(id), new URL(address))).toBeNull();
  });
});

test('Blibli: only the segment behind /cari/ is meant', () => {
  expect(searchedWords(mapOf('blibli'), new URL('https://www.blibli.com/cari/tas%20kulit/halaman/2?sort=1'))).toBe(
    'tas kulit',
  );
});
