// A ruleset folder as volunteers edit it: what they add counts without any change of code.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compileFolder } from '../../utils/curation/compile.ts';
import { ENTITIES } from '../../utils/curation/entities/index.ts';
import { openFolder } from '../../utils/curation/folder.ts';
import type { Memo } from '../../utils/curation/read.ts';
import { openKnowledge } from '../../utils/knowledge/knowledge.ts';
import { RulesetSchema } from '../../utils/knowledge/ruleset.ts';
import { assess } from '../../utils/origin/assess.ts';
import { copyRuleset } from '../origin/copy.ts';
import { DAY, listing, RULESET } from '../origin/ruleset.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cekasal-'));
  copyRuleset(dir);
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(dir, file), text);
const memo: Memo = new Map();
const compile = () => compileFolder(openFolder(dir), memo);
const judge = (fields: object) => assess(listing(fields), openKnowledge(compile()), { day: DAY });

describe('what a volunteer adds counts', () => {
  test('a brand with only the required fields', () => {
    const shoes = { title: 'Sepatu Rimbawana hitam' };
    expect(judge(shoes).claims.brandFrom.country).toBeNull();
    write('brands/rimbawana.yml', 'name: Rimbawana\ncountry: ID\nbasis: general-knowledge\nreviewed: 2026-11-20\n');
    expect(judge(shoes).claims.brandFrom.country).toBe('ID');
  });

  test('a maker that was looked up makes its goods local', () => {
    const basket = { title: 'Keranjang', brand: 'Anyam Sejati' };
    expect(judge(basket).verdict).toBe('unknown');
    write(
      'makers/anyam-sejati.yml',
      'name: Anyam Sejati\nbasis: source\nsource: visited 02-11-2026\nreviewed: 2026-11-20\n',
    );
    expect(judge(basket).verdict).toBe('local');
  });

  test('a phrase', () => {
    const hat = { title: 'Topi hasil karya warga lapas' };
    expect(judge(hat).verdict).toBe('unknown');
    appendFileSync(
      join(dir, 'phrases/local.yml'),
      '  - id: prison-made\n    says: ID\n    words:\n      - karya warga lapas/binaan\n',
    );
    expect(judge(hat).verdict).toBe('likely-local');
  });

  test('a place', () => {
    const parcel = { title: 'Topi', shipsFrom: 'Kota Wahana' };
    expect(judge(parcel).claims.shipsFrom.country).toBeNull();
    appendFileSync(join(dir, 'tables/regions.yml'), "  '99.71': Kota Wahana\n");
    expect(judge(parcel).claims.shipsFrom.country).toBe('ID');
  });
});

test('a finding on a listing counts until it ends, and a withdrawn one never', () => {
  const cup = { marketplace: 'tokopedia', id: '55501', title: 'Gelas' };
  const finding = (state: string) =>
    `marketplace: tokopedia\nlisting: '55501'\nclaim: madeIn\nsays: CN\nstate: ${state}\nevidence:\n  - { field: label pada barang, quote: Made in China }\nbasis: source\nsource: foto label\nreviewed: 2026-11-01\nexpires: ${DAY}\n`;
  expect(judge(cup).verdict).toBe('unknown');
  write('findings/tokopedia-55501.yml', finding('confirmed'));
  expect(judge(cup)).toMatchObject({ verdict: 'imported', claims: { madeIn: { country: 'CN' } } });
  expect(judge({ ...cup, id: '55502' }).verdict).toBe('unknown');
  expect(judge({ ...cup, marketplace: 'shopee' }).verdict).toBe('unknown');
  const knowledge = openKnowledge(compile());
  expect(assess(listing(cup), knowledge, { day: '2026-11-26' }).verdict).toBe('unknown');
  write('findings/tokopedia-55501.yml', finding('disputed'));
  expect(judge(cup)).toMatchObject({ verdict: 'imported', evidence: [{ rule: 'disputed-findings/tokopedia-55501' }] });
  write('findings/tokopedia-55501.yml', finding('withdrawn'));
  expect(judge(cup).verdict).toBe('unknown');
});

test('every fault at once, each with its file and line', () => {
  write('brands/abc.yml', 'name: Abc\n');
  write('brands/xyz.yml', 'name: Xyz\ncountry: Indonesia\nbasis: general-knowledge\nreviewed: 2026-11-20\n');
  expect(() => compile()).toThrow(/brands\/abc\.yml:1: .*country.*brands\/xyz\.yml:2: .*dua huruf besar/s);
});

test('every kind of entity stands in the list that all else reads', () => {
  const modules = readdirSync(join(RULESET, '../utils/curation/entities')).filter((name) => name.endsWith('.ts'));
  expect(ENTITIES.length).toBe(modules.length - 1);
});

test('the compiled ruleset is plain JSON of the known shape, and the same for the same folder', () => {
  const bytes = JSON.stringify(compile());
  expect(v.parse(RulesetSchema, JSON.parse(bytes)).version).toMatch(/^\d{4}\.\d\d\.\d\d-[0-9a-f]{8}$/);
  expect(JSON.stringify(compile())).toBe(bytes);
  expect(JSON.stringify(v.parse(RulesetSchema, JSON.parse(bytes)).phrases)).toBe(
    JSON.stringify(JSON.parse(bytes).phrases),
  );
});

test('the version carries the newest review, not the clock', () => {
  const before = compile().version;
  const file = join(dir, 'brands/samsung.yml');
  write('brands/samsung.yml', readFileSync(file, 'utf8').replace(/reviewed: .*/, 'reviewed: 2031-02-03'));
  expect(compile().version).toMatch(/^2031\.02\.03-/);
  expect(before).not.toMatch(/^2031/);
});

test('words that are names of object members are ordinary names', () => {
  write('brands/constructor.yml', 'name: constructor\ncountry: JP\nbasis: general-knowledge\nreviewed: 2026-11-20\n');
  expect(judge({ title: 'Tas', brand: 'constructor' }).claims.brandFrom.country).toBe('JP');
  expect(judge({ title: 'Tas', brand: 'toString' }).claims.brandFrom.country).toBeNull();
});
