// One line of a labelled file: a listing beside what a careful reader said of it. The listing's fields as `assess` takes them, or
// flat as collections of listings have them (seller and location as texts).
import * as v from 'valibot';
import { examplesOf } from '../utils/curation/corpus.ts';
import type { Listing } from '../utils/listing/listing.ts';
import { ListingSchema } from '../utils/listing/schema.ts';
import type { Verdict } from '../utils/origin/assessment.ts';

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

/** The side a verdict takes. */
export const sideOf = (verdict: Verdict): Origin =>
  verdict === 'unknown' ? 'unknown' : verdict.endsWith('imported') ? 'imported' : 'local';

export interface Labelled {
  id: string;
  origin: Origin;
  /** How the result may be broken down: marketplace, basis, trap, how sure the reader was. */
  groups: { marketplace: string; basis: string; trap: string; strength: string };
  listing: Listing;
}

/** A line of our own corpus (tests/corpus): the verdicts it may get instead of a label. */
export const isExample = (row: unknown): boolean => typeof row === 'object' && row !== null && 'allowed' in row;

/**
 * Labelled by the side that all verdicts it may get are on; a row that may get several is no label.
 * @throws Error that says what is wrong with the row.
 */
export function parseExample(line: string, where: string): Labelled[] {
  return examplesOf(line, where).flatMap(({ listing, allowed }, i): Labelled[] => {
    const [origin, ...more] = new Set(allowed.map(sideOf));
    const groups = { marketplace: listing.marketplace || '-', basis: '-', trap: '-', strength: '-' };
    return origin && more.length === 0 ? [{ id: `${where}${i ? ' described' : ''}`, origin, groups, listing }] : [];
  });
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
