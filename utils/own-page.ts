// A page of the extension: drawn in the language and the colours of now, and again when either changes, or what is stored.
import browser from 'webextension-polyfill';
import type { Lang } from './choices.ts';
import { type Translate, translator } from './i18n.ts';
import { countProducts } from './memory.ts';
import { VERDICT_CSS } from './page/verdict-css.ts';
import { PAGE_WORDS } from './page-words.ts';
import { readLang, readMemory } from './settings.ts';

const night = matchMedia('(prefers-color-scheme: dark)');

/** Work that a press began; a failure is for the console. */
export const attempt = (work: Promise<void>): void =>
  void work.catch((error: unknown) => console.warn('CekAsal', error));

export const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** The product memory as it is now; null when it cannot be read. */
export async function memoryNow(): Promise<{ on: boolean; count: number } | null> {
  const count = await countProducts().catch(() => null);
  return count === null ? null : { on: await readMemory(browser.storage.local), count };
}

/**
 * @param render Draws into the page's one element.
 * @returns Draws again.
 */
export function ownPage(
  render: (ui: { lang: Lang; t: Translate; dark: boolean }, app: HTMLElement) => Promise<void>,
): () => Promise<void> {
  const style = document.createElement('style');
  style.textContent = VERDICT_CSS;
  document.head.append(style);
  const draw = async () => {
    const lang = await readLang(browser.storage.local);
    const app = document.getElementById('app');
    if (!app) return;
    document.documentElement.lang = lang;
    document.documentElement.className = night.matches ? 'night' : '';
    await render({ lang, t: translator(PAGE_WORDS[lang]), dark: night.matches }, app);
  };
  browser.storage.onChanged.addListener(() => attempt(draw()));
  night.addEventListener('change', () => attempt(draw()));
  return draw;
}
