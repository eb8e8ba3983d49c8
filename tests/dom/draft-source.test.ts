// A pasted source of rules: only what is one is taken, and what is wrong with all else is told apart.
import { expect, test } from 'vitest';
import { LONGEST_DRAFT, type Problem, parseSource, rootProblem } from '../../utils/draft-source.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';

const MIRRORS = ['https://aturan.example/a'];
const text = (source: unknown) => JSON.stringify(source);

test('a source: its addresses end in a slash, its root stays as it is', () => {
  expect(parseSource(`\n ${text({ mirrors: MIRRORS, root: '{}\n{}', more: 1 })}\n`)).toEqual({
    source: { mirrors: ['https://aturan.example/a/'], root: '{}\n{}' },
  });
  expect(parseSource(text({ mirrors: ['http://localhost:8080'], root: 'x' })).problem).toBeUndefined();
});

test.for<[Problem, string]>([
  ['empty', '  \n'],
  ['too-long', 'x'.repeat(LONGEST_DRAFT + 1)],
  ['not-json', '{"mirrors": ["https://aturan.example/"]'],
  ['not-json', 'https://aturan.example/'],
  ['not-source', '[]'],
  ['not-source', 'null'],
  ['address', text({ root: 'x' })],
  ['address', text({ mirrors: [], root: 'x' })],
  ['address', text({ mirrors: ['http://aturan.example/'], root: 'x' })],
  ['address', text({ mirrors: ['https://a:b@aturan.example/'], root: 'x' })],
  ['address', text({ mirrors: ['https://aturan.example/?q=1'], root: 'x' })],
  ['address', text({ mirrors: ['javascript:alert(1)'], root: 'x' })],
  ['address', text({ mirrors: Array(9).fill('https://aturan.example/'), root: 'x' })],
  ['root-missing', text({ mirrors: MIRRORS })],
  ['root-missing', text({ mirrors: MIRRORS, root: '' })],
  ['not-source', text({ mirrors: MIRRORS, root: { type: 'root' } })],
])('%s', ([problem, pasted]) => {
  expect(parseSource(pasted)).toEqual({ problem });
  for (const words of Object.values(PAGE_WORDS)) expect(words).toHaveProperty([`draft.problem.${problem}`]);
});

test('a root that is none is known before it is used', async () => {
  expect(await rootProblem({ mirrors: MIRRORS, root: 'bukan daftar kunci' })).toMatchObject({ code: 'malformed' });
});
