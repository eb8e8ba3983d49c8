// The table in docs/SECURITY.md: whatever it says is shown, a test of that name shows.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const rows = [...read('docs/SECURITY.md').matchAll(/^\| (S\d+) \|.*\| (.*) \|$/gm)].map(([, row = '', shown = '']) => ({
  row,
  files: shown === 'not yet' ? [] : shown.split(', ').map((name) => name.replaceAll('`', '')),
}));

test('it has a row for each of S1 to S23', () => {
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 23 }, (_, i) => `S${i + 1}`));
});

test.for(rows.filter(({ files }) => files.length > 0))('$row is shown by $files', ({ row, files }) => {
  const titled = new RegExp(`\\(${row}\\)|['\`]${row}\\b`);
  expect(files.filter((file) => !titled.test(read(file)))).toEqual([]);
});
