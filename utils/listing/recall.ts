// Facts that a listing lacks, taken from another reading of the very same listing: a card speaks with what its product page
// said, and either with what the page's own answer said.
import type { Listing, Seller } from './listing.ts';

const SILENT = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value as object).length === 0);

const fold = (title: string | null) => (title ?? '').replace(/\s+/g, ' ').trim().toLowerCase();

/** What a product page says that its card does not. Price, seller and labels are the card's own. */
const FACTS = ['shipsFrom', 'brand', 'category', 'attributes', 'description', 'crossBorder', 'importFlag'] as const;

/** What an answer says of the moment, too. The price is the page's own: an answer does not know the chosen variant. */
const MOMENT = [...FACTS, 'id', 'official', 'labels'] as const;

/** @param seen The product page of this very listing, as it was read some time ago. */
export const recall = (card: Listing, seen: Listing | null): Listing => take(card, seen, FACTS);

/** @param said The answer that this page was built from, of this very listing. */
export function complete(listing: Listing, said: Listing | null): Listing {
  const completed = take(listing, said, MOMENT);
  const seller = isSame(listing, said) ? sellerOf(listing.seller, said.seller) : listing.seller;
  return JSON.stringify(seller) === JSON.stringify(listing.seller) ? completed : { ...completed, seller };
}

/** Of one shop only: a name that differs is another shop's. */
function sellerOf(shown: Seller | null, said: Seller | null): Seller | null {
  if (!shown || !said) return shown ?? said;
  if (shown.name && said.name && fold(shown.name) !== fold(said.name)) return shown;
  const { id, name, location } = shown;
  return { id: id ?? said.id, name: name ?? said.name, location: location ?? said.location };
}

/** Another title means other goods by now, or another variant. */
function isSame(card: Listing, seen: Listing | null): seen is Listing {
  if (!seen || seen.marketplace !== card.marketplace) return false;
  const [short, long] = [fold(card.title), fold(seen.title)];
  // Cards cut long titles: "Blender ... 380ml...".
  return short === long || (short.length >= 40 && long.startsWith(short.replace(/(?:\.{3}|…)$/, '')));
}

function take(card: Listing, seen: Listing | null, facts: readonly (keyof Listing)[]): Listing {
  if (!isSame(card, seen)) return card;
  const taken = facts.filter((fact) => SILENT(card[fact]) && !SILENT(seen[fact]));
  return taken.length ? { ...card, ...Object.fromEntries(taken.map((fact) => [fact, seen[fact]])) } : card;
}
