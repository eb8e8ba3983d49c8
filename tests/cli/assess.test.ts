// `cekasal assess` as a person at the terminal meets it: one line for one line, or one clear line about what is wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assessCommand } from '../../cli/assess.ts';
import { COMPILED } from '../compiled.ts';

vi.stubEnv('CEKASAL_RULESET', fileURLToPath(COMPILED));

let dir: string;
let out = '';
let err = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cekasal-'));
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

function assess(lines: string[], ...options: string[]): Promise<number> {
  const file = join(dir, 'listings.jsonl');
  writeFileSync(file, lines.join('\n'));
  return assessCommand([file, ...options]);
}
const answers = () =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('answers each listing in order', async () => {
  const code = await assess(
    ['{"title":"Tas import"}', '{}', '', '{"shipsFrom":"Luar Negeri","unheard":1}'],
    '--day',
    '2026-11-24',
  );
  expect(code).toBe(0);
  expect(answers().map(({ verdict }) => verdict)).toEqual(['likely-imported', 'unknown', 'imported']);
  expect(Object.keys(answers()[0])).toEqual(['verdict', 'probability', 'claims', 'evidence', 'notices', 'ruleset']);
  expect(err).toBe('');
});

test('explains in the language asked for', async () => {
  await assess(['{"title":"Tas made in China"}'], '--explain');
  expect(answers()[0].explanation).toMatch(/Judul.*made in China.*Tiongkok/s);
  out = '';
  await assess(['{"title":"Tas made in China"}'], '--explain', '--lang', 'en');
  expect(answers()[0].explanation).toMatch(/made in China.*China/s);
});

test('explains what is worth checking, with its rule and its day', async () => {
  const parcel = '{"title":"Casing HP silikon","price":{"amount":17000,"currency":"IDR"},"shipsFrom":"Luar Negeri"}';
  await assess([parcel], '--explain', '--day', '2026-11-24');
  expect(answers()[0].explanation).toMatch(/Patut diperiksa: .*Rp17\.000.*Permendag 31\/2023.*26 September 2023/);
  out = '';
  await assess([parcel], '--explain', '--day', '2026-11-24', '--lang', 'en');
  expect(answers()[0].explanation).toMatch(/Worth checking: .*Rp17,000.*Permendag 31\/2023.*September 26, 2023/);
});

test.each([
  [['{"title":"x"}', '{broken'], [], /:2: not JSON/],
  [['{"title":5}'], [], /:1: title: /],
  [['[]'], [], /:1: /],
  [['{}'], ['--day', 'besok'], /--day/],
  [['{}'], ['--lang', 'fr'], /--lang/],
  [['{}'], ['--ruleset', '/nowhere'], /no such folder/],
  [['{}'], ['--colour'], /colour/],
])('%j %j: one clear line', async (lines, options, message) => {
  expect(await assess(lines, ...options)).toBe(2);
  expect(err).toMatch(message);
  expect(out).toBe('');
});

test('a line of ten megabytes, and keys that are members of every object, are judged', async () => {
  const description = 'barang import. '.repeat(700_000);
  const hostile =
    '{"__proto__":{"title":"Tas import"},"attributes":{"__proto__":"China","constructor":"China"},"title":"Tas"}';
  expect(await assess([JSON.stringify({ description }), hostile])).toBe(0);
  expect(answers().map(({ verdict }) => verdict)).toEqual(['likely-imported', 'unknown']);
});
