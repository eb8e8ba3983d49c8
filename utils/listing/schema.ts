// The door for listings that come from outside the process: a message from a page's content script, a line of a file.
// Any field may be missing, unknown fields are ignored, over-long text is cut; a wrong type is an error.
import * as v from 'valibot';
import { CAPS, type Listing } from './listing.ts';

const cut = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, length)),
  );
const optional = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null);
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const flag = optional(v.boolean());

const attributes = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((record) => {
    const clean: Record<string, string> = Object.create(null);
    for (const [name, value] of Object.entries(record).slice(0, CAPS.attributes)) {
      if (typeof value === 'string') clean[name.slice(0, CAPS.attributeName)] = value.slice(0, CAPS.attributeValue);
    }
    return clean;
  }),
);

/** A Listing, or part of one: missing fields become null or empty. */
export const ListingSchema = v.object({
  marketplace: v.optional(cut(CAPS.text), ''),
  kind: v.optional(v.picklist(['product', 'card']), 'product'),
  id: optional(cut(CAPS.id)),
  url: optional(cut(CAPS.url)),
  title: optional(cut(CAPS.title)),
  price: optional(v.object({ amount, currency: cut(8), upTo: v.exactOptional(amount) })),
  seller: optional(
    v.object({ id: optional(cut(CAPS.id)), name: optional(cut(CAPS.text)), location: optional(cut(CAPS.text)) }),
  ),
  official: flag,
  shipsFrom: optional(cut(CAPS.text)),
  brand: optional(cut(CAPS.text)),
  category: v.optional(v.pipe(v.array(cut(CAPS.text)), v.maxLength(CAPS.categories)), []),
  attributes: v.optional(attributes, {}),
  labels: v.optional(v.pipe(v.array(cut(CAPS.text)), v.maxLength(CAPS.labels)), []),
  description: optional(cut(CAPS.description)),
  crossBorder: flag,
  importFlag: flag,
}) satisfies v.GenericSchema<unknown, Listing>;
