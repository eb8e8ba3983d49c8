// Finding a number in running text: its prefix, loosely spaced, and its digits in groups. Hand-written, so that no data
// can make it slow.

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
/** From a capital's code to that of its small letter. */
const SMALL = 32;
const LETTER = /\p{L}/u;

/** Whether a letter stands at `at`; beyond the text none does. */
export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= CAPITAL_A && code <= CAPITAL_Z);
  return LETTER.test(text[at] ?? '');
}

export const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';
const SEPARATORS = new Set([' ', '.', '-', ':', '\u00a0', '–']);
/** Words that may stand between prefix and number: "P-IRT No. 206...", "MD RI 224...". */
export const BETWEEN = ['nomor', 'no', 'ri'];
const MAX_SEPARATORS = 3;
export const MAX_GROUPS = 6;

/** Length of what parts two groups at `at`: a single separator, or a dash between spaces ("0245 - 28"); 0 when nothing does. */
function partingAt(text: string, at: number): number {
  if (!SEPARATORS.has(text[at] ?? '')) return 0;
  if (isDigit(text[at + 1])) return 1;
  const spaced = text[at] === ' ' && (text[at + 1] === '-' || text[at + 1] === '–') && text[at + 2] === ' ';
  return spaced && isDigit(text[at + 3]) ? 3 : 0;
}

/** The digit groups from `at`, each parted from the next. */
export function groupsAt(text: string, at: number): { digits: string; end: number }[] {
  const groups: { digits: string; end: number }[] = [];
  let digits = '';
  for (let i = at; groups.length <= MAX_GROUPS; i++) {
    if (isDigit(text[i])) {
      digits += text[i];
      continue;
    }
    if (digits !== '') groups.push({ digits, end: i });
    digits = '';
    const parting = partingAt(text, i);
    if (parting === 0) break;
    i += parting - 1;
  }
  return groups;
}

export function skip(text: string, at: number): number {
  let i = at;
  while (i < at + MAX_SEPARATORS && SEPARATORS.has(text[i] ?? '')) i++;
  return i;
}

/** Whether this small letter, or its capital, stands at `at`. */
function isCode(text: string, at: number, letter: number): boolean {
  const code = text.charCodeAt(at);
  return code === letter || (code >= CAPITAL_A && code <= CAPITAL_Z && code + SMALL === letter);
}

/** Index after `word` (of small Latin letters) at `at`, its letters loosely spaced ("P - IRT", "p.i.r.t"), or -1. */
export function wordEnd(text: string, at: number, word: string): number {
  let i = at;
  for (let k = 0; k < word.length; k++) {
    const letter = word.charCodeAt(k);
    if (k > 0) i = skipTo(text, i, letter);
    if (!isCode(text, i, letter)) return -1;
    i++;
  }
  return isLetterAt(text, i) ? -1 : i;
}

/** Over at most two separators, if `letter` stands behind them. */
function skipTo(text: string, at: number, letter: number): number {
  for (let i = at; i <= at + 2; i++) {
    if (isCode(text, i, letter)) return i;
    if (!SEPARATORS.has(text[i] ?? '')) return at;
  }
  return at;
}
