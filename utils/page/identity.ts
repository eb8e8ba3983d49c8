// Which listing a page shows, told from the fields that a shopper sees: address, title, price, seller. Decides when a badge
// contradicts its page, and how long a page must hold still before it is believed again.
import type { Listing } from '../listing/listing.ts';

/** Null is "not on the page (yet)". */
export type Identity = Readonly<Record<'path' | 'title' | 'price' | 'seller', string | null>>;

const ASPECTS = ['path', 'title', 'price', 'seller'] as const;

export function identify(listing: Listing, path: string): Identity {
  const { title, price, seller } = listing;
  return {
    path,
    title,
    price: price && `${price.amount} ${price.upTo ?? ''} ${price.currency}`,
    seller: seller && (seller.name ?? seller.id),
  };
}

/** A value became another, or went away. A value that only now appears is a refinement. */
export const contradicts = (before: Identity, now: Identity): boolean =>
  ASPECTS.some((aspect) => before[aspect] !== null && before[aspect] !== now[aspect]);

/** How far apart a shop's page may update its parts after a navigation within the page. */
const PART_DELAY = 800;
const MARGIN = 200;

/**
 * How long (ms) a page must hold still after a navigation before it is believed. Whatever still looks as it did before may
 * be about to change, one part after the other; so each such part counts.
 */
export function settleTime(before: Identity | null, now: Identity): number {
  const unchanged = before ? ASPECTS.filter((aspect) => before[aspect] === now[aspect]).length : 0;
  return PART_DELAY * Math.max(1, unchanged) + MARGIN;
}
