// The patterns of phrases: literal words and closed slots. No regular expressions from data.
import * as v from 'valibot';

export const SLOTS = ['negara', 'negara-kolom', 'kota', 'kota-asing', 'kata', 'angka'] as const;
export type SlotName = (typeof SLOTS)[number];

/** One place of a pattern: alternatives (words, or a slot), and whether it may be missing. */
export const Element = v.strictObject({
  words: v.optional(v.array(v.string())),
  slot: v.optional(v.picklist(SLOTS)),
  /** `{angka:12}`: so many digits. */
  digits: v.optional(v.number()),
  optional: v.optional(v.literal(true)),
});
export type Element = v.InferOutput<typeof Element>;
