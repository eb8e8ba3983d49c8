// The names of places alone, for cards that mark them in no other way.
import type { MarketplaceMap } from './map.ts';
import type { Places } from './place.ts';

/** Normalised names of regions, countries and of abroad: what a card prints as a whole text. */
export function placeNames({ regions, countries, labels }: Places): string[] {
  const rows = [...regions, ...labels].flatMap(([, names, short]) => [...names, ...short]);
  return [...rows, ...countries.flatMap(([, sure]) => sure)];
}

/** Whether a finder of this map's cards asks for them. */
export function asksForPlaces(map: MarketplaceMap): boolean {
  return map.cards.some(({ fields }) =>
    Object.values(fields).some((finders) => finders.some(({ by }) => by === 'place')),
  );
}
