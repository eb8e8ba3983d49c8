// Spans of time, dates and sizes in the words of a language, as the browser itself knows them: singular and plural are its.
import type { Lang } from './choices.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const inUnit = (count: number, unit: string, lang: Lang): string =>
  new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

/** "3 hari". */
export const days = (count: number, lang: Lang): string => inUnit(count, 'day', lang);

/** "1.234 byte". */
export const bytes = (count: number, lang: Lang): string => inUnit(count, 'byte', lang);

/** A length of time in its largest unit, what is left is dropped: "5 menit". @param milliseconds Below zero counts as zero. */
export function span(milliseconds: number, lang: Lang): string {
  const whole = (unit: number) => Math.floor(Math.max(0, milliseconds) / unit);
  if (milliseconds >= DAY) return days(whole(DAY), lang);
  if (milliseconds >= HOUR) return inUnit(whole(HOUR), 'hour', lang);
  if (milliseconds >= MINUTE) return inUnit(whole(MINUTE), 'minute', lang);
  return inUnit(whole(1000), 'second', lang);
}

/** "24 November 2026", by the shopper's own clock. */
export const dateOf = (time: number, lang: Lang): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(time);

/** "24 Nov 2026, 14.05". */
export const momentOf = (time: number, lang: Lang): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
