// `cekasal ruleset check`: everything that is wrong with a ruleset folder, where, and how to mend it.
import { checkRuleset } from '../../utils/curation/check.ts';
import type { Fault } from '../../utils/curation/fault.ts';
import { describe, say } from '../../utils/curation/words.ts';
import type { Lang } from '../../utils/messages.ts';
import { InputError } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { filesRead, openCorpus, openRulesetFolder } from './folder.ts';

const OPTIONS = {
  lang: { type: 'string' },
  day: { type: 'string' },
  corpus: { type: 'string' },
} as const;

/** File by file, a line each, and how many there are. */
export function report(faults: readonly Fault[], lang: Lang): string {
  const groups: string[] = [];
  let last = '';
  for (const fault of faults) {
    if (fault.file !== last && last !== '') groups.push('');
    last = fault.file;
    groups.push(describe(fault, lang));
  }
  const files = new Set(faults.map(({ file }) => file)).size;
  const sum = say('check.faults', { faults: String(faults.length), files: String(files) }, lang);
  return [...groups, '', sum].join('\n');
}

export function check(args: string[]): void {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (positionals.length > 1) throw new InputError('ruleset check takes one folder');
  const lang = langOf(values.lang);
  const folder = openRulesetFolder(positionals[0]);
  const { faults, files, ruleset } = checkRuleset(folder, dayOf(values.day), openCorpus(values.corpus), filesRead);
  if (!ruleset) throw new InputError(report(faults, lang));
  process.stdout.write(`${say('check.fine', { files: String(files), version: ruleset.version }, lang)}\n`);
}
