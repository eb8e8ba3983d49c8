// Where the parcel leaves from and where the seller is. Abroad is strong; a city in Indonesia is told, and says nothing
// about where the goods were made.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Listing } from '../listing/listing.ts';
import type { ClaimName, Evidence } from './assessment.ts';
import { quote } from './evidence.ts';

export function placeEvidence(listing: Listing, knowledge: Knowledge): Evidence[] {
  const fields: [claim: ClaimName, field: string, text: string | null | undefined][] = [
    ['shipsFrom', 'shipsFrom', listing.shipsFrom],
    ['sellerAt', 'seller.location', listing.seller?.location],
  ];
  return fields.flatMap(([claim, field, text]) => {
    const place = text ? knowledge.place(text) : null;
    if (!text || !place) return [];
    return [{ claim, says: place.country, strength: 'strong', field, quote: quote(text), rule: place.rule }];
  });
}
