// What the actions on a ruleset read: its folder, and the corpus that it is tried on.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Example, readCorpus, readCorpusFile } from '../../utils/curation/corpus.ts';
import { type Folder, openFolder } from '../../utils/curation/folder.ts';
import type { Memo } from '../../utils/curation/read.ts';
import { InputError, rulesetFolder } from '../io.ts';

/** The files of this run: two folders that are compared are mostly the same. */
export const filesRead: Memo = new Map();

/** A ruleset folder; without one, the project's own. Throws InputError when there is no such folder. */
export function openRulesetFolder(dir: string | undefined): Folder {
  try {
    return openFolder(rulesetFolder(dir));
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

const OWN_CORPUS = fileURLToPath(new URL('../../tests/corpus', import.meta.url));

/** The examples of a file; without one, the project's own. */
export function openCorpus(file: string | undefined): Example[] {
  try {
    if (file !== undefined) return readCorpusFile(file);
    return existsSync(OWN_CORPUS) ? readCorpus(OWN_CORPUS) : [];
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
