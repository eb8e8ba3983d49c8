// `cekasal ruleset review OLD NEW`: the answer to a contribution, as Markdown for its pull request: what is wrong, how to
// mend it, and what the change does. NEW is data from a stranger: nothing of it is run, and everything quoted is inert.
import { statSync } from 'node:fs';
import { checkRuleset } from '../../utils/curation/check.ts';
import { type Diff, diffRulesets } from '../../utils/curation/diff.ts';
import { type Fault, visible } from '../../utils/curation/fault.ts';
import { unseenChanges } from '../../utils/curation/unseen.ts';
import { describe, say } from '../../utils/curation/words.ts';
import type { Translate } from '../../utils/i18n.ts';
import type { Lang } from '../../utils/messages.ts';
import { loadTranslator } from '../explain.ts';
import { InputError } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { changeWords, ruleLines, sumWords } from './changes.ts';
import { filesRead, openCorpus, openRulesetFolder } from './folder.ts';
import { openRuleset } from './open.ts';

const OPTIONS = { lang: { type: 'string' }, day: { type: 'string' }, corpus: { type: 'string' } } as const;

/** A comment holds 65,536 characters; nobody reads as many. */
const MOST_FAULTS = 100;
const MOST_CHANGES = 50;

/** The longest text that is repeated. */
const QUOTED = 300;

/**
 * Text from a stranger as a code span: there neither Markdown nor HTML, mentions, links, entities nor formulas mean
 * anything. Only what would end the span, or a formula around it, is written another way.
 */
export function inert(text: string): string {
  const plain = visible(text).replaceAll('`', "'").replaceAll('$', '＄').trim();
  const chars = [...plain];
  return `\`${chars.length > QUOTED ? `${chars.slice(0, QUOTED).join('')}…` : plain || '–'}\``;
}

function list(items: string[], most: number, lang: Lang): string[] {
  const rest = items.length - most;
  return rest > 0 ? [...items.slice(0, most), say('diff.more', { count: String(rest) }, lang)] : items;
}

const faultLines = (faults: readonly Fault[], lang: Lang) =>
  list(
    faults.map((fault) => `- ${describe(fault, lang, inert)}`),
    MOST_FAULTS,
    lang,
  );

function effectLines(diff: Diff, lang: Lang, t: Translate): string[] {
  const changes = diff.changes.map((change) => {
    const { where, title, before, after, because, table, isWrong } = changeWords(change, lang, t, inert);
    const remark = table === '' ? '' : ` ${isWrong ? '⚠️ ' : ''}${table}`;
    return `- **${before} → ${after}** ${inert(title)} (${inert(where)}), ${because}.${remark}`;
  });
  return [sumWords(diff, lang), '', ...list(changes, MOST_CHANGES, lang)];
}

/** Exit code 1 when something must be mended. */
export function review(args: string[]): number {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [old, next, ...more] = positionals;
  if (!old || !next || more.length > 0) throw new InputError('ruleset review takes OLD and NEW');
  const [lang, day, corpus] = [langOf(values.lang), dayOf(values.day), openCorpus(values.corpus)];
  const folder = openRulesetFolder(next);
  const { faults, ruleset } = checkRuleset(folder, day, corpus, filesRead);
  const lines = [
    say(faults.length > 0 ? 'answer.faults' : 'answer.fine', {}, lang),
    '',
    ...faultLines(faults, lang),
    '',
    `### ${say('answer.effect', {}, lang)}`,
    '',
  ];
  if (ruleset) {
    const diff = diffRulesets(openRuleset(old, lang), ruleset, corpus, day);
    const before = statSync(old).isFile() ? null : openRulesetFolder(old);
    const changed = [...unseenChanges(before, folder, diff.rules), ...diff.rules];
    const rules = list(ruleLines(changed, lang, inert), MOST_CHANGES, lang);
    lines.push(
      ...effectLines(diff, lang, loadTranslator(lang)),
      '',
      `### ${say('diff.rules', {}, lang)}`,
      '',
      ...rules,
    );
  } else lines.push(say('answer.later', {}, lang));
  process.stdout.write(`${lines.join('\n')}\n`);
  return faults.length > 0 ? 1 : 0;
}
