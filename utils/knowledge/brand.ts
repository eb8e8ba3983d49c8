// A brand and the country it is at home in. That says nothing certain about where an article was made.
import * as v from 'valibot';
import { country, type Found, named, provenance, text, texts } from './entity.ts';
import { Names } from './names.ts';
import { normalise, type Token } from './tokens.ts';

/** `ruleset/brands/<id>.yml`. */
export const BrandSource = v.pipe(
  v.strictObject({
    name: text,
    country,
    ...provenance,
    aliases: texts,
    /** `brand-field`: an ordinary word or a short name; believed only in the brand field or as an official store. */
    match: v.optional(v.picklist(['word', 'brand-field']), 'word'),
    category: v.nullish(text),
    /** `umkm` or `large`, by the curators' judgement; no legal status. */
    scale: v.nullish(text),
  }),
  named(),
);

export const BrandSchema = v.object({
  id: v.string(),
  country: v.string(),
  basis: v.picklist(['source', 'general-knowledge']),
  /** Normalised spellings. */
  names: v.array(v.string()),
  field: v.optional(v.literal(true)),
});
export type Brand = v.InferOutput<typeof BrandSchema>;

export function compileBrand(id: string, source: v.InferOutput<typeof BrandSource>): Brand {
  return {
    id,
    country: source.country,
    basis: source.basis,
    names: [source.name, ...source.aliases].map(normalise),
    ...(source.match === 'brand-field' && { field: true as const }),
  };
}

/** The brand whose name begins at token `i`. */
export function openBrands(brands: readonly Brand[]): (tokens: readonly Token[], i: number) => Found<Brand> | null {
  const names = new Names<Brand>();
  for (const brand of brands) for (const name of brand.names) names.add(name, brand);
  return (tokens, i) => names.at(tokens, i);
}
