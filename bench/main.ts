// `npm run -s bench -- --json [--runs N] [NAME...]`: one line a benchmark, what it costs beside the least that it could.
// Without --json the same in words. How each is measured stands in the file that measures it.
import { parseArgs } from 'node:util';
import { build } from '../scripts/run.ts';
import { alternatives10k, alternatives100k } from './alternatives.ts';
import { alternativesReady } from './alternatives-ready.ts';
import { hostileTasks } from './hostile.ts';
import { productBadge, results } from './pages.ts';
import type { Result } from './statistics.ts';
import { updateDay } from './update.ts';
import { verdicts10k, verdicts100k, verdictsHostile } from './verdicts.ts';
import { coldWorker, rulesetStart } from './workers.ts';

type Benchmark = (runs: number) => Promise<Result>;

/** In Node alone. */
const PLAIN: Record<string, Benchmark> = {
  'verdict-10k': verdicts10k,
  'verdict-100k': verdicts100k,
  'verdict-hostile': verdictsHostile,
  'alternatives-10k': alternatives10k,
  'alternatives-100k': alternatives100k,
};

/** Of the built extension, in a browser. */
const BUILT: Record<string, Benchmark> = {
  'results-60': (runs) => results(60, runs),
  'results-240': (runs) => results(240, runs),
  'product-badge': productBadge,
  'hostile-tasks': hostileTasks,
  'cold-worker': coldWorker,
  'ruleset-start-10k': (runs) => rulesetStart(10_000, runs),
  'update-day': updateDay,
  'alternatives-ready-10k': (runs) => alternativesReady(10_000, runs),
  'alternatives-ready-100k': (runs) => alternativesReady(100_000, runs),
  'ruleset-start-100k': (runs) => rulesetStart(100_000, runs),
};

const BENCHMARKS = { ...BUILT, ...PLAIN };
const LEAST_RUNS = 15;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: String(LEAST_RUNS) } },
});
const runs = Number(values.runs);
const unknown = positionals.filter((name) => !(name in BENCHMARKS));

if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
  console.error(`Usage: npm run -s bench -- [--json] [--runs N] [${Object.keys(BENCHMARKS).join(' | ')}] ...`);
  process.exitCode = 2;
} else {
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS);
  if (names.some((name) => name in BUILT)) await build(['chrome']);
  for (const name of names) {
    const result = await BENCHMARKS[name]?.(runs);
    if (!result) continue;
    const more = Object.entries(result.more ?? {}).map(([key, value]) => `, ${key} ${value}`);
    const words = `${result.name}: ${result.value} ${result.unit}, floor ${result.floor ?? 'none'}, ratio ${result.ratio ?? 'none'}${more.join('')}`;
    console.log(values.json ? JSON.stringify(result) : words);
  }
}
