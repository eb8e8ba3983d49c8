// The judgement tables of tests/corpus: every listing gets one of the verdicts it may get, and
// the notices it is to get. What the engine still gets
// wrong is listed here, and a row that has become right must leave the list: it can only shrink.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCorpus } from '../../utils/curation/corpus.ts';
import { judge } from './ruleset.ts';

/** "food.jsonl:3": the reason. */
const KNOWN_WRONG: Record<string, string> = {};

const examples = readCorpus(fileURLToPath(new URL('../corpus', import.meta.url)));

/** What is wrong about a row, a line for each of its listings. A text is judged as a title and as a description. */
function faults(where: string): string[] {
  return examples
    .filter((example) => example.where === where)
    .flatMap(({ listing, allowed, notices: expected }) => {
      const { verdict, evidence, notices } = judge(listing);
      const got = notices.map(({ id }) => id).join();
      const said = expected === null || expected.join() === got ? [] : [`notices: ${got || 'none'}, not ${expected}`];
      if (allowed.includes(verdict)) return said;
      const because = evidence.map(({ says, strength, field, rule }) => `${says} ${strength} ${field} ${rule}`);
      return [...said, `${verdict} instead of ${allowed.join(' or ')}: ${because.join(', ') || 'no evidence'}`];
    });
}

const rows = [...new Map(examples.map((example) => [example.where, example])).values()];

test.each(rows.filter(({ where }) => !(where in KNOWN_WRONG)))('$where: $why', ({ where }) => {
  expect(faults(where)).toEqual([]);
});

test('the rows known to be wrong exist and are wrong still', () => {
  const right = Object.keys(KNOWN_WRONG).filter((where) => faults(where).length === 0);
  expect(right, 'right now, or gone: take them off the list').toEqual([]);
});
