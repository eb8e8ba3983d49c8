// A diff as a page that a reviewer can read: one file, no script, nothing loaded; every text escaped.
import type { Change, Diff } from '../../utils/curation/diff.ts';
import { say } from '../../utils/curation/words.ts';
import type { Translate } from '../../utils/i18n.ts';
import type { Lang } from '../../utils/messages.ts';
import type { Assessment } from '../../utils/origin/assessment.ts';
import { explain } from '../explain.ts';
import { changeWords, ruleWords, sumWords } from './changes.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? '');

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d5d5, #444); --soft: light-dark(#f6f6f6, #242424); --wrong: light-dark(#a11, #f99) }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
article { border: 1px solid var(--line); border-radius: 8px; padding: 1rem; margin: 1rem 0 }
h2 { font-size: 1rem; margin: 0 } h3 { font-size: .85rem; margin: 0 }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: .75rem }
.sides > div { background: var(--soft); padding: .5rem .75rem; border-radius: 6px; overflow-wrap: anywhere }
.wrong { color: var(--wrong); font-weight: 600 } ul { margin: .25rem 0; padding-left: 1.2rem } small { opacity: .8 }`;

function side(heading: string, assessment: Assessment, lang: Lang, t: Translate): string {
  const [sentence = '', ...evidence] = explain(assessment, lang, t).split('\n');
  const rules = assessment.evidence.map(({ rule }) => rule);
  const items = evidence.map((line, i) => `<li>${escaped(line)} <small>${escaped(rules[i] ?? '')}</small></li>`);
  return `<div><h3>${escaped(heading)}: ${escaped(t(`verdict.${assessment.verdict}`))}</h3><p>${escaped(sentence)}</p><ul>${items.join('')}</ul></div>`;
}

function article(change: Change, lang: Lang, t: Translate): string {
  const { where, title, before, after, because, table, isWrong } = changeWords(change, lang, t);
  return `<article><h2>${escaped(before)} → ${escaped(after)} <small>${escaped(where)}</small></h2>
<p>${escaped(title)}</p><p>${escaped(because)}</p>${table ? `<p${isWrong ? ' class="wrong"' : ''}>${escaped(table)}</p>` : ''}
<div class="sides">${side(say('diff.before', {}, lang), change.before, lang, t)}${side(say('diff.after', {}, lang), change.after, lang, t)}</div></article>`;
}

export function diffPage(diff: Diff, lang: Lang, t: Translate): string {
  const title = escaped(say('diff.title', {}, lang));
  const rules = diff.rules.map((rule) => `<li>${escaped(ruleWords(rule, lang))}</li>`).join('');
  return `<!doctype html>
<html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${STYLE}</style>
<h1>${title}</h1><p>${escaped(sumWords(diff, lang))}</p>
${diff.changes.map((change) => article(change, lang, t)).join('\n')}
<details><summary>${escaped(say('diff.rules', {}, lang))}</summary><ul>${rules}</ul></details></html>
`;
}
