// What the user chose. So far one thing: the language, Indonesian until they say otherwise, whatever the browser speaks.
import type { Lang } from './messages.ts';

export const LANGS: readonly Lang[] = ['id', 'en'];
export const LANG_KEY = 'lang';

/** The part of browser.storage that settings need, so that each side may bring its own browser object. */
interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export async function readLang(area: Area): Promise<Lang> {
  const stored = await area.get(LANG_KEY).catch((): Record<string, unknown> => ({}));
  return stored[LANG_KEY] === 'en' ? 'en' : 'id';
}

export const writeLang = (area: Area, lang: Lang): Promise<void> => area.set({ [LANG_KEY]: lang });
