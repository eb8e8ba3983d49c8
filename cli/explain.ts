// An assessment in words: the verdict, its evidence one piece a line, and its notices.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { countryName, type Translate, translator, type Words } from '../utils/i18n.ts';
import type { Lang } from '../utils/messages.ts';
import type { Assessment } from '../utils/origin/assessment.ts';
import { fieldName } from '../utils/reports/compose.ts';
import { noticeWords } from '../utils/reports/notices.ts';

/** The words that shoppers see, from the message files. */
export function loadTranslator(lang: Lang): Translate {
  const words: Words = parse(readFileSync(new URL(`../locales/${lang}.yml`, import.meta.url), 'utf8'));
  return translator(words);
}

export function explain({ verdict, evidence, notices }: Assessment, lang: Lang, t: Translate): string {
  const pieces = evidence.map(({ field, quote, says, strength, claim }) => {
    const words = quote === '' ? '' : ` “${quote}”`;
    return `${fieldName(field, t)}:${words} → ${t(`claim.${claim}`)} ${countryName(says, lang, t)} (${t(`strength.${strength}`)})`;
  });
  const toCheck = notices.map((notice) => {
    const { text, source } = noticeWords(notice, lang, t);
    return `${t('panel.notices')}: ${text} (${source})`;
  });
  return [t(`verdict.long.${verdict}`), ...pieces, ...toCheck].join('\n');
}
