// House rules that no linter knows: short files, fair words, a lock file for everybody.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT, sourceFiles } from './graph.ts';

const LONGEST_FILE = 300;
/** We speak of the listing and the evidence, never of a crime. */
const UNFAIR = /\b(?:ilegal|illegal|palsu|fake|menipu|penipu|penipuan|scam|bohong|curang|selundup\w*|smuggl\w*)\b/i;
const SOMEBODYS_FOLDER = /["'`(\s]\/(?:home|root|work|Users)\//;

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const isFile = (path: string) => statSync(join(ROOT, path)).isFile();
const TEXTS = '{.ci,bench,build,cli,components,docs,entrypoints,hub,locales,ruleset,scripts,tests,utils}/**/*.*';
const own = () => [
  ...globSync(TEXTS, { cwd: ROOT }).filter(isFile),
  ...globSync('*.{ts,md}', { cwd: ROOT }),
  'package.json',
];

describe('files', () => {
  test(`none is longer than ${LONGEST_FILE} lines`, () => {
    const tests = globSync('tests/**/*.{ts,tsx}', { cwd: ROOT });
    const long = [...sourceFiles(), ...tests].filter((path) => read(path).split('\n').length > LONGEST_FILE);
    expect(long.map((path) => `${path} holds more than one idea by its length: split it.`)).toEqual([]);
  });

  test('each begins by saying which idea it holds', () => {
    const silent = sourceFiles().filter((path) => /\.tsx?$/.test(path) && !/^(?:\/\/|\/\*)/.test(read(path)));
    expect(silent.map((path) => `${path} should begin with a comment that says what it holds.`)).toEqual([]);
  });

  test("none names a folder of somebody's machine", () => {
    expect(own().filter((path) => SOMEBODYS_FOLDER.test(read(path)))).toEqual([]);
  });

  test('no rule of the linter or the compiler is switched off in place', () => {
    const mine = 'tests/house/house.test.ts';
    const off = own().filter(
      (path) =>
        /\.tsx?$/.test(path) &&
        path !== mine &&
        /biome-ignore|@ts-(?:ignore|expect-error|nocheck)|\bTODO\b/.test(read(path)),
    );
    expect(off).toEqual([]);
  });
});

test('every folder of tests is one that is run', () => {
  const config = read('vitest.config.ts');
  const folders = globSync('tests/*/**/*.test.{ts,tsx}', { cwd: ROOT }).map((path) => path.split('/')[1]);
  const idle = [...new Set(folders)].filter((folder) => !config.includes(`'${folder}'`));
  expect(idle.map((folder) => `tests/${folder} is in no project of vitest.config.ts.`)).toEqual([]);
});

test('the lock file names no registry, so that anyone can install from theirs', () => {
  const hosts = [...read('package-lock.json').matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map((match) => match[1]);
  expect([...new Set(hosts)]).toEqual([]);
});

describe('words for shoppers', () => {
  test.for(globSync('locales/*.yml', { cwd: ROOT }))('%s is fair', (path) => {
    const unfair = Object.entries(flatten(parse(read(path)))).filter(([, text]) => UNFAIR.test(text));
    expect(
      unfair.map(([key, text]) => `${path}: ${key} says "${text}". Speak of the listing and its evidence.`),
    ).toEqual([]);
  });
});

function flatten(value: unknown, key = ''): Record<string, string> {
  if (typeof value === 'string') return { [key]: value };
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, inner]) => flatten(inner, key ? `${key}.${name}` : name)),
  );
}

const FLOORS = '../shared/bench';
describe.skipIf(!existsSync(join(ROOT, FLOORS)))(
  'the floors of the benchmarks (where the originals are at hand)',
  () => {
    test.for(['floor-results.js', 'floor-worker.js'])('%s is unchanged', (name) => {
      expect(read(join('bench', name))).toBe(read(join(FLOORS, name)));
    });
  },
);
