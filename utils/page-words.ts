// The dictionary of our own pages: the common words and those that only they need. Panel and background do not carry these.
import en from '../locales/pages.en.yml';
import id from '../locales/pages.id.yml';
import type { Lang } from './choices.ts';
import type { Words } from './i18n.ts';
import { WORDS } from './words.ts';

export const PAGE_WORDS: Record<Lang, Words> = { id: { ...WORDS.id, ...id }, en: { ...WORDS.en, ...en } };
