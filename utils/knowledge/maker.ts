// A maker that curators found to make its goods in Indonesia. Believed only as a brand field or an official store.
import * as v from 'valibot';
import { type Found, named, provenance, text, texts } from './entity.ts';
import { Names } from './names.ts';
import { normalise, type Token } from './tokens.ts';

/** `ruleset/makers/<id>.yml`. */
export const MakerSource = v.pipe(
  v.strictObject({
    name: text,
    country: v.optional(v.literal('ID', 'a maker makes in Indonesia: country is ID'), 'ID'),
    ...provenance,
    aliases: texts,
    /** What it makes, in a few words each. */
    makes: texts,
    /** Kabupaten or kota of the workshop. */
    place: v.nullish(text),
  }),
  named(),
);

export const MakerSchema = v.object({
  id: v.string(),
  basis: v.picklist(['source', 'general-knowledge']),
  /** Normalised spellings. */
  names: v.array(v.string()),
});
export type Maker = v.InferOutput<typeof MakerSchema>;

export function compileMaker(id: string, source: v.InferOutput<typeof MakerSource>): Maker {
  return { id, basis: source.basis, names: [source.name, ...source.aliases].map(normalise) };
}

/** The maker whose name begins at token `i`. */
export function openMakers(makers: readonly Maker[]): (tokens: readonly Token[], i: number) => Found<Maker> | null {
  const names = new Names<Maker>();
  for (const maker of makers) for (const name of maker.names) names.add(name, maker);
  return (tokens, i) => names.at(tokens, i);
}
