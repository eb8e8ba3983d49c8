// What notices rest on, edited wrongly: each fault is told with its line and its mend.
import { expect, test } from 'vitest';
import { checkRuleset } from '../../utils/curation/check.ts';
import { readCorpus } from '../../utils/curation/corpus.ts';
import { withFile } from '../../utils/curation/folder.ts';
import type { Memo } from '../../utils/curation/read.ts';
import { describe as inWords } from '../../utils/curation/words.ts';
import { smallRuleset } from '../origin/copy.ts';
import { DAY } from '../origin/ruleset.ts';

const whole = smallRuleset();
const memo: Memo = new Map();
const corpus = readCorpus(new URL('../corpus', import.meta.url).pathname);

function faultsOf(file: string, from: string | RegExp, to: string) {
  const own = whole.read(file);
  if (!('text' in own)) throw new Error(`${file} is not there`);
  const changed = own.text.replace(from, to);
  expect(changed).not.toBe(own.text);
  return checkRuleset(withFile(whole, file, changed), DAY, corpus, memo).faults;
}

test('as shipped nothing is wrong', () => {
  expect(checkRuleset(whole, DAY, corpus, memo).faults.map((fault) => inWords(fault, 'en'))).toEqual([]);
});

test.each([
  ['notices', 'groups: [buku,', 'groups: [buku-buku,', 'group-unknown'],
  ['notices', 'kinds: [game-lain,', 'kinds: [kapal-selam,', 'kind-unknown'],
  ['notices', 'phrases: [origin-field-china,', 'phrases: [asal-cina,', 'origin-phrase-unknown'],
  ['notices', 'kinds: [obat,', 'kinds: [obat, keripik,', 'number-for-food'],
  ['notices', 'partly: [lazada,', 'partly: [pasarku,', 'marketplace-unknown'],
  ['notices', 'since: 2023-09-26', 'since: 2023-09-31', 'day-form'],
  ['notices', 'spread: 12', 'spread: dua belas', 'wrong-kind'],
  ['closed-categories', 'marketplaces: [shopee]', 'marketplaces: [pasarku]', 'marketplace-unknown'],
  ['closed-categories', 'kinds: [ tunik ]', 'kinds: [ tunika ]', 'kind-unknown'],
])('tables/%s.yml: %s → %s', (table, from, to, code) => {
  const faults = faultsOf(`tables/${table}.yml`, from, to);
  expect(faults.map((fault) => fault.code)).toContain(code);
  for (const lang of ['id', 'en'] as const)
    for (const fault of faults)
      expect(inWords(fault, lang)).toMatch(/^tables\/[\w-]+\.yml:\d+: (?!.*[{}]|.*undefined)/);
});

test('a change that gives an example a notice that it must not get is told, with the example', () => {
  const faults = faultsOf('tables/notices.yml', 'unless: [kosong, wadah, botol,', 'unless: [botol,');
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['notice-unfair']));
  expect(faults.map((fault) => inWords(fault, 'id')).join('\n')).toMatch(
    /notices\.yml:\d+: registration-missing: .*notices\.jsonl:\d+ \(“Wadah serum wajah/,
  );
});
