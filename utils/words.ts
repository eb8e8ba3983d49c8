// All words of both languages. Not for the content script: the background sends it the few that it needs.
import en from '../locales/en.yml';
import id from '../locales/id.yml';
import type { Words } from './i18n.ts';
import type { Lang } from './messages.ts';

export const WORDS: Record<Lang, Words> = { id, en };

/** What badges and the strip say. */
export function badgeWords(lang: Lang): Record<string, string> {
  return Object.fromEntries(
    Object.entries(WORDS[lang]).filter(([key]) => /^(verdict\.(?!long)|badge\.|strip\.)/.test(key)),
  );
}
