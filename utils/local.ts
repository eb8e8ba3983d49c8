// Local alternatives as the background answers them: which goods a listing is compared as, in the rules and on the marketplace
// of the page that asks.

import { goodsOf, type Offer } from './alternatives/goods.ts';
import { type Circumstances, type KindName, openSuggestions, type Suggestions } from './alternatives/suggest.ts';
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

/** What sort of goods a listing sells; null when nothing says so. */
export function kindOf(listing: Listing, knowledge: Knowledge): KindName | null {
  const [first] = goodsOf(offerOf(listing), knowledge).kinds;
  const kind = knowledge.kindList().find(({ id }) => id === first?.id);
  return kind ? { id: kind.id, name: kind.name, english: kind.english } : null;
}

function offerOf({ title, price, seller, category }: Listing): Offer {
  return {
    title: title ?? '',
    price: price?.currency === 'IDR' ? price.amount : null,
    location: seller?.location ?? null,
    category: category.at(-1) ?? null,
  };
}
