// Which listing a page shows, told from what a shopper sees: address, title, price, seller, description. Decides when a badge
// contradicts its page, and how long a page must hold still before it is believed again.
import type { Listing } from '../listing/listing.ts';

const ASPECTS = ['path', 'title', 'price', 'seller', 'description'] as const;

/** Null is "not on the page (yet)". */
export type Identity = Readonly<Record<(typeof ASPECTS)[number], string | null>>;

export function identify(listing: Listing, path: string): Identity {
  const { title, price, seller, description } = listing;
  return {
    path,
    title,
    price: price && `${price.amount} ${price.upTo ?? ''} ${price.currency}`,
    seller: seller && (seller.name ?? seller.id),
    description,
  };
}

/** A value became another, or went away. A value that only now appears is a refinement, and so is a text that unfolds. */
export function contradicts(before: Identity, now: Identity): boolean {
  return ASPECTS.some((aspect) => {
    const [was, is] = [before[aspect], now[aspect]];
    if (was === null || was === is) return false;
    return aspect !== 'description' || (is !== null && !is.startsWith(was.slice(0, UNFOLDS)) && !was.startsWith(is));
  });
}

/** Characters of a description that stay when a shopper unfolds it. */
const UNFOLDS = 100;

/** How far apart a shop's page may update its parts after a navigation within the page. */
const PART_DELAY = 800;
const MARGIN = 200;

/**
 * How long (ms) a page must hold still after a navigation before it is believed. Whatever still looks as it did before may
 * be about to change, one part after the other; so each such part counts.
 */
export function settleTime(before: Identity | null, now: Identity): number {
  const unchanged = ASPECTS.filter((aspect) => before?.[aspect] && before[aspect] === now[aspect]).length;
  return PART_DELAY * Math.max(1, unchanged) + MARGIN;
}
