// What no text of the ruleset may hold, whichever entity it belongs to: what readers cannot see, letters that look like
// others, markup, and addresses that are unsafe or earn somebody money.
import { hex, shown } from './fault.ts';
import { linkFault } from './link.ts';

export interface Flaw {
  code: string;
  params: Record<string, string>;
}

/** The longest text of any kind; each field may set less. */
const MAX_LENGTH = 2_000;

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** Controls, formats, surrogates, fillers, unusual spaces, variation selectors. A line end in a block of text is fine. */
const INVISIBLE = /[^\P{C}\n]|[^\P{Z} ]|\p{Variation_Selector}|[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/u;
/** Latin as Indonesians and its neighbours write it, and scripts that cannot be taken for Latin. */
const LETTER =
  /[A-Za-zÀ-ÖØ-öø-žẠ-ỹ\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}]/u;
/** Latin letters that are drawn like others: dotless i, long s, kra. */
const LOOK_ALIKE = /[ıĸŉſ]/u;
const LETTER_OR_MARK = /[\p{L}\p{M}]/gu;
const WORD = /[\p{L}\p{M}]+/gu;
/** Scripts that may stand in one word. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
  /\p{Script=Thai}/u,
  /\p{Script=Arabic}/u,
];
/** Signs and digits other than those of a keyboard and of print: many are drawn like letters ("○", "℮"). */
const STRANGE = /(?![©®™℠°№±×÷→−≈≤≥^`½¼¾²³\d~+|=<>])[\p{So}\p{Sm}\p{Sk}\p{N}]/u;
/** Print that stands for itself, though plain letters could stand for it. */
const PRINTED = /[™℠№…½¼¾²³]/g;
/** Entities count also where browsers read them without their semicolon. */
const MARKUP = /<[A-Za-z!/?]|&(?:#[xX]?[\dA-Fa-f]|[A-Za-z][A-Za-z\d]{1,31};|lt|LT|gt|GT|amp|AMP|quot|QUOT|nbsp)/;
const SCHEME = /\b(?:(?:javascript|vbscript)\s*:|(?:blob|file|about|chrome[\w-]*):(?=\S)|data:\w+\/\w)/i;
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>)\]]+/gi;

/** The first character of a text that readers can't see; line ends and indents aside. */
export function hiddenIn(text: string): { code: string; char: string; at: number } | null {
  const plain = text.replaceAll('\r\n', ' \n').replaceAll('\t', ' ');
  const found = INVISIBLE.exec(plain);
  if (!found) return null;
  return { code: BIDI.test(found[0]) ? 'bidi' : 'invisible', char: `U+${hex(found[0])}`, at: found.index };
}

/** Faults of a text, the first of each kind. */
export function flawsOf(text: string): Flaw[] {
  const length = [...text].length;
  if (length > MAX_LENGTH) return [{ code: 'too-long', params: { length: String(length), max: String(MAX_LENGTH) } }];
  const hidden = hiddenIn(text);
  if (hidden) return [{ code: hidden.code, params: { char: hidden.char } }];
  const flaws: Flaw[] = /[^ -~\n\t\r]/.test(text) ? letterFlaws(text) : [];
  if (MARKUP.test(text)) flaws.push({ code: 'markup', params: {} });
  if (SCHEME.test(text)) flaws.push({ code: 'unsafe-link', params: {} });
  for (const [address] of text.matchAll(ADDRESS)) {
    const flaw = linkFault(address);
    if (flaw) flaws.push(flaw);
  }
  return flaws;
}

/** What is wrong with the letters and signs themselves; the first only. */
function letterFlaws(text: string): Flaw[] {
  const composed = text.normalize('NFC');
  const strange = (composed.match(LETTER_OR_MARK) ?? []).find((char) => !LETTER.test(char) || LOOK_ALIKE.test(char));
  if (strange) return [{ code: 'look-alike', params: { char: `${strange} (U+${hex(strange)})` } }];
  const printed = composed.replace(PRINTED, '');
  const plain = printed.normalize('NFKC');
  if (plain !== printed) return [{ code: 'plain-letters', params: { plain } }];
  const sign = STRANGE.exec(text)?.[0];
  if (sign) return [{ code: 'strange-sign', params: { char: `${sign} (U+${hex(sign)})` } }];
  const mixed = (composed.match(WORD) ?? []).find((word) => SCRIPTS.filter((script) => script.test(word)).length > 1);
  return mixed ? [{ code: 'mixed-scripts', params: { word: shown(mixed) } }] : [];
}
