// `cekasal ruleset review OLD NEW`: the answer to a contribution, as Markdown for its pull request: what is wrong, how to
// mend it, and what the change does. NEW is data from a stranger: nothing of it is run, and everything quoted is inert.
import { checkRuleset } from '../../utils/curation/check.ts';
import { type Diff, diffRulesets } from '../../utils/curation/diff.ts';
import type { Fault } from '../../utils/curation/fault.ts';
import { describe, say } from '../../utils/curation/words.ts';
import type { Translate } from '../../utils/i18n.ts';
import type { Lang } from '../../utils/messages.ts';
import { loadTranslator } from '../explain.ts';
import { InputError } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { changeWords, sumWords } from './changes.ts';
import { filesRead, openCorpus, openRulesetFolder } from './folder.ts';
import { openRuleset } from './open.ts';

const OPTIONS = { lang: { type: 'string' }, day: { type: 'string' }, corpus: { type: 'string' } } as const;

/** A comment holds 65,536 characters; nobody reads as many. */
const MOST_FAULTS = 100;
const MOST_CHANGES = 50;

/** Text that Markdown, HTML, mentions and links leave as it is. */
export const inert = (text: string): string =>
  text.replace(/[\r\n]+/g, ' ').replace(/[&<>\\`*_{}[\]()#+!|~@:/-]/g, (char) => `&#${char.charCodeAt(0)};`);

function list(items: string[], most: number, lang: Lang): string[] {
  const rest = items.length - most;
  return rest > 0 ? [...items.slice(0, most), say('diff.more', { count: String(rest) }, lang)] : items;
}

const faultLines = (faults: readonly Fault[], lang: Lang) =>
  list(
    faults.map((fault) => `- ${inert(describe(fault, lang))}`),
    MOST_FAULTS,
    lang,
  );

function effectLines(diff: Diff, lang: Lang, t: Translate): string[] {
  const changes = diff.changes.map((change) => {
    const { where, title, before, after, because, table, isWrong } = changeWords(change, lang, t);
    const verdicts = `**${inert(before)} → ${inert(after)}**`;
    const remark = table === '' ? '' : ` ${isWrong ? '⚠️ ' : ''}${inert(table)}`;
    return `- ${verdicts} ${inert(title)} (${inert(where)}), ${inert(because)}.${remark}`;
  });
  return [inert(sumWords(diff, lang)), '', ...list(changes, MOST_CHANGES, lang)];
}

/** Exit code 1 when something must be mended. */
export function review(args: string[]): number {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [old, next, ...more] = positionals;
  if (!old || !next || more.length > 0) throw new InputError('ruleset review takes OLD and NEW');
  const [lang, day, corpus] = [langOf(values.lang), dayOf(values.day), openCorpus(values.corpus)];
  const { faults, ruleset } = checkRuleset(openRulesetFolder(next), day, corpus, filesRead);
  const effect = ruleset
    ? effectLines(diffRulesets(openRuleset(old, lang), ruleset, corpus, day), lang, loadTranslator(lang))
    : [say('answer.later', {}, lang)];
  const lines = [
    say(faults.length > 0 ? 'answer.faults' : 'answer.fine', {}, lang),
    '',
    ...faultLines(faults, lang),
    '',
    `### ${say('answer.effect', {}, lang)}`,
    '',
    ...effect,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return faults.length > 0 ? 1 : 0;
}
