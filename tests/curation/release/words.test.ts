// Whatever stops a release team is said in words, in both languages.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages } from '../../../utils/curation/words.ts';
import { RULESET } from '../../origin/ruleset.ts';

const sources = globSync('{utils/curation/release,cli/ruleset}/*.ts', { cwd: join(RULESET, '..') }).map((file) =>
  readFileSync(join(RULESET, '..', file), 'utf8'),
);
const found = (pattern: RegExp) => sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code));
const codes = [
  ...found(/ReleaseError\('([\w-]+)'/g).map((code) => `release.${code}`),
  ...found(/'(release\.[\w-]+)'/g),
  'release.threshold-one',
  'release.threshold-high',
];

test('every code has its words', () => {
  expect(codes.length).toBeGreaterThan(40);
  const words = messages();
  expect(codes.filter((code) => !words[code]?.id || !words[code]?.en)).toEqual([]);
});

test('both languages fill in the same', () => {
  const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
  const differing = Object.entries(messages()).filter(
    ([code, { id, en }]) => /^re(?:lease|fused)\./.test(code) && `${slots(id)}` !== `${slots(en)}`,
  );
  expect(differing).toEqual([]);
});
