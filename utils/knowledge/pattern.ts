// The patterns of phrases: literal words and closed slots, read into elements. No regular expressions from data.
import * as v from 'valibot';
import { normalise } from './tokens.ts';

export const SLOTS = ['negara', 'negara-kolom', 'kota', 'kota-asing', 'kata', 'angka'] as const;
export type SlotName = (typeof SLOTS)[number];

/** One place of a pattern: alternatives (words, or a slot), and whether it may be missing. */
export const Element = v.object({
  words: v.optional(v.array(v.string())),
  slot: v.optional(v.picklist(SLOTS)),
  /** `{angka:12}`: so many digits. */
  digits: v.optional(v.number()),
  optional: v.optional(v.literal(true)),
});
export type Element = v.InferOutput<typeof Element>;

export const MAX_ELEMENTS = 12;
export const MAX_OPTIONAL = 5;

/**
 * Reads a pattern as volunteers write it: words parted by spaces, `a/b` alternatives, `word?` may be missing, slots
 * `{negara}` (a foreign country), `{negara-kolom}` (also by names that only a field may use: "UK"), `{kota}` (a place in Indonesia), `{kota-asing}`, `{kata}` (any word), `{angka}`, `{angka:12}`.
 * Throws an Error with the reason.
 */
export function parsePattern(pattern: string): Element[] {
  const elements = pattern
    .trim()
    .split(/\s+/)
    .map((part): Element => {
      const optional = part.endsWith('?') ? { optional: true as const } : {};
      const body = part.replace(/\?$/, '');
      const slot = /^\{([a-z-]+)(?::(\d+))?\}$/.exec(body);
      if (slot) {
        const name = SLOTS.find((known) => known === slot[1]);
        if (!name) throw new Error(`unknown slot {${slot[1]}}; known: ${SLOTS.map((s) => `{${s}}`).join(' ')}`);
        return { slot: name, ...(slot[2] && { digits: Number(slot[2]) }), ...optional };
      }
      const words = body.split('/').map(normalise);
      const wrong = body.split('/').find((_, k) => !words[k] || words[k]?.includes(' '));
      if (wrong !== undefined)
        throw new Error(`"${part}": one word each; write several words with spaces between them`);
      return { words, ...optional };
    });
  if (elements.length > MAX_ELEMENTS) throw new Error(`more than ${MAX_ELEMENTS} words: "${pattern}"`);
  if (elements.filter((e) => e.optional).length > MAX_OPTIONAL)
    throw new Error(`more than ${MAX_OPTIONAL} optional words: "${pattern}"`);
  if (elements.every((e) => e.optional || e.slot === 'kata')) throw new Error(`matches anything: "${pattern}"`);
  if (elements[0]?.slot === 'kata' || elements[0]?.optional)
    throw new Error(`must begin with a word that is always there: "${pattern}"`);
  return elements;
}
