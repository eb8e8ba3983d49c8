// Entries that must be refused, for every kind of entity: each with a message that names the file and how to mend it. The
// examples of a kind stand beside its module; those that concern every kind are made here from its good example.
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkRuleset } from '../../utils/curation/check.ts';
import { readCorpus } from '../../utils/curation/corpus.ts';
import { ENTITIES } from '../../utils/curation/entities/index.ts';
import { type Folder, openFolder, withFile } from '../../utils/curation/folder.ts';
import type { Memo } from '../../utils/curation/read.ts';
import { describe as inWords, messages } from '../../utils/curation/words.ts';
import { SLOTS } from '../../utils/knowledge/pattern.ts';
import { isSiteName } from '../../utils/knowledge/site-name.ts';
import { smallRuleset } from '../origin/copy.ts';
import { DAY, RULESET } from '../origin/ruleset.ts';

interface Examples {
  /** A file of the ruleset that stands aside for the example. */
  instead?: string;
  good: string;
  hostile: { why: string; change: [from: string, to: string]; code: string }[];
}

const whole = smallRuleset();
const memo: Memo = new Map();
const corpus = readCorpus(new URL('../corpus', import.meta.url).pathname);
const examplesOf = (files: string): Examples | null => {
  const name = files.split('/')[files.endsWith('/*.yml') ? 0 : 1]?.replace('.yml', '');
  const path = new URL(`../../utils/curation/entities/${name}.yml`, import.meta.url);
  const examples = existsSync(path) ? parse(readFileSync(path, 'utf8')) : null;
  return examples?.good ? examples : null;
};

/** What is said of a file with this text, put where the entity's files stand. */
function faultsOf(files: string, text: string, instead?: string) {
  const folder: Folder = { ...whole, list: () => whole.list().filter((file) => file !== instead) };
  const file = files.replace('*', 'uji');
  const own = folder.read(file);
  // A table's example is added to the table; an entity of its own is a file.
  const added = files.includes('*') || !('text' in own) ? text : `${own.text}\n${text.replace(/^\w+:\n/, '')}`;
  return checkRuleset(withFile(folder, file, added), DAY, corpus, memo).faults;
}

const HOSTILE: [why: string, (good: string) => string, codes: string[]][] = [
  ['a field that is not known', (good) => `${good}rahasia: 1\n`, ['unknown-field']],
  ['__proto__', (good) => `${good}__proto__: { admin: true }\n`, ['forbidden-key']],
  ['a field written twice', (good) => `${good}reviewed: 2026-11-20\nreviewed: 2026-11-20\n`, ['yaml-key-twice']],
  ['no review', (good) => good.replace(/^reviewed: .*\n/m, ''), ['missing-field']],
  [
    'a review in the future',
    (good) => good.replace(/^reviewed: .*$/m, 'reviewed: 2031-01-01'),
    ['future-day', 'expires'],
  ],
  ['a day that is none', (good) => good.replace(/^reviewed: .*$/m, 'reviewed: 2026-02-30'), ['day-form']],
  ['an invisible character', (good) => good.replace(/: (\w)/, ': $1\u200b'), ['invisible']],
  ['a turned direction', (good) => good.replace(/: (\w)/, ': \u202e$1'), ['bidi']],
  ['a turned direction, escaped', (good) => `${good}note: "\\u202Eabc"\n`, ['bidi']],
  ['a turned direction in a comment', (good) => `${good}# \u2066abc\n`, ['bidi']],
  ['half a character', (good) => `${good}note: "\\uD800"\n`, ['invisible']],
  ['letters of another alphabet', (good) => `${good}note: аbсd\n`, ['look-alike']],
  ['letters of a special style', (good) => `${good}note: Ｍurah\n`, ['look-alike', 'plain-letters']],
  ['markup', (good) => `${good}note: '<img src=x onerror=alert(1)>'\n`, ['markup']],
  ['markup, escaped', (good) => `${good}note: '&lt;b&gt;'\n`, ['markup']],
  ['an address that runs code', (good) => `${good}note: javascript:alert(1)\n`, ['unsafe-link']],
  ['an address with a look-alike host', (good) => `${good}note: https://xn--tokopeda-5ng.com/a\n`, ['link-host']],
  ['an address that pays somebody', (good) => `${good}note: https://www.tokopedia.com/a?aff_id=1\n`, ['link-tracking']],
  ['ten thousand characters', (good) => `${good}note: ${'a'.repeat(10_000)}\n`, ['too-long']],
  ['a YAML bomb', () => bomb(), ['yaml-alias']],
  ['a recursive anchor', () => 'a: &a [*a]\n', ['yaml-alias']],
  ['depth', () => '[\n'.repeat(30_000), ['yaml-broken']],
  ['a YAML tag', (good) => `${good}note: !!js/function 'function () {}'\n`, ['yaml-tag']],
  ['two documents', (good) => `${good}---\n${good}`, ['yaml-documents']],
  ['no YAML', () => '{{{ this: is not [yaml', ['yaml-broken', 'yaml-indent', 'yaml-unclosed', 'yaml-junk']],
  ['prose', () => 'just some words\n', ['not-fields']],
  ['bytes', () => '\u0000\u0001\u0002', ['invisible']],
  ['nothing', () => '', ['empty-file']],
];

