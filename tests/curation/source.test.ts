// One file by itself, before anything is looked up: YAML that breaks, steers or loses something, and what texts may hold.
import { expect, test } from 'vitest';
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
