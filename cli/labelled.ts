// One line of a labelled file: a listing beside what a careful reader said of it. The listing's fields as `assess` takes them, or
// flat as collections of listings have them (seller and location as texts).
import * as v from 'valibot';
import type { Listing } from '../utils/listing/listing.ts';
import { ListingSchema } from '../utils/listing/schema.ts';

export const ORIGINS = ['imported', 'local', 'unknown'] as const;
export type Origin = (typeof ORIGINS)[number];

const text = v.nullish(v.string());
const RowSchema = v.looseObject({
  id: v.nullish(v.union([v.string(), v.number()])),
  origin: v.picklist(ORIGINS),
  marketplace: text,
  basis: text,
  trap: text,
  label_strength: text,
});

export interface Labelled {
  id: string;
  origin: Origin;
  /** How the result may be broken down: marketplace, basis, trap, how sure the reader was. */
  groups: { marketplace: string; basis: string; trap: string; strength: string };
  listing: Listing;
}

const flat = (row: Record<string, unknown>): unknown => ({
  ...row,
  id: row.id === undefined || row.id === null ? null : String(row.id),
  seller: typeof row.seller === 'object' ? row.seller : { name: row.seller, location: row.location },
  shipsFrom: row.shipsFrom ?? row.shipping_origin,
  category: typeof row.category === 'string' ? [row.category] : (row.category ?? []),
  attributes: row.attributes ?? {},
  price: row.price ?? (typeof row.price_idr === 'number' ? { amount: row.price_idr, currency: 'IDR' } : null),
  importFlag: row.importFlag ?? row.seller_imported_flag,
  crossBorder: row.crossBorder ?? (row.cross_border_option === 1 ? true : null),
});

/** @throws Error that says what is wrong with the row. */
export function parseLabelled(row: unknown, number: number): Labelled {
  const known = v.parse(RowSchema, row);
  const { origin, marketplace, basis, trap, label_strength } = known;
  return {
    id: String(known.id ?? number),
    origin,
    groups: {
      marketplace: marketplace ?? '-',
      basis: basis ?? '-',
      trap: trap ?? '-',
      strength: label_strength ?? '-',
    },
    listing: v.parse(ListingSchema, flat(known)),
  };
}
