// Which texts of a page may stand in a map: short labels, lasting names. Never what concerns a person, never what a build
// made up and will make up anew.
import { fold } from '../extract/text.ts';

const LONGEST_LABEL = 40;
const MOST_WORDS = 5;

/** Eight digits with whatever stands between them, an address of mail or of a messenger. */
const PERSONAL = /(?:\d[\s().+-]*){8}|@|\bwa\.me\b|\bt\.me\b/i;

/** A telephone number, a mail address: nothing that belongs in a map. */
export const isPersonal = (text: string): boolean => PERSONAL.test(text);

/**
 * A text of the page as a label: one clean line, without its colon. Null when it is none: too long, without letters, a
 * number, a price, or personal.
 */
export function labelOf(text: string): string | null {
  const label = fold(text, LONGEST_LABEL + 10).replace(/\s?:$/, '');
  const letters = label.replace(/[^\p{L}]/gu, '').length;
  if (label.length < 2 || label.length > LONGEST_LABEL || letters < 2 || label.split(' ').length > MOST_WORDS)
    return null;
  if (/\d{3}|[\p{Cc}\p{Cf}]|^(?:Rp|IDR)\b/u.test(label) || isPersonal(label)) return null;
  return label;
}

/** One word of a name: letters and digits in turn, hardly a vowel, or capitals in the middle of a short one. */
function isMadeUp(word: string): boolean {
  if (/\d{3}/.test(word) || /\d[a-z]+\d|[a-z]\d+[a-z]/i.test(word)) return true;
  if (word.length >= 4 && !/[aeiou]/i.test(word)) return true;
  return (
    word.length >= 4 &&
    word.length <= 7 &&
    /[a-z][A-Z]+(?:[A-Z]|[a-z]?$)/.test(word) &&
    !/^[a-z]+[A-Z][a-z]{2,}/.test(word)
  );
}

/** A name that somebody gave: "lblPDPDetailProductName", "product-title"; not "css-1x9q2f" and not "RfADt". */
export function isLastingName(name: string): boolean {
  if (/^(?:true|false|yes|no|on|off|none)$/i.test(name)) return false;
  if (!/^[A-Za-z][\w:#.-]{1,59}$/.test(name)) return false;
  return !name.split(/[-_:#.]+/).some(isMadeUp) && !/^(?:css|sc|jsx?|emotion)-/i.test(name);
}
