// The judgement table tests/corpus/traps.jsonl: sentences and listings that mislead, the verdicts they may get, and why.
// A row with `text` is judged once as a title and once as a description.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judge } from './ruleset.ts';

interface Row {
  text?: string;
  listing?: object;
  allowed: string[];
  why: string;
}

const table = readFileSync(new URL('../corpus/traps.jsonl', import.meta.url), 'utf8');
const rows: Row[] = table
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const listings = rows.flatMap(({ text, listing, allowed, why }) =>
  (listing ? [listing] : [{ title: text }, { title: 'Barang', description: text }]).map((fields) => ({
    said: JSON.stringify(fields),
    fields,
    allowed,
    why,
  })),
);

test.each(listings)('$said: $why', ({ fields, allowed }) => {
  const { verdict, evidence } = judge(fields);
  const because = evidence.map(({ says, strength, field, rule }) => `${says} ${strength} ${field} ${rule}`).join('\n');
  expect(allowed, because).toContain(verdict);
});
