// `npm test` (the quick tier) and `npm run test:long`: all set-up, then every check, then one line "N passed, N failed".
// The linter and the type checker count as one test each. A failure is printed by name with its first lines.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installBrowsers, installCommand } from './browsers.ts';
import { build, ROOT, run } from './run.ts';

interface Failure {
  name: string;
  message: string;
}

interface Tally {
  passed: number;
  failures: Failure[];
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

const LINES_OF_A_FAILURE = 25;

async function check(name: string, dependency: string, parameters: string[]): Promise<Tally> {
  const { code, output } = await run(dependency, parameters);
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [{ name, message: output }] };
}

async function vitest(name: string, parameters: string[]): Promise<Tally> {
  const report = join(ROOT, 'tmp', `vitest-${name}.json`);
  rmSync(report, { force: true });
  const { output } = await run('vitest', ['run', ...parameters, '--reporter=json', `--outputFile=${report}`]);
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failures: [{ name: `vitest ${name}`, message: output }] };
  }
}

function read({ testResults }: VitestReport): Tally {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const failed = tests.filter((test) => test.status === 'failed');
  // A file that could not be loaded has no tests of its own, yet it has failed.
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failures: [
      ...failed.map((test) => ({ name: test.fullName, message: test.failureMessages.join('\n') })),
      ...broken.map((file) => ({ name: file.name, message: file.message })),
    ],
  };
}

const isFailed = (test: { status: string }) => test.status === 'failed';

function add(...tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failures: tallies.flatMap((tally) => tally.failures),
  };
}

const started = Date.now();
function say(sentence: string): void {
  console.log(`[${Math.round((Date.now() - started) / 1000)} s] ${sentence}`);
}

async function main(tier: 'quick' | 'long'): Promise<number> {
  mkdirSync(join(ROOT, 'tmp'), { recursive: true });
  const missing = installBrowsers(['chromium', 'firefox'], say);
  if (missing.length > 0) say(`Missing: ${missing.join(', ')}. Install it with: ${installCommand(missing)}`);
  say('Preparing and building the extension for Chrome and Firefox ...');
  await run('wxt', ['prepare']);
  await build();
  const tally = tier === 'long' ? await long() : await quick();
  for (const { name, message } of tally.failures) {
    const lines = message.trim().split('\n');
    console.log(`\nFAILED  ${name}\n${lines.slice(0, LINES_OF_A_FAILURE).join('\n')}`);
  }
  console.log(`\n${tally.passed} passed, ${tally.failures.length} failed`);
  return tally.failures.length === 0 ? 0 : 1;
}

async function quick(): Promise<Tally> {
  say('Checking style and types, running the unit tests ...');
  const checks = await Promise.all([
    check('lint: npm run lint', '@biomejs/biome', ['ci', '--colors=off', '.']),
    check('types: npm run typecheck', 'typescript', ['--noEmit']),
  ]);
  const units = await vitest('unit', ['--project', 'unit', '--project', 'dom', '--exclude', '**/*.long.test.ts']);
  say('Running the tests in Chromium and Firefox ...');
  // Side by side: they mostly wait.
  const browsers = await Promise.all([
    vitest('chromium', ['--project', 'e2e', 'chromium.test.ts']),
    vitest('firefox', ['--project', 'e2e', 'firefox.test.ts']),
  ]);
  say('Done.');
  return add(...checks, units, ...browsers);
}

async function long(): Promise<Tally> {
  say('Running the long tests (some minutes) ...');
  return vitest('long', ['long.test']);
}

try {
  process.exitCode = await main(process.argv.includes('--long') ? 'long' : 'quick');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
