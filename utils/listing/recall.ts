// Lets a card speak with what its product page said: facts that the card lacks are taken from the product that was seen.
import type { Listing } from './listing.ts';

const SILENT = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value as object).length === 0);

const fold = (title: string | null) => (title ?? '').replace(/\s+/g, ' ').trim().toLowerCase();

/** What a product page says that its card does not. Price, seller and labels are the card's own. */
const FACTS = ['shipsFrom', 'brand', 'category', 'attributes', 'description', 'crossBorder', 'importFlag'] as const;

/**
 * @param seen The product page of this very listing, as it was read. Another title means that it sells other goods by now:
 *   then nothing is taken.
 */
export function recall(card: Listing, seen: Listing | null): Listing {
  if (!seen || seen.marketplace !== card.marketplace) return card;
  const [short, long] = [fold(card.title), fold(seen.title)];
  // Cards cut long titles: "Blender ... 380ml...".
  if (short !== long && !(short.length >= 40 && long.startsWith(short.replace(/(?:\.{3}|…)$/, '')))) return card;
  const taken = FACTS.filter((fact) => SILENT(card[fact]) && !SILENT(seen[fact]));
  return taken.length ? { ...card, ...Object.fromEntries(taken.map((fact) => [fact, seen[fact]])) } : card;
}
