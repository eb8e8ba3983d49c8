// A map while it is being mended: finders put in at the place their trust deserves, moved, taken out. Each step gives a new
// map; the one it came from stays as it was.
import type { Field, Fields, Finder, MarketplaceMap } from '../knowledge/map.ts';

/** Where a field's finders stand: on the product page, on the shop's, or on one design of cards, by its number. */
export type Place = { on: 'product' } | { on: 'shop' } | { on: 'card'; design: number };

/** More finders of one field than these are refused by the map's schema. */
export const MOST_FINDERS = 12;

export type Where = 'deserved' | 'first' | 'last';

export function fieldsAt(map: MarketplaceMap, place: Place): Fields {
  if (place.on === 'card') return map.cards[place.design]?.fields ?? {};
  return map[place.on].fields;
}

/** From the most trusted: what is printed beside its label, then what is marked, what stands in the data, what looks so. */
const TRUST: Record<Finder['by'], number> = {
  label: 0,
  address: 0,
  element: 1,
  rows: 2,
  section: 2,
  order: 3,
  place: 3,
  pair: 3,
  state: 4,
  jsonld: 4,
  meta: 5,
  pagetitle: 5,
};
const rank = ({ by, weak }: Finder): number => TRUST[by] + (weak ? 10 : 0);

/** The first place whose finder is trusted no more than this one: among equals the newest is tried first. */
export function deservedPlace(finders: readonly Finder[], finder: Finder): number {
  const at = finders.findIndex((other) => rank(other) >= rank(finder));
  return at < 0 ? finders.length : at;
}

/** @param day Today, YYYY-MM-DD: who changes a map has looked at it. */
function withFinders(map: MarketplaceMap, place: Place, field: Field, finders: Finder[], day: string): MarketplaceMap {
  const { [field]: _, ...others } = fieldsAt(map, place);
  const fields: Fields = finders.length ? { ...fieldsAt(map, place), [field]: finders } : others;
  const reviewed = { ...map, reviewed: day };
  if (place.on !== 'card') return { ...reviewed, [place.on]: { ...map[place.on], fields } };
  return { ...reviewed, cards: map.cards.map((card, i) => (i === place.design ? { ...card, fields } : card)) };
}

const findersAt = (map: MarketplaceMap, place: Place, field: Field): Finder[] => fieldsAt(map, place)[field] ?? [];

/** Whether one more finder of this field may stand in the map. */
export const hasRoom = (map: MarketplaceMap, place: Place, field: Field): boolean =>
  findersAt(map, place, field).length < MOST_FINDERS;

/** Puts a finder in. Without room the map stays as it is. */
export function addFinder(
  map: MarketplaceMap,
  place: Place,
  field: Field,
  finder: Finder,
  where: Where,
  day: string,
): MarketplaceMap {
  if (!hasRoom(map, place, field)) return map;
  const finders = [...findersAt(map, place, field)];
  const at = where === 'first' ? 0 : where === 'last' ? finders.length : deservedPlace(finders, finder);
  finders.splice(at, 0, finder);
  return withFinders(map, place, field, finders, day);
}

/** Takes the finder at `at` out. */
export function removeFinder(map: MarketplaceMap, place: Place, field: Field, at: number, day: string): MarketplaceMap {
  const finders = findersAt(map, place, field).filter((_, i) => i !== at);
  return withFinders(map, place, field, finders, day);
}

/** Moves the finder at `at` one place up. */
export function raiseFinder(map: MarketplaceMap, place: Place, field: Field, at: number, day: string): MarketplaceMap {
  const finders = [...findersAt(map, place, field)];
  const [moved] = finders.splice(at, 1);
  if (!moved || at === 0) return map;
  finders.splice(at - 1, 0, moved);
  return withFinders(map, place, field, finders, day);
}
