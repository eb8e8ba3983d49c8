// `cekasal evaluate`: the figures of a labelled file, and what went wrong with its evidence.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { evaluateCommand } from '../../cli/evaluate.ts';
import { wilson } from '../../cli/measure.ts';
import { COMPILED } from '../compiled.ts';

vi.stubEnv('CEKASAL_RULESET', fileURLToPath(COMPILED));

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cekasal-evaluate-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

async function evaluate(lines: unknown[]) {
  const file = join(dir, 'rows.jsonl');
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const said = { out: '', err: '' };
  const hear = (to: 'out' | 'err') => (text: string | Uint8Array) => {
    said[to] += text;
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'));
  return { status: await evaluateCommand([file]), ...said };
}

const rows = [
  { id: 'a', marketplace: 'X', origin: 'imported', title: 'Mainan', attributes: { 'Negara Asal': 'China' } },
  { id: 'b', marketplace: 'X', origin: 'local', title: 'Keripik pisang', description: 'P-IRT 2063573010123-25' },
  { id: 'c', marketplace: 'Y', origin: 'local', title: 'Blender import', seller: 'Toko', location: 'Kab. Bandung' },
  { id: 'd', marketplace: 'Y', origin: 'unknown', title: 'Gelas bening' },
];

test('tells how many are right, by label and by group, and what was wrong with its evidence', async () => {
  const { status, out } = await evaluate(rows);
  expect(status).toBe(0);
  expect(out).toContain('4 rows');
  expect(out).toMatch(/right 75\.0 %/);
  expect(out).toMatch(/by marketplace[\s\S]*\bY\b/);
  expect(out).toMatch(
    /What it got wrong: 1\nc: local, called unknown .*Blender import\n {4}foreign weak title "import"/,
  );
});

test('our own judgement tables: every row that allows one side only is called so', async () => {
  const folder = fileURLToPath(new URL('../corpus/', import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
  let printed = '';
  expect(await evaluateCommand(files.map((name) => join(folder, name)))).toBe(0);
  console.log(printed.split('\n').slice(0, 11).join('\n'));
  expect(Number(/^(\d+) rows/.exec(printed)?.[1])).toBeGreaterThan(450);
  expect(printed).toMatch(/right 100\.0 %/);
  expect(printed).toContain('What it got wrong: 0');
});

test('a row without a label is refused with its line', async () => {
  const { status, err } = await evaluate([rows[0], { title: 'Tas' }]);
  expect(status).toBe(2);
  expect(err).toMatch(/rows\.jsonl:2: /);
});

test('the interval of a share', () => {
  const { low, high } = wilson(80, 82);
  expect(low).toBeCloseTo(0.915, 2);
  expect(high).toBeCloseTo(0.993, 2);
});
