// The words of volunteer mode, beside those that all views share. Apart from words.ts, since only the drawer needs them.
import en from '../../locales/mending.en.yml';
import id from '../../locales/mending.id.yml';
import type { Words } from '../i18n.ts';
import type { Lang } from '../messages.ts';
import { WORDS } from '../words.ts';

export const MENDING_WORDS: Record<Lang, Words> = { id: { ...WORDS.id, ...id }, en: { ...WORDS.en, ...en } };
