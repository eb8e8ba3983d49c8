// Words and sentences: what counts as the same word, where a sentence ends, and that offsets lead back to the print.
import { expect, test } from 'vitest';
import { normalise, sentences, tokens } from '../../utils/knowledge/tokens.ts';

const split = (text: string) => sentences(text).map((sentence) => sentence.map((token) => token.text).join(' '));

test.each([
  ['PRODUK Impor', 'produk impor'],
  ['𝗜𝗺𝗽𝗼𝗿𝘁', 'import'],
  ['ｉｍｐｏｒｔ', 'import'],
  ['im\u200bport \u202eabc', 'import abc'],
  ["Levi's Pond’s", 'levis ponds'],
  ['café São', 'cafe sao'],
  ['pre-order', 'pre order'],
  ['1mp0rt', '1mp0rt'],
])('%j reads as %j', (text, words) => {
  expect(normalise(text)).toBe(words);
});

test.each([
  ['Kab. Bekasi', 1],
  ['P.I.R.T. 206', 1],
  ['Berat 1.5 kg', 1],
  ['PT. Maju Jaya', 1],
  ['tokopedia.com', 1],
  ['Bahan bagus. Produk import', 2],
  ['Bahan bagus.Produk import', 2],
  ['Bagus! Murah? Ya', 3],
  ['Bagus✅Murah', 2],
  ['baris satu\nbaris dua', 2],
  ['• satu • dua', 2],
])('%j has %i sentences', (text, count) => {
  expect(split(text)).toHaveLength(count);
});

test('a comma, a slash and a spaced dash part segments; a dash inside a word does not', () => {
  const segments = (text: string) => new Set(tokens(text).map((token) => token.segment)).size;
  expect(segments('lokal, import')).toBe(2);
  expect(segments('lokal / import')).toBe(2);
  expect(segments('tas wanita - import')).toBe(2);
  expect(segments('pre-order china')).toBe(1);
});

test('offsets lead back to the words as printed', () => {
  const text = '🤲 𝗣𝗿𝗼𝗱𝘂𝗸 Im\u200bpor, asli';
  expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual(['𝗣𝗿𝗼𝗱𝘂𝗸', 'Im\u200bpor', 'asli']);
});

test('hashtags are marked', () => {
  expect(tokens('tas #import murah').map((token) => token.tag)).toEqual([false, true, false]);
});
