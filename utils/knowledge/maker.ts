// A maker that curators found to make its goods in Indonesia. Believed only as a brand field or an official store.
import * as v from 'valibot';
import { basis, type Found } from './entity.ts';
import { Names } from './names.ts';
import type { Token } from './tokens.ts';

export const MakerSchema = v.strictObject({
  id: v.string(),
  basis,
  /** Normalised spellings. */
  names: v.array(v.string()),
});
export type Maker = v.InferOutput<typeof MakerSchema>;

/** The maker whose name begins at token `i`. */
export function openMakers(makers: readonly Maker[]): (tokens: readonly Token[], i: number) => Found<Maker> | null {
  const names = new Names<Maker>();
  for (const maker of makers) for (const name of maker.names) names.add(name, maker);
  return (tokens, i) => names.at(tokens, i);
}
