// A brand and the country it is at home in. That says nothing certain about where an article was made.
import * as v from 'valibot';
import { basis, type Found } from './entity.ts';
import { Names } from './names.ts';
import type { Token } from './tokens.ts';

export const BrandSchema = v.object({
  id: v.string(),
  country: v.string(),
  basis,
  /** Normalised spellings. */
  names: v.array(v.string()),
  field: v.optional(v.literal(true)),
});
export type Brand = v.InferOutput<typeof BrandSchema>;

/** The brand whose name begins at token `i`. */
export function openBrands(brands: readonly Brand[]): (tokens: readonly Token[], i: number) => Found<Brand> | null {
  const names = new Names<Brand>();
  for (const brand of brands) for (const name of brand.names) names.add(name, brand);
  return (tokens, i) => names.at(tokens, i);
}
