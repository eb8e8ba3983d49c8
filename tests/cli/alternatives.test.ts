// `cekasal alternatives`: one line a listing, bad input in one line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { COMPILED } from '../compiled.ts';

const dir = mkdtempSync(join(tmpdir(), 'cekasal-alternatives-'));
afterAll(() => rmSync(dir, { recursive: true }));
const write = (name: string, lines: unknown[]) => {
  const file = join(dir, name);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
};
const run = (...args: string[]) => {
  const cli = ['cli/main.ts', 'alternatives', ...args, '--ruleset', COMPILED.pathname];
  const { status, stdout, stderr } = spawnSync(process.execPath, cli, { encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n').filter(Boolean), stderr };
};
const POOL = [
  {
    id: 'a',
    title: 'Sandal Selop Wanita Kulit',
    price: { amount: 90_000, currency: 'IDR' },
    seller: { location: 'Kab. Magetan' },
  },
  { id: 'b', title: 'Sambal Bawang Pedas', price: 'murah', seller: 'Toko', category: 7, lain: {} },
];

test('a line of results for every listing, empty where nothing fits', () => {
  const file = write('q.jsonl', [
    { title: 'Sandal Slop Wanita Import', price_idr: 80_000 },
    '',
    { title: 'Charger Laptop' },
  ]);
  const { status, lines } = run(file, '--pool', write('pool.jsonl', POOL), '-k', '1', '--province', '35');
  expect(status).toBe(0);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { results: [{ id: 'a', score: expect.any(Number), reasons: expect.arrayContaining(['same-kind', 'near']) }] },
    { results: [] },
  ]);
});

test.for<[string, unknown[], unknown[], string[], RegExp]>([
  [
    'an id with a line end',
    [{ title: 'Sandal' }],
    [{ id: 'a\nb', title: 'Sandal Jepit' }],
    ['--pool'],
    /pool\.jsonl:1: id/,
  ],
  ['no pool', [{ title: 'x' }], POOL, [], /--pool/],
  ['a pool without ids', [{ title: 'x' }], [{ title: 'y' }], ['--pool'], /pool\.jsonl:1: id/],
  ['no JSON', ['{'], POOL, ['--pool'], /q\.jsonl:1: not JSON/],
  ['no title', [{ price: 1 }], POOL, ['--pool'], /q\.jsonl:1: title/],
  ['an odd k', [{ title: 'x' }], POOL, ['-k', '0', '--pool'], /-k/],
])('%s: one clear line', ([, listings, pool, options, reason]) => {
  const [file, other] = [write('q.jsonl', listings), write('pool.jsonl', pool)];
  const { status, lines, stderr } = run(file, ...options, ...(options.includes('--pool') ? [other] : []));
  expect([status, lines]).toEqual([2, []]);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(reason);
});
