// A diff in words, shared by the text, the page and the answer to a contribution.
import type { Change, Diff } from '../../utils/curation/diff.ts';
import type { How, RuleChange } from '../../utils/curation/rules.ts';
import { say } from '../../utils/curation/words.ts';
import type { Translate } from '../../utils/i18n.ts';
import type { Lang } from '../../utils/messages.ts';

/** Rules that one line names. */
const NAMED = 5;

/** How a text from strangers is written where it will stand. */
type Quote = (text: string) => string;
const plain: Quote = (text) => text;

export const ruleWords = ({ rule, how }: RuleChange, lang: Lang, quote = plain): string =>
  say(`diff.${how}`, { rule: quote(rule) }, lang);

/** What a reviewer must not miss: which sites are read, and how. */
const isGrave = ({ rule }: RuleChange) => /^(?:hosts|maps)\//.test(rule);
const ORDER: Record<How, number> = { removed: 0, changed: 1, added: 2 };

/** A line a rule, what must not be missed first. */
export function ruleLines(changes: readonly RuleChange[], lang: Lang, quote = plain): string[] {
  const rank = (change: RuleChange) => (isGrave(change) ? -1 : ORDER[change.how]);
  const sorted = [...changes].sort((a, b) => rank(a) - rank(b));
  return sorted.map((change) => `- ${isGrave(change) ? '⚠️ ' : ''}${ruleWords(change, lang, quote)}`);
}

export interface ChangeWords {
  where: string;
  title: string;
  before: string;
  after: string;
  because: string;
  /** Whether the change agrees with the table of examples; empty where the table says nothing. */
  table: string;
  isWrong: boolean;
}

const textOf = ({ title, description }: Change['example']['listing']): string =>
  [title, description]
    .filter((text) => text)
    .join(' · ')
    .replace(/\s+/g, ' ');

export function changeWords(
  { example, before, after, because }: Change,
  lang: Lang,
  t: Translate,
  quote = plain,
): ChangeWords {
  const rules = because
    .slice(0, NAMED)
    .map((rule) => ruleWords(rule, lang, quote))
    .join(', ');
  const isKnown = example.allowed.length > 0;
  const isWrong = isKnown && !example.allowed.includes(after.verdict);
  const allowed = example.allowed.map((verdict) => t(`verdict.${verdict}`)).join(', ');
  const text = textOf(example.listing);
  return {
    where: example.where,
    title: text.length > 160 ? `${text.slice(0, 159)}…` : text,
    before: t(`verdict.${before.verdict}`),
    after: t(`verdict.${after.verdict}`),
    because: rules === '' ? say('diff.together', {}, lang) : say('diff.because', { rules }, lang),
    table: !isKnown ? '' : say(isWrong ? 'diff.wrong' : 'diff.right', { why: quote(example.why), allowed }, lang),
    isWrong,
  };
}

export function sumWords({ changes, examples, rules, from, to }: Diff, lang: Lang, quote = plain): string {
  const counts = { changes: changes.length, examples, rules: rules.length };
  const params = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));
  return say('diff.sum', { ...params, from: quote(from), to: quote(to) }, lang);
}

/** For a terminal. */
export function diffText(diff: Diff, lang: Lang, t: Translate, quote = plain): string {
  const lines = diff.changes.map((change) => {
    const { where, title, before, after, because, table } = changeWords(change, lang, t, quote);
    return [`${where}  ${before} → ${after}`, `  ${title}`, `  ${because}`, ...(table ? [`  ${table}`] : [])].join(
      '\n',
    );
  });
  return [sumWords(diff, lang, quote), ...lines].join('\n\n');
}
