// Local alternatives as the background answers them: which goods a listing is compared as, in the rules and on the marketplace
// of the page that asks.

import type { Offer } from './alternatives/goods.ts';
import { type Circumstances, openSuggestions, type Suggestions } from './alternatives/suggest.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Listing } from './listing/listing.ts';

type Suggest = (listing: Offer, circumstances: Circumstances) => Suggestions;
/** Opened once for each rules. */
const opened = new WeakMap<Knowledge, Suggest>();

export function suggest(listing: Listing, knowledge: Knowledge, circumstances: Circumstances): Suggestions {
  const ask = opened.get(knowledge) ?? openSuggestions(knowledge);
  opened.set(knowledge, ask);
  return ask(offerOf(listing), circumstances);
}

function offerOf({ title, price, seller, category }: Listing): Offer {
  return {
    title: title ?? '',
    price: price?.currency === 'IDR' ? price.amount : null,
    location: seller?.location ?? null,
    category: category.at(-1) ?? null,
  };
}
