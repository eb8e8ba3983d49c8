// Verdicts against labels: confusion, precision and recall, whether the stated probability is borne out, and what went wrong.
import type { Assessment, Verdict } from '../utils/origin/assessment.ts';
import { type Labelled, ORIGINS, type Origin, sideOf } from './labelled.ts';

export interface Judged extends Labelled {
  assessment: Assessment;
}

export interface Score {
  rows: number;
  /** Of those called so, how many were labelled so; null where none was called so. */
  precision: number | null;
  /** Of those labelled so, how many were called so; null where none was labelled so. */
  recall: number | null;
}

export interface Bin {
  from: number;
  rows: number;
  /** Mean stated probability. */
  stated: number;
  /** Share that was right, and its 95 % interval (Wilson). */
  observed: number;
  low: number;
  high: number;
}

const VERDICTS: readonly Verdict[] = ['imported', 'likely-imported', 'unknown', 'likely-local', 'local'];

/** Label → verdict → rows. */
export function confusion(rows: readonly Judged[]): Record<Origin, Record<Verdict, number>> {
  const count = (origin: Origin, verdict: Verdict) =>
    rows.filter((row) => row.origin === origin && row.assessment.verdict === verdict).length;
  const line = (origin: Origin) => Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(origin, verdict)]));
  return Object.fromEntries(ORIGINS.map((origin) => [origin, line(origin)])) as Record<Origin, Record<Verdict, number>>;
}

export function score(rows: readonly Judged[], origin: Origin): Score {
  const labelled = rows.filter((row) => row.origin === origin).length;
  const called = rows.filter(({ assessment }) => sideOf(assessment.verdict) === origin);
  const right = called.filter((row) => row.origin === origin).length;
  return {
    rows: labelled,
    precision: called.length ? right / called.length : null,
    recall: labelled ? right / labelled : null,
  };
}

export const accuracy = (rows: readonly Judged[]): number =>
  rows.filter((row) => sideOf(row.assessment.verdict) === row.origin).length / rows.length;

const EDGES = [0.8, 0.85, 0.9, 0.95, 0.98];

/** Rows with a verdict, by stated probability. "Right" is the labelled side; unknown counts as wrong. */
export function bins(rows: readonly Judged[]): Bin[] {
  const spoken = rows.filter(({ assessment }) => assessment.verdict !== 'unknown');
  return EDGES.flatMap((from, i) => {
    const here = spoken.filter(
      ({ assessment: { probability } }) =>
        probability >= (i === 0 ? 0 : from) && probability < (EDGES[i + 1] ?? Number.POSITIVE_INFINITY),
    );
    if (here.length === 0) return [];
    const right = here.filter((row) => sideOf(row.assessment.verdict) === row.origin).length;
    const stated = here.reduce((sum, { assessment }) => sum + assessment.probability, 0) / here.length;
    return [
      {
        from: i === 0 ? 0 : from,
        rows: here.length,
        stated,
        observed: right / here.length,
        ...wilson(right, here.length),
      },
    ];
  });
}

const FOLDS = 5;

/** Rows of one seller are alike, so they are in one fold; a row without a seller is alone. */
function foldOf({ listing, id }: Labelled): number {
  let hash = 0;
  for (const char of listing.seller?.name ?? id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % FOLDS;
}

/**
 * Brier score (mean square of what was missed; 0 is best) of the stated probability, and of one that is fitted anew on the
 * rows of other sellers, five times: much better, and the stated one is wrong; null where no row has a verdict.
 */
export function brier(rows: readonly Judged[]): { stated: number; fitted: number } | null {
  const spoken = rows.filter(({ assessment }) => assessment.verdict !== 'unknown');
  if (spoken.length === 0) return null;
  const right = (row: Judged) => Number(sideOf(row.assessment.verdict) === row.origin);
  const refitted = (row: Judged): number => {
    const others = spoken.filter(
      (other) => foldOf(other) !== foldOf(row) && other.assessment.probability === row.assessment.probability,
    );
    // One right and one wrong more: few rows say little.
    return (others.reduce((sum, other) => sum + right(other), 0) + 1) / (others.length + 2);
  };
  const mean = (of: (row: Judged) => number) => spoken.reduce((sum, row) => sum + of(row), 0) / spoken.length;
  return {
    stated: mean((row) => (row.assessment.probability - right(row)) ** 2),
    fitted: mean((row) => (refitted(row) - right(row)) ** 2),
  };
}

/** The 95 % interval of a share. */
export function wilson(right: number, rows: number): { low: number; high: number } {
  const z = 1.96;
  const share = right / rows;
  const middle = (share + (z * z) / (2 * rows)) / (1 + (z * z) / rows);
  const half = (z * Math.sqrt((share * (1 - share)) / rows + (z * z) / (4 * rows * rows))) / (1 + (z * z) / rows);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