/** The names of what is filled in; the slots of patterns stay as they are. */
const blanks = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').filter((name) => !SLOTS.some((slot) => slot === name));

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 10; i++)
    lines.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  return lines.join('\n');
}

const withExamples = ENTITIES.flatMap(({ name, files }) => {
  const examples = examplesOf(files);
  return examples ? [{ name, files, ...examples }] : [];
});

test('answers, brands, makers, maps, findings, phrases, registrations and parameters bring examples', () => {
  const names = withExamples.map(({ name }) => name).sort();
  expect(names).toEqual(['answers', 'brands', 'findings', 'makers', 'maps', 'parameters', 'phrases', 'registrations']);
});

describe.each(withExamples)('$name', ({ files, good, hostile, instead }) => {
  test('the good example passes', () => {
    expect(faultsOf(files, good, instead).map((fault) => inWords(fault, 'en'))).toEqual([]);
  });

  const file = files.replace('*', 'uji');
  const everyKind = files.includes('*') ? HOSTILE : [];
  test.each([
    ...everyKind
      .filter(([, make]) => make(good) !== good)
      .map(([why, make, codes]) => ({ why, text: make(good), codes })),
    ...hostile.map(({ why, change: [from, to], code }) => ({ why, text: good.replace(from, to), codes: [code] })),
  ])('$why', ({ text, codes }) => {
    expect(text).not.toBe(good);
    const faults = faultsOf(files, text, instead).filter((fault) => fault.file === file);
    expect(faults.map(({ code }) => code)).toContain(codes.find((code) => faults.some((fault) => fault.code === code)));
    const fault = faults.find(({ code }) => codes.includes(code));
    expect(fault?.file).toBe(file);
    for (const lang of ['id', 'en'] as const) {
      const words = fault ? inWords(fault, lang) : '';
      expect(words.startsWith(file)).toBe(true);
      // What is wrong, and then the mend: two sentences, every blank filled in.
      expect(words).toMatch(/[.;:] .+\.$|[.] .+/);
      for (const blank of blanks(messages()[fault?.code ?? '']?.[lang] ?? ''))
        expect(words).not.toContain(`{${blank}}`);
      expect(words).not.toContain('undefined');
      expect(words.length).toBeLessThan(600);
    }
  });
});

test('a hostile file leaves nothing behind', () => {
  faultsOf('brands/*.yml', '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a table that cannot be read is told of, and nothing that only follows from it', () => {
  for (const table of ['tables/kinds.yml', 'marketplaces/tokopedia.yml']) {
    const { faults } = checkRuleset(withFile(whole, table, 'name: *ada*\n'), DAY, corpus, memo);
    expect(faults.map(({ file, code }) => `${file} ${code}`)).toEqual([`${table} yaml-alias-unknown`]);
  }
});

test.each(['con.yml', 'com1.yml', 'aux.yml', `${'a'.repeat(81)}.yml`, 'a\nb.yml', '\u202ea.yml', '\u001b[31ma.yml'])(
  'a file is not called %j',
  (name) => {
    const { faults } = checkRuleset(withFile(whole, `brands/${name}`, 'name: Uji\n'), DAY, corpus, memo);
    expect(faults.map(({ code }) => code)).toEqual(['file-name']);
    // Neither what the terminal obeys nor what turns the reader's eye is repeated.
    for (const fault of faults) expect(inWords(fault, 'en')).not.toMatch(/[^\P{C}]/u);
  },
);

test('a file says at most fifty times what is wrong', () => {
  const many = `name: Uji\naliases: [${"'!', ".repeat(300)}]\n`;
  const { faults } = checkRuleset(withFile(whole, 'brands/uji.yml', many), DAY, corpus, memo);
  expect(faults.length).toBe(50);
  const large = `name: Uji\n${'# catatan\n'.repeat(10_000)}`;
  expect(checkRuleset(withFile(whole, 'brands/uji.yml', large), DAY, corpus, memo).faults).toMatchObject([
    { code: 'too-large' },
  ]);
});

test.each([
  '192.168.0.1',
  '2130706433.1',
  'xn--tokopeda-5ng.com',
  'localhost',
  'co.id',
  'com.sg',
  'toko.github.io',
  '-a.com',
  'a-.com',
  'a..com',
  `${'a'.repeat(64)}.com`,
  'Tokopedia.com',
  '*.tokopedia.com',
  'tokopedia.com.',
])('no site is called %s', (site) => {
  expect(isSiteName(site)).toBe(false);
});

test.each(['www.bukalapak.com', 'shopee.co.id', 'id.aliexpress.com', 'bhinneka.com', '1688.com', 't.me'])(
  'a site is called %s',
  (site) => {
    expect(isSiteName(site)).toBe(true);
  },
);

test('a folder that is a link to elsewhere is not read', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'cekasal-'));
  symlinkSync(RULESET, join(scratch, 'ruleset'));
  for (const path of [join(scratch, 'ruleset'), `${join(scratch, 'ruleset')}/`])
    expect(() => openFolder(path)).toThrow(/no such folder/);
  rmSync(scratch, { recursive: true });
});

test('every message is there in both languages', () => {
  for (const [code, words] of Object.entries(messages())) {
    expect(Object.keys(words), code).toEqual(['id', 'en']);
    expect(new Set(blanks(words.en)), code).toEqual(new Set(blanks(words.id)));
  }
});
