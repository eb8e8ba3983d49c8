// What the page's own answers said of listings, for as long as the page is open: facts that a page or card does not show are
// taken from the answer that it was built from. Looked up by the very listing's id or address.
import { extractAnswer } from '../extract/extract.ts';
import type { MarketplaceMap } from '../knowledge/map.ts';
import type { Listing } from '../listing/listing.ts';
import { complete } from '../listing/recall.ts';
import { mayRead, type Observed } from './allowed.ts';
import { MAX_ANSWER } from './tap.ts';

/** Listings that are kept; the oldest go first. */
const MAX_LISTINGS = 2_000;

export interface Answers {
  /** Takes an answer in. @returns Whether anything was learned. */
  hear(url: string, text: string): boolean;
  /** The listing with what its answer said beside. */
  complete(listing: Listing): Listing;
}

/**
 * @param page Host of the page.
 * @param table Answers that may be read.
 */
export function openAnswers(map: MarketplaceMap, page: string, table: readonly Observed[]): Answers {
  const known = new Map<string, Listing>();

  const namesOf = ({ id, url }: Listing) => [id, url].filter((name) => name !== null);

  return {
    hear(url, text) {
      const address = URL.parse(url);
      // Asked again: what comes from the page's world is the page's word.
      if (!address || text.length > MAX_ANSWER || !mayRead(table, page, address, map.observe)) return false;
      const { listings } = extractAnswer(parse(text), new URL(`https://${page}/`), map);
      for (const listing of listings) {
        for (const name of namesOf(listing)) {
          // A product's own answer says more than its card.
          if (listing.kind === 'card' && known.get(name)?.kind === 'product') continue;
          known.delete(name);
          known.set(name, listing);
        }
      }
      for (const name of known.keys()) {
        if (known.size <= MAX_LISTINGS) break;
        known.delete(name);
      }
      return listings.length > 0;
    },
    complete(listing) {
      const found = namesOf(listing).map((name) => known.get(name));
      return complete(listing, found.find((one) => one !== undefined) ?? null);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
