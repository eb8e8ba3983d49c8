// What finders read from: a page, one card of it, or one record of a JSON answer. Reads lazily and remembers.
import type { MarketplaceMap } from '../knowledge/map.ts';
import type { Graph, Json } from './graph.ts';
import { type Head, headOf } from './head.ts';
import { NO_PLACES, type PlaceNames } from './place-names.ts';
import { type Leading, leadingPrices } from './prices.ts';
import { type Found, findRecords, isLeftOver } from './records.ts';
import { statesOf } from './state.ts';
import { holdsPrivate } from './text.ts';

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
  /** Whether anything private stands inside the element. */
  holdsPrivate(): boolean;
}

/** A part of a page: what is asked for twice is read once. */
class Part implements Scope {
  readonly element: Element;
  readonly currency: string;
  readonly captures: Record<string, string>;
  readonly head: Head | null;
  readonly places: PlaceNames;
  readonly records: (name: string) => Found[];
  #leading: Leading | undefined;
  #private: boolean | undefined;

  constructor(given: Pick<Scope, 'currency' | 'captures' | 'head' | 'records' | 'places'> & { element: Element }) {
    this.element = given.element;
    this.currency = given.currency;
    this.captures = given.captures;
    this.head = given.head;
    this.places = given.places;
    this.records = given.records;
  }

  leading(): Leading {
    this.#leading ??= leadingPrices(this.element, this.currency);
    return this.#leading;
  }

  holdsPrivate(): boolean {
    this.#private ??= holdsPrivate(this.element);
    return this.#private;
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
    holdsPrivate: () => false,
  };
}

export function currencyOf(map: MarketplaceMap, url: URL): string {
  return map.sisters?.[url.hostname] ?? map.currency;
}
