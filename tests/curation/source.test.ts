// One file by itself, before anything is looked up: YAML that breaks, steers or loses something, and what texts may hold.
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { name } from '../../utils/curation/fields.ts';
import { flawsOf } from '../../utils/curation/hygiene.ts';
import { parseSource } from '../../utils/curation/source.ts';

const codes = (text: string) => parseSource('brands/uji.yml', text).faults.map(({ code }) => code);
const data = (text: string) => parseSource('brands/uji.yml', text).source?.data;

test.each([
  ['an anchor that is not there', 'name: *Star*\n', 'yaml-alias-unknown'],
  ['another version of YAML', '%YAML 1.1\n---\nname: yes\n', 'yaml-steering'],
  ['a prefix for tags', '%TAG ! tag:contoh.id,2026:\n---\nname: a\n', 'yaml-steering'],
  ['an end, and more', 'name: a\n...\nbukan apa-apa\n', 'yaml-steering'],
  ['a number that becomes a comment', 'name: Kopi #1\n', 'yaml-comment'],
  ['the same in a list', 'aliases:\n  - Kopi #1\n  - Teh\n', 'yaml-comment'],
  ['a value that is a comment', 'name: #1 Kopi\n', 'yaml-comment'],
  ['a colon in a value', 'name: Kopi: Enak\n', 'yaml-colon'],
  ['a colon without its space', 'name:Kopi\ncountry: ID\n', 'yaml-space'],
  ['something behind the quotes', 'name: "Kopi" Enak\n', 'yaml-junk'],
  ['a list as the name of a field', '? [a]\n: b\n', 'yaml-key'],
])('%s is a fault', (_, text, code) => {
  expect(codes(text)).toEqual([code]);
});

test.each([
  ['a comment behind a value', 'name: Kopi # enak\n', { name: 'Kopi' }],
  ['comments on their own lines', '#enak\nname: Kopi\n#1\n', { name: 'Kopi' }],
  ['a number in quotes', "name: 'Kopi #1'\n", { name: 'Kopi #1' }],
  ['a number without a space', 'name: Kopi#1\n', { name: 'Kopi#1' }],
  ['an anchor and its use', 'a: &a [1]\nb: *a\n', { a: [1], b: [1] }],
])('%s is fine', (_, text, expected) => {
  expect(codes(text)).toEqual([]);
  expect(data(text)).toEqual(expected);
});

const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('');

test.each([
  ['many fields', lines(40_000, (i) => `k${i}: 1\n`)],
  ['one field, many times', lines(40_000, () => 'k: 1\n')],
  ['many anchors that are not there', lines(40_000, (i) => `k${i}: *a\n`)],
  ['many documents', `a: 1\n${'---\n'.repeat(200_000)}`],
  ['one long line of quotes', `a: ${'"'.repeat(900_000)}\n`],
])('is done soon with %s', (_, text) => {
  const start = performance.now();
  expect(parseSource('brands/uji.yml', text).faults.length).toBeLessThanOrEqual(50);
  // It took minutes when every field was compared with every other; the room is for slow machines.
  expect(performance.now() - start).toBeLessThan(10_000);
});

const flaws = (text: string) => flawsOf(text).map(({ code }) => code);
const nameFaults = (text: string) => v.safeParse(name, text).issues?.map(({ message }) => message) ?? [];

test.each([
  ['&ltb&gt', 'markup'],
  ['&#60b', 'markup'],
  ['&#x3C', 'markup'],
  ['&NotEqualTilde;', 'markup'],
  ['&there4;', 'markup'],
  ['javascript : alert(1)', 'unsafe-link'],
  ['about:blank', 'unsafe-link'],
  ['℮lzatta', 'strange-sign'],
  ['⍺dvan', 'strange-sign'],
  ['T○ko', 'strange-sign'],
  ['🅰dvan', 'strange-sign'],
  ['Merek ☕', 'strange-sign'],
  ['Toko ٣', 'strange-sign'],
  ['rusak \ufffd', 'strange-sign'],
  ['rusak \ufffc', 'strange-sign'],
  ['Sony한', 'mixed-scripts'],
  ['Kopi\u0e34', 'mixed-scripts'],
  ['中\u0e34', 'mixed-scripts'],
  ['中\u0301', 'look-alike'],
])('%j: %s', (text, code) => {
  expect(flaws(text)).toContain(code);
});

test.each([
  'https:contoh.net',
  '//contoh.net',
  'www.contoh.net',
  'contoh.net/toko',
  'mailto:anu',
  'data:text',
  'javascript :x',
  'anu@contoh.net',
])('a name is no address: %s', (text) => {
  expect([...flaws(text), ...nameFaults(text)]).toContain('name-address');
});

test.each(['Kopi\nEnak', 'Kopi\tEnak'])('a name stands on one line: %j', (text) => {
  expect(nameFaults(text)).toContain('one-line');
});

test.each([
  "L'Oréal",
  'H&M',
  'A+',
  '3M',
  'Kopi™',
  'Häagen-Dazs',
  'Tom & Co',
  'About: You',
  '½ Lusin',
  'Booking.com',
  'Kao 花王',
  '무인양품',
  'No. 5 → 6 × 7 ±2°',
  'PT Industri Jamu dan Farmasi Sido Muncul Perusahaan Terbuka Tercatat di Bursa Efek Indonesia Jakarta Semarang Jawa',
])('a name may be %s', (text) => {
  expect([...flaws(text), ...nameFaults(text)]).toEqual([]);
});
