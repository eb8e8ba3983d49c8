// What a map reads on this page and how: each field, its value, and what every one of its finders gave.
import { placeOf } from '../extract/address.ts';
import { openCardReader, productLink } from '../extract/cards.ts';
import type { Value } from '../extract/fields.ts';
import type { PlaceNames } from '../extract/place-names.ts';
import { resolveAll, resolveFirst } from '../extract/resolve.ts';
import { cardScope, pageScope, type Scope } from '../extract/scope.ts';
import { matches } from '../extract/select.ts';
import type { TraceEntry } from '../extract/trace.ts';
import type { Field, Fields, Finder, MarketplaceMap, PageKind } from '../knowledge/map.ts';
import { fieldsAt, type Place } from './draft.ts';

/** A page and what it is read with. */
export interface Page {
  document: Document;
  url: URL;
  map: MarketplaceMap;
  places: PlaceNames;
}

/** What one finder gave: `used` became the value, `agrees` says the same, `dropped` says something else. */
export interface FinderResult {
  finder: Finder;
  gave: string | null;
  outcome: TraceEntry['outcome'];
}

export interface FieldReport {
  field: Field;
  /** As a reader sees it; null: not read. */
  value: string | null;
  /** In the map's order. Empty: the map has none for this field. */
  finders: FinderResult[];
}

/** The fields of one place of the map as they read here. */
export interface Report {
  place: Place;
  /** Name of the design of cards. */
  name: string | null;
  /** Cards that this design finds; null where it is no design. */
  count: number | null;
  /** Which of the cards is shown, from 0. */
  shown: number;
  fields: FieldReport[];
}

/** Facts that a volunteer may add to a map which has none for them. */
const WANTED: readonly Field[] = [
  ...(['title', 'price', 'seller', 'location', 'shipsFrom', 'brand', 'category'] as const),
  ...(['attributes', 'labels', 'official', 'description'] as const),
];
const WANTED_OF_SHOP: readonly Field[] = ['seller', 'location', 'official'];
const WANTED_OF_CARD: readonly Field[] = ['title', 'price', 'seller', 'location', 'brand', 'labels', 'official'];

const LONGEST = 160;

/** A value as a line of text. */
export function printed(value: Value | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text =
    typeof value === 'string'
      ? value
      : typeof value === 'boolean'
        ? String(value)
        : Array.isArray(value)
          ? value.join(' › ')
          : 'amount' in value && typeof value.amount === 'number'
            ? `${value.amount} ${String((value as { currency?: unknown }).currency)}`
            : Object.entries(value)
                .map(([name, one]) => `${name}: ${String(one)}`)
                .join('; ');
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

export const kindOf = ({ map, url }: Page): PageKind => placeOf(map, url).kind;

/** The designs that stand on this kind of page, by their number in the map. */
export function designsOn(page: Page): number[] {
  const kind = kindOf(page);
  if (kind !== 'results' && kind !== 'shop') return [];
  return page.map.cards.flatMap(({ on }, i) => ((on?.includes(kind) ?? true) ? [i] : []));
}

/** The cards that a design finds, as the page loop would: the fallback's only where no other design finds any. */
export function cardsOf(page: Page, design: number): Element[] {
  const { document, url, map, places } = page;
  const found = openCardReader(map, places).elements(document, url);
  const sure = designsOn(page).filter((i) => !map.cards[i]?.fallback);
  const designOf = (card: Element) => sure.find((i) => matches(card, map.cards[i]?.find ?? ''));
  if (map.cards[design]?.fallback) return found.some((card) => designOf(card) !== undefined) ? [] : found;
  return found.filter((card) => designOf(card) === design);
}

/** What finders of this place read from; null: this card is no product's. */
export function scopeAt({ document, url, map, places }: Page, place: Place, card: Element | null): Scope | null {
  if (place.on !== 'card') return pageScope(map, document, url, placeOf(map, url).captures);
  const link = card && productLink(map, card, url);
  return card && link ? cardScope(map, places, card, link.address, link.place.captures) : null;
}

function readFields(fields: Fields, scope: Scope | null, wanted: readonly Field[], card: boolean): FieldReport[] {
  const { values, trace } = scope ? resolveAll(fields, scope) : { values: {}, trace: [] };
  // A card takes the first answer; the others are read for this list alone.
  const taken = card && scope ? resolveFirst(fields, scope) : values;
  const known = Object.keys(fields) as Field[];
  return [...known, ...wanted.filter((field) => !known.includes(field))].map((field) => {
    const entries = trace.filter((entry) => entry.field === field);
    const finders = (fields[field] ?? []).map((finder, i) => ({
      finder,
      gave: entries[i]?.gave ?? null,
      outcome: entries[i]?.outcome ?? ('nothing' as const),
    }));
    return { field, value: printed(taken[field]), finders };
  });
}

/** @param shown Which card of each design to read, by the design's number. */
export function explainPage(page: Page, shown: Readonly<Record<number, number>> = {}): Report[] {
  const kind = kindOf(page);
  if (kind === 'none') return [];
  const whole = (on: 'product' | 'shop', wanted: readonly Field[]): Report => ({
    place: { on },
    name: null,
    count: null,
    shown: 0,
    fields: readFields(fieldsAt(page.map, { on }), scopeAt(page, { on }, null), wanted, false),
  });
  if (kind === 'product') return [whole('product', WANTED)];
  const designs = designsOn(page).map((design): Report => {
    const place: Place = { on: 'card', design };
    const cards = cardsOf(page, design);
    const at = Math.min(shown[design] ?? 0, Math.max(0, cards.length - 1));
    const scope = scopeAt(page, place, cards[at] ?? null);
    const fields = readFields(fieldsAt(page.map, place), scope, WANTED_OF_CARD, true);
    return { place, name: page.map.cards[design]?.name ?? null, count: cards.length, shown: at, fields };
  });
  return kind === 'shop' ? [whole('shop', WANTED_OF_SHOP), ...designs] : designs;
}
