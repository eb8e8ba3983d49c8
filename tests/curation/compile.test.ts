// A ruleset folder as volunteers edit it: what they add counts without any change of code, what is wrong is named.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compileRuleset } from '../../utils/curation/compile.ts';
import { openKnowledge } from '../../utils/knowledge/knowledge.ts';
import { RulesetSchema } from '../../utils/knowledge/ruleset.ts';
import { assess } from '../../utils/origin/assess.ts';
import { DAY, listing, RULESET } from '../origin/ruleset.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cekasal-'));
  cpSync(RULESET, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(dir, file), text);
const judge = (fields: object) => assess(listing(fields), openKnowledge(compileRuleset(dir)), { day: DAY });
const faults = () => {
  try {
    compileRuleset(dir);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

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
    write('makers/anyam-sejati.yml', 'name: Anyam Sejati\nbasis: source\nsource: visited\nreviewed: 2026-11-20\n');
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

describe('what is wrong is named with file and line', () => {
  test.each([
    ['a missing field', 'name: Abc\nbasis: general-knowledge\nreviewed: 2026-11-20\n', /brands\/abc\.yml.*country/],
    [
      'a country that is no code',
      'name: Abc\ncountry: Indonesia\nbasis: general-knowledge\nreviewed: 2026-11-20\n',
      /brands\/abc\.yml:2: country: .*capital letters/,
    ],
    [
      'a source that is not named',
      'name: Abc\ncountry: ID\nbasis: source\nreviewed: 2026-11-20\n',
      /brands\/abc\.yml.*source/,
    ],
    [
      'a date that is none',
      'name: Abc\ncountry: ID\nbasis: general-knowledge\nreviewed: kemarin\n',
      /brands\/abc\.yml:4: reviewed/,
    ],
    [
      'a field that is not known',
      'name: Abc\ncountry: ID\nbasis: general-knowledge\nreviewed: 2026-11-20\nalias: [x]\n',
      /brands\/abc\.yml.*alias/,
    ],
    ['broken YAML', 'name: [Abc\ncountry: ID\n', /brands\/abc\.yml:\d+: /],
    [
      'a name that is taken',
      'name: samsung\ncountry: ID\nbasis: general-knowledge\nreviewed: 2026-11-20\n',
      /samsung.*already taken/,
    ],
    [
      'a name without letters',
      'name: "!!"\ncountry: ID\nbasis: general-knowledge\nreviewed: 2026-11-20\n',
      /without letters/,
    ],
  ])('%s', (_, text, message) => {
    write('brands/abc.yml', text);
    expect(faults()).toMatch(message);
  });

  test.each([
    ['an unknown slot', '      - buatan {planet}', /local\.yml:\d+: .*unknown slot \{planet\}/],
    ['a pattern that matches anything', "      - '{kata} {kata}'", /local\.yml:\d+: .*matches anything/],
    ['a pattern with too many optional words', '      - a b? c? d? e? f? g?', /local\.yml:\d+: .*optional/],
    ['a regular expression', '      - buatan .* indonesia', /local\.yml:\d+: .*one word each/],
  ])('%s', (_, words, message) => {
    appendFileSync(join(dir, 'phrases/local.yml'), `  - id: new\n    says: ID\n    words:\n${words}\n`);
    expect(faults()).toMatch(message);
  });

  test('a phrase that cancels what does not exist', () => {
    appendFileSync(
      join(dir, 'phrases/traps.yml'),
      '  - id: new\n    cancels: [nothing-such]\n    words:\n      - abc\n',
    );
    expect(faults()).toMatch(/phrase new: cancels unknown "nothing-such"/);
  });

  test('every fault at once', () => {
    write('brands/abc.yml', 'name: Abc\n');
    write('brands/xyz.yml', 'name: Xyz\n');
    expect(faults()).toMatch(/abc\.yml.*xyz\.yml/s);
  });
});

test('the compiled ruleset is plain JSON of the known shape, and the same for the same folder', () => {
  const bytes = JSON.stringify(compileRuleset(dir));
  expect(v.parse(RulesetSchema, JSON.parse(bytes)).version).toMatch(/^\d{4}\.\d\d\.\d\d-[0-9a-f]{8}$/);
  expect(JSON.stringify(compileRuleset(dir))).toBe(bytes);
  expect(JSON.stringify(v.parse(RulesetSchema, JSON.parse(bytes)).phrases)).toBe(
    JSON.stringify(JSON.parse(bytes).phrases),
  );
});

test('the version carries the newest review, not the clock', () => {
  const before = compileRuleset(dir).version;
  const file = join(dir, 'brands/samsung.yml');
  write('brands/samsung.yml', readFileSync(file, 'utf8').replace(/reviewed: .*/, 'reviewed: 2031-02-03'));
  expect(compileRuleset(dir).version).toMatch(/^2031\.02\.03-/);
  expect(before).not.toMatch(/^2031/);
});

test('words that are names of object members are ordinary names', () => {
  write('brands/constructor.yml', 'name: constructor\ncountry: JP\nbasis: general-knowledge\nreviewed: 2026-11-20\n');
  expect(judge({ title: 'Tas', brand: 'constructor' }).claims.brandFrom.country).toBe('JP');
  expect(judge({ title: 'Tas', brand: 'toString' }).claims.brandFrom.country).toBeNull();
});
