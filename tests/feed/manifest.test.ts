// What a manifest may say, and what is said of old rules and wrong clocks.
import { describe, expect, test } from 'vitest';
import { isOlder, parseHead, parseManifest, warningsOf } from '../../utils/feed/manifest.ts';
import { DAY, instant, manifestOf, NOW, refusedFor, utf8 } from './publisher.ts';

const good = await manifestOf();
const parse = (fields: object) => parseManifest(utf8(JSON.stringify({ ...good, ...fields })));
const entry = { length: 1, sha256: '0'.repeat(64) };
const many = (count: number, length: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, { ...entry, length }]));
/** Also names that an object literal would not keep. */
const named = (...names: string[]) => `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`)}}`;
const parseNamed = (...names: string[]) =>
  parseManifest(utf8(JSON.stringify({ ...good, files: 'FILES' }).replace('"FILES"', named(...names))));

test('a manifest is read; fields that this version does not know are ignored (S15)', () => {
  const manifest = parse({ version: 7, later: {}, files: { ...good.files, 'more.json': { ...entry, later: 1 } } });
  expect(manifest).toMatchObject({ version: 7, created: NOW - DAY, expires: NOW + 119 * DAY, minimum: '0.1.0' });
  expect([...manifest.files]).toContainEqual(['more.json', entry]);
});

describe('S15: a file name', () => {
  test.for(['brands.json', 'a', '0', 'brands-2.json.gz', 'a_b', 'f'.repeat(100)])('%s is fine', (name) => {
    expect([...parseNamed(name).files.keys()]).toEqual([name]);
  });

  test.for(
    [
      ['', '.', '..', '.hidden', 'a..b', 'a.', '-a'],
      ['../a', 'a/b', 'a\\b', '/a', 'C:a', 'a%2fb', 'a?b', 'a#b'],
      ['A.json', 'mérek', 'a b', 'a\n', 'a\0', 'а', 'f'.repeat(101)],
      ['__proto__'],
    ].flat(),
  )('%j is refused', async (name) => {
    const outcome = await refusedFor(() => parseNamed('ok.json', name));
    expect(outcome).toMatchObject({ code: 'malformed', what: 'manifest' });
  });

  test('"constructor" is a file like any other', () => {
    expect([...parseNamed('constructor', 'prototype').files.keys()]).toEqual(['constructor', 'prototype']);
  });
});

test.for([
  ['a root', 'type', { type: 'root' }],
  ['version 0', 'version', { version: 0 }],
  ['a version as text', 'version', { version: '1' }],
  ['no day', 'created', { created: undefined }],
  ['a day of its own spelling', 'expires', { expires: '2027-01-01' }],
  ['a minimum that is no version', 'minimum', { minimum: '1.x' }],
  ['no files', 'files', { files: {} }],
  ['files as a list', 'files', { files: [entry] }],
  ['files as nothing', 'files', { files: null }],
  ['too many files', 'files', { files: many(2001, 1) }],
  ['files that are too long together', 'files', { files: many(5, 15_000_000) }],
] satisfies [string, string, object][])('%s is malformed: %s', async ([, where, fields]) => {
  expect(await refusedFor(() => parse(fields))).toEqual({ code: 'malformed', what: 'manifest', where });
});

test.for([
  ['no length', { sha256: entry.sha256 }],
  ['less than nothing', { ...entry, length: -1 }],
  ['half a byte', { ...entry, length: 0.5 }],
  ['one that is too long', { ...entry, length: 17_000_000 }],
  ['half a hash', { ...entry, sha256: 'ab' }],
  ['a hash in capitals', { ...entry, sha256: 'A'.repeat(64) }],
  ['none', null],
] satisfies [string, object | null][])('a file of %s is malformed', async ([, file]) => {
  expect(await refusedFor(() => parse({ files: { 'a.json': file } }))).toMatchObject({ code: 'malformed' });
});

test('a later format keeps only its head', () => {
  const later = { type: 'manifest', version: 9, minimum: '3.0', files: 'elsewhere', created: 1 };
  expect(parseHead(utf8(JSON.stringify(later)))).toMatchObject({ version: 9, minimum: '3.0' });
});

test.for([
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.1', true],
  ['0.9.0', '0.10.0', true],
  ['0.10.0', '0.9.0', false],
  ['1', '1.0.0.0', false],
  ['1', '1.0.0.1', true],
  ['2', '1.9.9.9', false],
] as const)('%s is older than %s: %s', ([mine, minimum, older]) => {
  expect(isOlder(mine, minimum)).toBe(older);
});

describe('what is said of rules that are used all the same', () => {
  const manifest = parse({ created: instant(NOW), expires: instant(NOW + 120 * DAY) });

  test('nothing, while they are valid', () => {
    expect(warningsOf(manifest, NOW)).toEqual([]);
    expect(warningsOf(manifest, NOW + 120 * DAY - 1)).toEqual([]);
  });

  test('their age, from the millisecond on which they expire', () => {
    const expired = { code: 'expired', since: NOW + 120 * DAY, age: 120 * DAY };
    expect(warningsOf(manifest, NOW + 120 * DAY)).toEqual([expired]);
    expect(warningsOf(manifest, NOW + 150 * DAY)).toEqual([{ ...expired, age: 150 * DAY }]);
  });

  test('S12: that the clock is behind, by more than a day', () => {
    expect(warningsOf(manifest, NOW - DAY)).toEqual([]);
    expect(warningsOf(manifest, NOW - DAY - 1)).toEqual([{ code: 'clock-behind', by: DAY + 1 }]);
    expect(warningsOf(manifest, 0)).toEqual([{ code: 'clock-behind', by: NOW }]);
  });
});
