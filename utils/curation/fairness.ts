// What a statement about somebody's goods may not say: how to reach a person, where to go, or that anybody is dishonest.
// It says what was seen, nothing else.
import { shown } from './fault.ts';
import type { Flaw } from './hygiene.ts';

/** Digits as people part them. */
const DIGIT = '\\d[ .()-]{0,2}';
const PERSONAL: Record<string, RegExp> = {
  'personal.phone': new RegExp(
    `(?<!\\d)(?:\\+ ?)?(?:62[ .()-]{0,2}|0)(?:8(?:[ .()-]{0,2}\\d){7,11}|[2-9]\\d{1,2}[ .()-]{1,3}(?:${DIGIT}){5,7}\\d)(?!\\d)`,
  ),
  'personal.number': new RegExp(`(?<!\\d)(?:${DIGIT}){15}\\d(?!\\d)`),
  'personal.email': /[^\s@]@[^\s@]+\.[^\s@]|\S\s?(?:\(at\)|\[at\])\s?\S/i,
  'personal.handle': /(?<![\p{L}\p{N}])@\w/u,
};
const ADDRESS =
  /\b(?:https?|ftp|mailto|tel):|\/\/|\bwww\.|\b[a-z\d-]{2,}\.(?:com|net|org|id|shop|store|site|online|link|info|biz|app|xyz|cn|top|io|co|me|ly|gg)(?![\p{L}\p{N}])/iu;
const UNFAIR =
  /(?<!\p{L})(?:(?:me|pe)nipu(?:an)?|(?:di|ter)?tipu(?:an)?|palsu\p{L}*|pe?malsu\p{L}*|i?llegal|ilegal\p{L}*|(?:pem|ber|mem)?bohong\p{L}*|scam\p{L}*|maling|pencuri|curang|kriminal|haram)(?!\p{L})/iu;

/** @param links Whether it may hold addresses, as a source does. */
export function unfairIn(text: string, links = false): Flaw | null {
  const kind = Object.keys(PERSONAL).find((key) => PERSONAL[key]?.test(text));
  if (kind) return { code: 'personal', params: { kind } };
  if (!links && ADDRESS.test(text)) return { code: 'personal', params: { kind: 'personal.address' } };
  const word = UNFAIR.exec(text);
  return word ? { code: 'unfair-word', params: { word: shown(word[0]) } } : null;
}
