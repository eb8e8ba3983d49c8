// `cekasal ruleset check`: everything that is wrong with a ruleset folder, where, and how to mend it.
import { checkRuleset } from '../../utils/curation/check.ts';
import type { Fault } from '../../utils/curation/fault.ts';
import { sampleDirectory } from '../../utils/curation/sample.ts';
import { describe, say } from '../../utils/curation/words.ts';
import type { Ruleset } from '../../utils/knowledge/ruleset.ts';
import type { Lang } from '../../utils/messages.ts';
import { InputError } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { filesRead, openCorpus, openRulesetFolder } from './folder.ts';

const OPTIONS = {
  lang: { type: 'string' },
  day: { type: 'string' },
  corpus: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string' },
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

/** Entries of the directory, drawn for a person to trace. */
function drawn(ruleset: Ruleset, count: number, seed: number, lang: Lang): string {
  const entries = sampleDirectory(ruleset, count, seed).map(({ entry, said, addresses }) => {
    const { type, name, title, place, scale, kind, source, reviewed } = said;
    const what = [title ?? name, title ? name : null, kind, place, scale].filter(Boolean).join(', ');
    const fields = { entry, what, type, source, reviewed, addresses: addresses.join(' ') };
    return say('check.drawn', fields, lang);
  });
  return [say('check.sample', { count: String(entries.length), seed: String(seed) }, lang), '', ...entries].join('\n');
}

function numberOf(name: string, text: string | undefined, usual: number): number {
  const number = text === undefined ? usual : Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InputError(`--${name} is a whole number from 1`);
  return number;
}

export function check(args: string[]): void {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (positionals.length > 1) throw new InputError('ruleset check takes one folder');
  const lang = langOf(values.lang);
  const folder = openRulesetFolder(positionals[0]);
  const day = dayOf(values.day);
  const { faults, files, ruleset } = checkRuleset(folder, day, openCorpus(values.corpus), filesRead);
  if (!ruleset) throw new InputError(report(faults, lang));
  process.stdout.write(`${say('check.fine', { files: String(files), version: ruleset.version }, lang)}\n`);
  if (values.sample === undefined && values.seed === undefined) return;
  // Another day, another draw; the same day the same one.
  const seed = numberOf('seed', values.seed, Number(day.replaceAll('-', '')));
  process.stdout.write(`\n${drawn(ruleset, numberOf('sample', values.sample, 30), seed, lang)}\n`);
}
