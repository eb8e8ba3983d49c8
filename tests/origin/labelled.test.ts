// Measures the judgement on real labelled listings, which stay outside the project: runs only where that folder stands
// beside the checkout. A wrong "impor" slanders an honest seller, so that bound is the hardest.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ORIGINS, parseLabelled } from '../../cli/labelled.ts';
import { assess } from '../../utils/origin/assess.ts';
import type { Verdict } from '../../utils/origin/assessment.ts';
import { DAY, knowledge } from './ruleset.ts';

const FILE = fileURLToPath(new URL('../../../shared/datasets/labelled-dev.jsonl', import.meta.url));
const LABELS = ORIGINS;
const VERDICTS: Verdict[] = ['imported', 'likely-imported', 'unknown', 'likely-local', 'local'];

describe.skipIf(!existsSync(FILE))('the labelled listings', () => {
  const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').trim().split('\n') : [];
  const rows = lines.map((line, i) => parseLabelled(JSON.parse(line), i + 1));
  const judged = rows.map(({ id, origin, groups, listing }) => ({
    id,
    origin,
    strength: groups.strength,
    ...assess(listing, knowledge, { day: DAY }),
  }));
  const count = (origins: readonly string[], verdicts: readonly Verdict[]) =>
    judged.filter(({ origin, verdict }) => origins.includes(origin) && verdicts.includes(verdict)).length;
  const impor: Verdict[] = ['imported', 'likely-imported'];
  const lokal: Verdict[] = ['local', 'likely-local'];

  test('print the confusion of labels and verdicts', () => {
    const line = (cells: (string | number)[]) => cells.map((cell) => String(cell).padStart(16)).join('');
    console.log(
      [
        line(['', ...VERDICTS]),
        ...LABELS.map((origin) => line([origin, ...VERDICTS.map((v) => count([origin], [v]))])),
      ].join('\n'),
    );
    expect(judged.length).toBeGreaterThan(0);
  });

  test('no listing labelled local is called imported', () => {
    const slandered = judged.filter(({ origin, verdict }) => origin === 'local' && impor.includes(verdict));
    expect(slandered.map(({ id }) => id)).toEqual([]);
  });

  test('a listing labelled local gets no notice, unless its number contradicts its field', () => {
    const noted = judged
      .filter(({ origin }) => origin === 'local')
      .flatMap(({ id, notices }) => notices.map((one) => [id, one.id]));
    expect(noted.filter(([, notice]) => notice !== 'registration-contradiction')).toEqual([]);
  });

  test('"impor" is right in 96 of 100, and finds more than 84 of 100 imports', () => {
    expect(count(['imported'], impor) / count(LABELS, impor)).toBeGreaterThanOrEqual(0.96);
    expect(count(['imported'], impor) / count(['imported'], VERDICTS)).toBeGreaterThan(0.84);
  });

  test('"lokal" is right in 95 of 100, never for an import, and finds more than 84 of 100 local listings', () => {
    expect(count(['imported'], lokal)).toBe(0);
    expect(count(['local'], lokal) / count(LABELS, lokal)).toBeGreaterThanOrEqual(0.95);
    expect(count(['local'], lokal) / count(['local'], VERDICTS)).toBeGreaterThan(0.84);
  });

  test.each(['imported', 'local'] as const)(
    '%s: firm verdicts are right, and given to half of what was labelled sure',
    (label) => {
      const firm = judged.filter(({ verdict }) => verdict === label);
      expect(firm.filter(({ origin }) => origin !== label)).toEqual([]);
      const sure = judged.filter(({ origin, strength }) => origin === label && strength === 'sure');
      expect(sure.filter(({ verdict }) => verdict === label).length / sure.length).toBeGreaterThanOrEqual(0.5);
    },
  );

  test.each([
    ['imported', impor],
    ['local', lokal],
  ])('the probability stated for %s is borne out', (label, verdicts) => {
    const called = judged.filter(({ verdict }) => verdicts.includes(verdict));
    const stated = called.reduce((sum, { probability }) => sum + probability, 0) / called.length;
    expect(called.filter(({ origin }) => origin === label).length / called.length).toBeGreaterThanOrEqual(
      stated - 0.05,
    );
  });
});
