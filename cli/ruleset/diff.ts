// `cekasal ruleset diff OLD NEW`: which listings of the corpus change their verdict, from what to what, and why.
import { writeFileSync } from 'node:fs';
import { diffRulesets } from '../../utils/curation/diff.ts';
import { loadTranslator } from '../explain.ts';
import { InputError } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { diffText } from './changes.ts';
import { openCorpus } from './folder.ts';
import { openRuleset } from './open.ts';
import { diffPage } from './page.ts';

const OPTIONS = {
  lang: { type: 'string' },
  day: { type: 'string' },
  corpus: { type: 'string' },
  page: { type: 'string' },
} as const;

export function diff(args: string[]): void {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [old, next, ...more] = positionals;
  if (!old || !next || more.length > 0) throw new InputError('ruleset diff takes OLD and NEW: folders, or built files');
  const lang = langOf(values.lang);
  const corpus = openCorpus(values.corpus);
  const result = diffRulesets(openRuleset(old, lang), openRuleset(next, lang), corpus, dayOf(values.day));
  const t = loadTranslator(lang);
  if (values.page !== undefined) writeFileSync(values.page, diffPage(result, lang, t));
  process.stdout.write(`${diffText(result, lang, t)}\n`);
}
