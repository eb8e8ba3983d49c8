// `cekasal evaluate`: how well the judgement does on a file that careful readers labelled, in a table that a person reads.
import { openKnowledge } from '../utils/knowledge/knowledge.ts';
import { tokens } from '../utils/knowledge/tokens.ts';
import { assess } from '../utils/origin/assess.ts';
import { InputError, readInput, rulesetFolder, run } from './io.ts';
import { isExample, type Labelled, ORIGINS, parseExample, parseLabelled, sideOf } from './labelled.ts';
import { accuracy, bins, brier, confusion, type Judged, type Score, score } from './measure.ts';
import { dayOf, parseOptions } from './options.ts';
import { openRuleset } from './ruleset/open.ts';

const OPTIONS = { day: { type: 'string' }, ruleset: { type: 'string' } } as const;
const GROUPS = ['strength', 'marketplace', 'kind', 'basis', 'trap'] as const;

export function evaluateCommand(args: string[]): Promise<number> {
  return run(() => {
    const { values, positionals } = parseOptions(args, OPTIONS);
    if (positionals.length === 0) throw new InputError('evaluate takes a FILE, or several');
    const day = dayOf(values.day);
    const rows = positionals.flatMap(readRows);
    if (rows.length === 0) throw new InputError(`${positionals.join(', ')}: no rows`);
    const knowledge = openKnowledge(openRuleset(rulesetFolder(values.ruleset), 'en'));
    const kindOf = ({ listing: { title } }: Labelled) => knowledge.kind(tokens(title ?? ''))?.group ?? '-';
    const judged = rows.map((row) => ({
      ...row,
      groups: { ...row.groups, kind: kindOf(row) },
      assessment: assess(row.listing, knowledge, { day }),
    }));
    process.stdout.write(`${report(judged, knowledge.version).join('\n')}\n`);
  });
}

const readRows = (file: string): Labelled[] =>
  readInput(file)
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : parseLine(line, `${file}:${i + 1}`, i + 1)));

function parseLine(line: string, where: string, number: number): Labelled[] {
  try {
    const row: unknown = JSON.parse(line);
    return isExample(row) ? parseExample(line, where) : [parseLabelled(row, number)];
  } catch (error) {
    throw new InputError(`${where}: ${error instanceof Error ? error.message : error}`);
  }
}

const percent = (share: number | null) => (share === null ? '-' : `${(100 * share).toFixed(1)} %`);
const cells = (...values: (string | number)[]) => values.map((value) => String(value).padStart(17)).join('');
const scores = ({ rows, precision, recall }: Score) => [rows, percent(precision), percent(recall)];

type Grouped = Judged & { groups: Record<(typeof GROUPS)[number], string> };

function report(rows: readonly Grouped[], version: string): string[] {
  const table = Object.entries(confusion(rows));
  const both = (some: readonly Judged[]) => [...scores(score(some, 'imported')), ...scores(score(some, 'local'))];
  const wrong = rows.filter((row) => sideOf(row.assessment.verdict) !== row.origin);
  return [
    `${rows.length} rows, ruleset ${version}, right ${percent(accuracy(rows))}`,
    '',
    cells('label \\ verdict', ...Object.keys(table[0]?.[1] ?? {})),
    ...table.map(([origin, verdicts]) => cells(origin, ...Object.values(verdicts))),
    '',
    cells('', 'rows', 'precision', 'recall'),
    ...ORIGINS.map((origin) => cells(origin, ...scores(score(rows, origin)))),
    '',
    cells('stated', 'rows', 'mean', 'observed', '95 % from', 'to'),
    ...bins(rows).map(({ from, rows: count, stated, observed, low, high }) =>
      cells(`>= ${from}`, count, percent(stated), percent(observed), percent(low), percent(high)),
    ),
    ...folds(brier(rows)),
    ...GROUPS.flatMap((group) => [
      '',
      cells(`by ${group}`, 'imported', 'precision', 'recall', 'local', 'precision', 'recall'),
      ...[...Map.groupBy(rows, (row) => row.groups[group])].map(([name, some]) =>
        cells(name.slice(0, 16), ...both(some)),
      ),
    ]),
    '',
    `What it got wrong: ${wrong.length}`,
    ...wrong.map(described),
  ];
}

const folds = (score: ReturnType<typeof brier>): string[] =>
  score
    ? [
        '',
        `Brier score: stated ${score.stated.toFixed(3)}, fitted on other sellers in five folds ${score.fitted.toFixed(3)}`,
      ]
    : [];

function described({ id, origin, listing, assessment }: Judged): string {
  const evidence = assessment.evidence
    .filter(({ claim }) => claim === 'madeIn')
    .map(({ says, strength, field, quote, rule }) => `${says} ${strength} ${field} "${quote}" (${rule})`);
  return `${id}: ${origin}, called ${assessment.verdict} ${assessment.probability}: ${listing.title ?? ''}${evidence.map((one) => `\n    ${one}`).join('')}`;
}
