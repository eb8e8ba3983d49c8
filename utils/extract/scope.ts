// What finders read from: a page, one card of it, or one record of a JSON answer. Reads lazily and remembers.
import type { MarketplaceMap } from '../knowledge/map.ts';
import { CAPS } from '../listing/listing.ts';
import { type PlaceBehind, placeBehind } from './behind.ts';
import type { Graph, Json } from './graph.ts';
import { type Head, headOf } from './head.ts';
import { NO_PLACES, type PlaceNames } from './place-names.ts';
import { type Leading, leadingPrices } from './prices.ts';
import { type Found, findRecords, isLeftOver } from './records.ts';
import { statesOf } from './state.ts';
import { type Run, shareTexts } from './text.ts';

export interface Scope {
  /** The card, or the whole document's element. Null for a JSON answer. */
  readonly element: Element | null;
  /** ISO 4217, for prices that print only a sign. */
  readonly currency: string;
  /** What the address says: the captures of its pattern. */
  readonly captures: Record<string, string>;
  /** Metas, title and JSON-LD, when they speak of this address. */
  readonly head: Head | null;
  records(name: string): Found[];
  /** The first prices of the element, and the texts before them. */
  leading(): Leading;
  /** Names of places, for cards that mark them in no other way. */
  readonly places: PlaceNames;
  /** The place's name behind the price. */
  place(): PlaceBehind | null;
}

/** A part of a page: what is asked for twice is read once. */
class Part implements Scope {
  readonly element: Element;
  readonly currency: string;
  readonly captures: Record<string, string>;
  readonly head: Head | null;
  readonly places: PlaceNames;
  readonly records: (name: string) => Found[];
  readonly #texts: () => () => Run | null;
  #leading: Leading | undefined;
  #place: PlaceBehind | null | undefined;

  constructor(given: Pick<Scope, 'currency' | 'captures' | 'head' | 'records' | 'places'> & { element: Element }) {
    this.element = given.element;
    this.currency = given.currency;
    this.captures = given.captures;
    this.head = given.head;
    this.places = given.places;
    this.records = given.records;
    this.#texts = shareTexts(this.element, CAPS.title);
  }

  leading(): Leading {
    this.#leading ??= leadingPrices(this.#texts(), this.currency);
    return this.#leading;
  }

  place(): PlaceBehind | null {
    if (this.#place === undefined) {
      const price = this.places.size > 0 ? this.leading().prices.at(-1) : undefined;
      this.#place = price ? placeBehind(this.#texts(), price.element, this.places) : null;
    }
    return this.#place;
  }
}

type Captures = Record<string, string>;

/** A whole page. */
export function pageScope(map: MarketplaceMap, root: Document, url: URL, captures: Captures): Scope {
  const graphs = statesOf(root, map);
  const leftOver = isLeftOver(map, graphs, url);
  return new Part({
    element: root.documentElement,
    currency: currencyOf(map, url),
    captures,
    head: headOf(root, url),
    places: NO_PLACES,
    records: (name) => (leftOver ? [] : findRecords(map, graphs, name, url)),
  });
}

/** One card of a page: records are looked up by the card's own address. */
export function cardScope(
  map: MarketplaceMap,
  places: PlaceNames,
  element: Element,
  address: URL,
  captures: Captures,
): Scope {
  return new Part({
    element,
    currency: currencyOf(map, address),
    captures,
    head: null,
    places,
    records: (name) => findRecords(map, statesOf(element.ownerDocument, map), name, address),
  });
}

/** One record of a JSON answer; other records are those of the same answer. */
export function answerScope(map: MarketplaceMap, graph: Graph, name: string, record: Json, currency: string): Scope {
  return {
    element: null,
    currency,
    captures: {},
    head: null,
    places: NO_PLACES,
    records: (other) => (other === name ? [{ graph, record }] : findRecords(map, [graph], other, null)),
    leading: () => ({ before: [], prices: [] }),
    place: () => null,
  };
}

export function currencyOf(map: MarketplaceMap, url: URL): string {
  return map.sisters?.[url.hostname] ?? map.currency;
}
