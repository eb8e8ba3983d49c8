// The words: both languages say the same things, fill the same gaps, and speak fairly.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countryName, translator } from '../../utils/i18n.ts';
import { MENDING_WORDS } from '../../utils/mending/dictionary.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';
import { badgeWords } from '../../utils/words.ts';

const id = { ...MENDING_WORDS.id, ...PAGE_WORDS.id };
const en = { ...MENDING_WORDS.en, ...PAGE_WORDS.en };
const slots = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();

test('both languages have the same keys in the same order', () => {
  expect(Object.keys(en)).toEqual(Object.keys(id));
});

test('both languages have the same gaps', () => {
  const uneven = Object.keys(id).filter((key) => slots(en[key]).join() !== slots(id[key]).join());
  expect(uneven).toEqual([]);
});

test('words speak of the page, not of the seller’s honesty', () => {
  const unfair = /ilegal|palsu|menipu|tipu|bohong|curang|illegal|fake|counterfeit|fraud|cheat|scam|liar/i;
  expect([...Object.values(id), ...Object.values(en)].filter((text) => unfair.test(text))).toEqual([]);
});

test('what the code says is in the dictionary', () => {
  const folders = ['components', 'entrypoints', 'utils'];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const said = files.flatMap((source) => [...source.matchAll(/\bt\('([\w.-]+)'/g)].map(([, key]) => key ?? ''));
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((key) => !Object.hasOwn(id, key))).toEqual([]);
});

test('gaps are filled; what is missing is seen', () => {
  const t = translator({ greeting: 'Halo {name}, {age}' });
  expect(t('greeting', { name: '<b>Ratri</b>' })).toBe('Halo <b>Ratri</b>, {age}');
  expect(t('tidak.ada')).toBe('tidak.ada');
  expect(t('constructor')).toBe('constructor');
});

test('countries are named in the language that was chosen', () => {
  expect(countryName('JP', 'id', translator(id))).toBe('Jepang');
  expect(countryName('JP', 'en', translator(en))).toBe('Japan');
  expect(countryName('foreign', 'id', translator(id))).toMatch(/^luar negeri/);
  expect(countryName('??', 'id', translator(id))).toBe('??');
});

test('a badge is sent its own words and no more', () => {
  expect(badgeWords('id')['verdict.imported']).toBe('Impor');
  expect(Object.keys(badgeWords('en')).filter((key) => !/^(verdict|badge|strip|local\.link)\./.test(key))).toEqual([]);
  expect(Object.keys(badgeWords('en')).some((key) => key.startsWith('verdict.long'))).toBe(false);
});

test('with a trial map every verdict says so, and nothing else changes', () => {
  const said = badgeWords('id', true);
  expect(said['verdict.imported']).toBe('Impor · percobaan');
  expect(badgeWords('en', true)['verdict.likely-local']).toBe('Likely local · trial');
  expect(said['badge.checking']).toBe(badgeWords('id')['badge.checking']);
});
