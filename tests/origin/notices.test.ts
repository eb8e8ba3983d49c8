// Notices, beside the tables of tests/corpus: what they carry, the days on which their rules hold, and that their words say
// what to check, never more.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCorpus } from '../../utils/curation/corpus.ts';
import { translator } from '../../utils/i18n.ts';
import { assess } from '../../utils/origin/assess.ts';
import { noticeWords } from '../../utils/reports/notices.ts';
import { DAY, judge, knowledge, listing } from './ruleset.ts';

const CASING = {
  marketplace: 'shopee',
  title: 'Casing HP silikon motif beruang',
  price: { amount: 17_000, currency: 'IDR' },
  shipsFrom: 'Luar Negeri',
};
const HIJAB = { ...CASING, title: 'Hijab pashmina ceruty polos', price: null };
const corpus = readCorpus(new URL('../corpus', import.meta.url).pathname);
const idsOn = (day: string, fields: object) => assess(listing(fields), knowledge, { day }).notices.map(({ id }) => id);

test('a notice carries the rule with its day, and the numbers it compared', () => {
  expect(judge(CASING).notices).toEqual([
    {
      id: 'price-floor',
      params: {
        price: 17_000,
        floor: 1_500_000,
        dollars: 100,
        law: 'Permendag 31/2023 Pasal 19',
        since: '2023-09-26',
        exempt: 'Kepmendag 1998/2023',
        exemptSince: '2023-12-19',
      },
    },
  ]);
});

test.each([
  ['2023-09-25', CASING, []],
  ['2023-09-26', CASING, ['price-floor']],
  ['2021-05-17', HIJAB, []],
  ['2021-05-18', HIJAB, ['closed-category']],
])('on %s the rules that hold on that day', (day, fields, ids) => {
  expect(idsOn(day, fields)).toEqual(ids);
});

test('the threshold is the parameter of the day, and without one there is no notice', () => {
  const other = (floor: number | null) => ({
    ...knowledge,
    parameter: (key: string, day: string) => (key === 'law.price-floor-idr' ? floor : knowledge.parameter(key, day)),
  });
  const ids = (floor: number | null) => assess(listing(CASING), other(floor), { day: DAY }).notices.length;
  expect([ids(17_001), ids(17_000), ids(null)]).toEqual([1, 0, 0]);
});

test('a notice changes neither verdict nor evidence', () => {
  const { price: _, ...silent } = CASING;
  const { notices, ...said } = judge(CASING);
  expect(notices).toHaveLength(1);
  expect({ ...judge(silent), notices }).toEqual({ ...said, notices });
});

test('at least fifty honest listings get none, and every kind of notice is given and withheld', () => {
  const honest = corpus.filter(({ where }) => where.startsWith('honest.jsonl'));
  expect(honest.length).toBeGreaterThanOrEqual(50);
  expect(honest.filter(({ notices }) => notices?.length !== 0)).toEqual([]);
  expect(new Set(honest.map(({ listing }) => listing.marketplace)).size).toBeGreaterThanOrEqual(5);
  const given = new Set(corpus.flatMap(({ notices }) => notices ?? []));
  expect([...given].sort()).toEqual([
    'closed-category',
    'price-floor',
    'price-low',
    'registration-contradiction',
    'registration-missing',
  ]);
});

test.each(['id', 'en'] as const)('words in %s: what to check, why, since when, and nothing left blank', (lang) => {
  const t = translator(parse(readFileSync(new URL(`../../locales/${lang}.yml`, import.meta.url), 'utf8')));
  for (const { listing, notices } of corpus) {
    if (!notices?.length) continue;
    for (const notice of assess(listing, knowledge, { day: DAY }).notices) {
      const { text, source } = noticeWords(notice, lang, t);
      expect(text).toMatch(lang === 'id' ? /[Pp]atut diperiksa/ : /[Ww]orth checking/);
      expect(source).toMatch(/\b20\d\d\b/);
      expect(`${text} ${source}`).not.toMatch(/[{}]|undefined|NaN|notice\./);
    }
  }
});
