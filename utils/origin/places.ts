// Where the parcel leaves from and where the seller is. Abroad is strong; a city in Indonesia is told, and says nothing
// about where the goods were made.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Listing } from '../listing/listing.ts';
import type { ClaimName, Evidence } from './assessment.ts';
import { quote } from './evidence.ts';
import type { Sentence } from './reading.ts';

const HOME = 'ID';

const placeFields = (listing: Listing): [claim: ClaimName, field: string, text: string | null | undefined][] => [
  ['shipsFrom', 'shipsFrom', listing.shipsFrom],
  ['sellerAt', 'seller.location', listing.seller?.location],
];

/** "regions/33.28": a province or what lies in it; null for anything else. */
const provinceOf = (rule: string | undefined) => /^regions\/(\d\d)/.exec(rule ?? '')?.[1] ?? null;

/**
 * A text says that the goods come from a place ("keripik khas Madiun"), and a field of the marketplace has the seller or the
 * parcel in its province: two that do not depend on each other. A reseller elsewhere says the first, hardly the second.
 */
export function samePlaceEvidence(listing: Listing, sentences: readonly Sentence[], knowledge: Knowledge): Evidence[] {
  const named = sentences
    .flatMap(({ matches }) => matches)
    .filter(({ phrase, place }) => phrase.claim === 'madeIn' && phrase.says === HOME && provinceOf(place?.rule));
  if (named.length === 0) return [];
  return placeFields(listing).flatMap(([, field, text]): Evidence[] => {
    const province = text ? provinceOf(knowledge.place(text)?.rule) : null;
    const match = province && named.find(({ place }) => provinceOf(place?.rule) === province);
    if (!text || !match) return [];
    const rule = `phrases/${match.phrase.id}`;
    return [{ claim: 'madeIn', says: HOME, strength: 'medium', field, quote: quote(text), rule }];
  });
}

export function placeEvidence(listing: Listing, knowledge: Knowledge): Evidence[] {
  return placeFields(listing).flatMap(([claim, field, text]) => {
    const place = text ? knowledge.place(text) : null;
    if (!text || !place) return [];
    return [{ claim, says: place.country, strength: 'strong', field, quote: quote(text), rule: place.rule }];
  });
}
