// Facts that a listing lacks, taken from another reading of the very same listing: a card speaks with what its product page
// said, and either with what the page's own answer said.
import type { Listing } from './listing.ts';

const SILENT = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value as object).length === 0);

const fold = (title: string | null) => (title ?? '').replace(/\s+/g, ' ').trim().toLowerCase();

/** What a product page says that its card does not. Price, seller and labels are the card's own. */
const FACTS = ['shipsFrom', 'brand', 'category', 'attributes', 'description', 'crossBorder', 'importFlag'] as const;

/** What an answer says of the moment, too. The price is the page's own: an answer does not know the chosen variant. */
const MOMENT = [...FACTS, 'id', 'seller', 'official', 'labels'] as const;

/** @param seen The product page of this very listing, as it was read some time ago. */
export const recall = (card: Listing, seen: Listing | null): Listing => take(card, seen, FACTS);

/** @param said The answer that this page was built from, of this very listing. */
export const complete = (listing: Listing, said: Listing | null): Listing => take(listing, said, MOMENT);

/** Another title means other goods by now, or another variant: then nothing is taken. */
function take(card: Listing, seen: Listing | null, facts: readonly (keyof Listing)[]): Listing {
  if (!seen || seen.marketplace !== card.marketplace) return card;
  const [short, long] = [fold(card.title), fold(seen.title)];
  // Cards cut long titles: "Blender ... 380ml...".
  if (short !== long && !(short.length >= 40 && long.startsWith(short.replace(/(?:\.{3}|…)$/, '')))) return card;
  const taken = facts.filter((fact) => SILENT(card[fact]) && !SILENT(seen[fact]));
  return taken.length ? { ...card, ...Object.fromEntries(taken.map((fact) => [fact, seen[fact]])) } : card;
}
