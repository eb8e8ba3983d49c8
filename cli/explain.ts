// An assessment in sentences: the verdict, then a line for each piece of evidence (where it stands, its words, what they say)
// and for each notice.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Translate, translator, type Words } from '../utils/i18n.ts';
import type { Lang } from '../utils/messages.ts';
import type { Assessment } from '../utils/origin/assessment.ts';
import { fieldName } from '../utils/reports/compose.ts';
import { noticeWords } from '../utils/reports/notices.ts';
import { why } from '../utils/why.ts';

/** The words that shoppers see, from the message files. */
export function loadTranslator(lang: Lang): Translate {
  const words: Words = parse(readFileSync(new URL(`../locales/${lang}.yml`, import.meta.url), 'utf8'));
  return translator(words);
}

export function explain({ verdict, evidence, notices }: Assessment, lang: Lang, t: Translate): string {
  const pieces = evidence.map((piece) => {
    const words = piece.quote === '' ? '' : ` “${piece.quote}”`;
    const strength = piece.claim === 'madeIn' ? ` (${t(`strength.${piece.strength}`)})` : '';
    return `${fieldName(piece.field, t)}:${words}${strength} → ${why(piece, lang, t)}`;
  });
  const toCheck = notices.map((notice) => {
    const { text, source } = noticeWords(notice, lang, t);
    return `${t('panel.notices')}: ${text} (${source})`;
  });
  return [t(`verdict.long.${verdict}`), ...pieces, ...toCheck].join('\n');
}
