// A ruleset to compare or build: a folder, or a file that `ruleset build` wrote.
import { statSync } from 'node:fs';
import * as v from 'valibot';
import { compileFolder, RulesetError } from '../../utils/curation/compile.ts';
import type { Folder } from '../../utils/curation/folder.ts';
import { type Ruleset, RulesetSchema } from '../../utils/knowledge/ruleset.ts';
import type { Lang } from '../../utils/messages.ts';
import { InputError, readInput } from '../io.ts';
import { report } from './check.ts';
import { filesRead, openRulesetFolder } from './folder.ts';

/** Throws InputError with every fault. */
export function compile(folder: Folder, lang: Lang): Ruleset {
  try {
    return compileFolder(folder, filesRead);
  } catch (error) {
    throw error instanceof RulesetError ? new InputError(report(error.faults, lang)) : error;
  }
}

export function openRuleset(path: string, lang: Lang): Ruleset {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return compile(openRulesetFolder(path), lang);
  try {
    const built = v.safeParse(RulesetSchema, JSON.parse(readInput(path)));
    if (built.success) return built.output;
  } catch (error) {
    if (error instanceof InputError) throw error;
  }
  throw new InputError(`${path}: neither a ruleset folder nor a file that "ruleset build" wrote`);
}
