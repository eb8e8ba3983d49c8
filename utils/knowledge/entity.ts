// What every entry of the ruleset says about itself: what the knowledge rests on, and when somebody last looked.
import * as v from 'valibot';

/** `source`: somebody looked it up and names where. `general-knowledge`: nobody did; always weak. */
export type Basis = 'source' | 'general-knowledge';

export const day = v.pipe(v.string(), v.isoDate('a date is written YYYY-MM-DD'));
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
export const texts = v.optional(v.array(text), []);
export const country = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, 'a country is two capital letters (ISO 3166: ID, CN, JP)'),
);
export const strength = v.picklist(['strong', 'medium', 'weak']);

/** The fields that every entry of the ruleset shares. */
export const provenance = {
  basis: v.picklist(['source', 'general-knowledge']),
  source: v.nullish(text),
  reviewed: day,
  note: v.nullish(text),
};

/** `basis: source` needs a source. */
export function named<T extends { basis: Basis; source?: string | null | undefined }>() {
  return v.check<T, string>(
    (entry) => entry.basis !== 'source' || Boolean(entry.source),
    'basis: source needs a `source` (where it was looked up)',
  );
}

/** A name found in a text: `length` tokens from where it was looked up. */
export interface Found<T> {
  entry: T;
  length: number;
}
