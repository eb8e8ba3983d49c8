// What the directory says of a maker, a product or a cluster beside its goods: kept as one line of JSON, checked when it is read.
import * as v from 'valibot';

/** Nothing that a reader can't see, and no half of a character. */
const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300), v.regex(/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u));

export const EntrySchema = v.strictObject({
  type: v.picklist(['product', 'maker', 'cluster']),
  /** Entries of one maker, or of one place, have the same: among a few suggestions each stands once. */
  owner: text,
  name: text,
  /** Of a product. */
  title: v.optional(text),
  kind: text,
  /** "Kota Bandung". */
  place: v.optional(text),
  scale: v.optional(v.picklist(['umkm', 'large'])),
  /** Words to search for; they name the maker or the cluster. */
  search: text,
  /** By marketplace: the product's page, or the maker's shop. */
  links: v.optional(v.record(v.string(), v.pipe(text, v.url()))),
  /** Where it was looked up. */
  source: text,
  /** When. */
  reviewed: v.pipe(v.string(), v.isoDate()),
});
export type DirectoryEntry = v.InferOutput<typeof EntrySchema>;

/** Null for what a later version may mean. */
export function readEntry(line: string): DirectoryEntry | null {
  try {
    const result = v.safeParse(EntrySchema, JSON.parse(line));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
