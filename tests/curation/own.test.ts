// The project's own ruleset: every file in order, and the corpus judged as it should be.
import { expect, test } from 'vitest';
import { checkRuleset } from '../../utils/curation/check.ts';
import { readCorpus } from '../../utils/curation/corpus.ts';
import { openFolder } from '../../utils/curation/folder.ts';
import { describe as inWords } from '../../utils/curation/words.ts';
import { DAY, RULESET } from '../origin/ruleset.ts';

const corpus = readCorpus(new URL('../corpus', import.meta.url).pathname);

test("the project's own rules are in order", () => {
  const { faults } = checkRuleset(openFolder(RULESET), DAY, corpus);
  expect(faults.map((fault) => inWords(fault, 'en'))).toEqual([]);
});
