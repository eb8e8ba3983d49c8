// Words: a dictionary of flat keys, `{name}` for what is filled in. A dictionary of our own, since browser.i18n cannot
// follow the language that the user chose.
import type { Lang } from './messages.ts';

export type Words = Readonly<Record<string, string>>;
export type Translate = (key: string, params?: Record<string, string | number>) => string;

/** Looks words up. A key that is missing is shown as itself, so that it is seen and mended. */
export function translator(words: Words): Translate {
  return (key, params = {}) =>
    (has(words, key) ?? key).replace(/\{(\w+)\}/g, (slot, name) => String(has(params, name) ?? slot));
}

/** The country's name; "foreign" is abroad with no country named. Unknown codes are shown as they are. */
export function countryName(country: string, lang: Lang, t: Translate): string {
  if (country === 'foreign') return t('country.foreign');
  try {
    return new Intl.DisplayNames(lang, { type: 'region' }).of(country) ?? country;
  } catch {
    return country;
  }
}

const has = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
