// Registration numbers that say where goods were made: prefix, digits, closed checks. A claim without a well-formed
// number is nothing.
import * as v from 'valibot';
import { BETWEEN, groupsAt, isDigit, isLetterAt, MAX_GROUPS, skip, wordEnd } from './digits.ts';
import { basis, strength } from './entity.ts';

/** `3306` literal digits, `{angka:9}` any nine, `{wilayah:4}` the code of a kabupaten or kota, `{tahun:2}` the year it ends. */
export const Part = v.variant('kind', [
  v.strictObject({ kind: v.literal('literal'), digits: v.string() }),
  v.strictObject({ kind: v.picklist(['angka', 'wilayah', 'tahun']), length: v.number() }),
]);
export type Part = v.InferOutput<typeof Part>;

export const RegistrationSchema = v.strictObject({
  id: v.string(),
  prefix: v.array(v.string()),
  format: v.array(v.array(Part)),
  says: v.string(),
  strength,
  basis,
  unbroken: v.optional(v.literal(true)),
});
export type Registration = v.InferOutput<typeof RegistrationSchema>;

export interface RegistrationMatch {
  registration: Registration;
  start: number;
  end: number;
  /** Last year of validity, when the number tells. */
  until: number | null;
}

const DIGIT = /\d/;

/** All well-formed numbers of a text, in order; a number is read once. Linear in the text. */
export function openRegistrations(
  registrations: readonly Registration[],
  isRegionCode: (code: string) => boolean,
): (text: string) => RegistrationMatch[] {
  const byLetter = new Map<string, { prefix: string; registration: Registration }[]>();
  for (const registration of registrations)
    for (const prefix of registration.prefix) {
      const list = byLetter.get(prefix[0] ?? '') ?? [];
      byLetter.set(prefix[0] ?? '', [...list, { prefix, registration }]);
    }

  /** undefined: does not fit. */
  const fits = (parts: readonly Part[], digits: string): { until: number | null } | undefined => {
    let at = 0;
    let until: number | null = null;
    for (const part of parts) {
      const length = part.kind === 'literal' ? part.digits.length : part.length;
      const piece = digits.slice(at, at + length);
      if (piece.length !== length) return undefined;
      if (part.kind === 'literal' && piece !== part.digits) return undefined;
      if (part.kind === 'wilayah' && !isRegionCode(piece)) return undefined;
      if (part.kind === 'tahun') until = 2000 + Number(piece);
      at += length;
    }
    return at === digits.length && new Set(digits).size > 1 ? { until } : undefined;
  };

  const numberAt = (
    text: string,
    at: number,
    registration: Registration,
  ): { end: number; until: number | null } | null => {
    let from = skip(text, at);
    for (const word of BETWEEN) {
      const end = wordEnd(text, from, word);
      if (end > 0) from = skip(text, end);
    }
    const groups = groupsAt(text, from);
    for (let n = Math.min(groups.length, registration.unbroken ? 1 : MAX_GROUPS); n > 0; n--) {
      const end = groups[n - 1]?.end ?? from;
      if (n < groups.length && text[end] !== ' ') continue;
      const digits = groups
        .slice(0, n)
        .map((group) => group.digits)
        .join('');
      for (const format of registration.format) {
        const fit = fits(format, digits);
        if (fit) return { end, until: fit.until };
      }
    }
    return null;
  };

  /** The same by character code: most characters of a text begin no number, and that must cost next to nothing. */
  const byCode: { prefix: string; registration: Registration }[][] = [];
  for (const [letter, candidates] of byLetter)
    for (const char of [letter, letter.toUpperCase()]) byCode[char.charCodeAt(0)] = candidates;

  return (text) => {
    if (!DIGIT.test(text)) return [];
    const found: RegistrationMatch[] = [];
    let inWord = false;
    for (let i = 0; i < text.length; i++) {
      const follows = inWord;
      inWord = isLetterAt(text, i);
      const candidates = follows ? undefined : byCode[text.charCodeAt(i)];
      if (!candidates) continue;
      // "250 ml 12...": a measure, not a prefix.
      let before = i - 1;
      while (text[before] === ' ') before--;
      if (isDigit(text[before])) continue;
      for (const { prefix, registration } of candidates) {
        const end = wordEnd(text, i, prefix);
        const number = end < 0 ? null : numberAt(text, end, registration);
        if (!number) continue;
        found.push({ registration, start: i, end: number.end, until: number.until });
        i = number.end - 1;
        inWord = false;
        break;
      }
    }
    return found;
  };
}
