// All words of both languages. Not for the content script: the background sends it the few that it needs.
import en from '../locales/en.yml';
import id from '../locales/id.yml';
import { translator, type Words } from './i18n.ts';
import type { Lang } from './messages.ts';

export const WORDS: Record<Lang, Words> = { id, en };

/** What badges and strips say. With a trial map each badge says so. */
export function badgeWords(lang: Lang, trial = false): Record<string, string> {
  const words = Object.entries(WORDS[lang]).filter(([key]) =>
    /^(verdict\.(?!long)|badge\.|strip\.|local\.link\.)/.test(key),
  );
  const t = translator(WORDS[lang]);
  const said = ([key, word]: [string, string]): [string, string] =>
    trial && key.startsWith('verdict.') ? [key, t('badge.trial', { verdict: word })] : [key, word];
  return Object.fromEntries(words.map(said));
}
