// Compares listings that were read with facts that a person read: a missing key is not settled, null means "must be null".
import type { Listing } from '../../utils/listing/listing.ts';

export type Facts = Record<string, unknown>;

/** One fact that is not as expected. */
export interface Difference {
  fact: string;
  expected: unknown;
  got: unknown;
  /** Null where a value stands is missing; anything else is wrong. */
  wrong: boolean;
}

const fold = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value);

const FACTS: Record<string, (listing: Listing) => unknown> = {
  title: (listing) => listing.title,
  price: (listing) => listing.price?.amount ?? null,
  currency: (listing) => listing.price?.currency ?? null,
  seller: (listing) => listing.seller?.name ?? null,
  location: (listing) => listing.seller?.location ?? null,
  shipsFrom: (listing) => listing.shipsFrom,
  brand: (listing) => listing.brand,
  category: (listing) => listing.category.at(-1) ?? null,
  id: (listing) => listing.id,
  crossBorder: (listing) => listing.crossBorder,
  imported: (listing) => listing.importFlag,
};

/** The facts of `expected` in which `listing` differs. */
export function differences(listing: Listing | undefined, expected: Facts): Difference[] {
  const found: Difference[] = [];
  const check = (fact: string, wanted: unknown, got: unknown) => {
    if (JSON.stringify(fold(wanted)) === JSON.stringify(fold(got))) return;
    found.push({ fact, expected: wanted, got, wrong: got !== null && got !== undefined });
  };
  for (const [fact, read] of Object.entries(FACTS)) {
    if (fact in expected) check(fact, expected[fact], listing ? read(listing) : null);
  }
  if ('labels' in expected) check('labels', expected.labels, listing?.labels ?? []);
  for (const [name, value] of Object.entries((expected.attributes as Facts | undefined) ?? {})) {
    check(`attributes.${name}`, value, listing?.attributes[name] ?? null);
  }
  return found;
}

/** The listing that an expectation speaks of: by id, else by title. */
export function matching(listings: Listing[], expected: Facts): Listing | undefined {
  const title = fold(expected.title);
  return (
    listings.find((listing) => expected.id !== undefined && listing.id === expected.id) ??
    listings.find(
      (listing) => fold(listing.title) === title && (!expected.price || listing.price?.amount === expected.price),
    ) ??
    listings.find((listing) => fold(listing.title) === title)
  );
}
