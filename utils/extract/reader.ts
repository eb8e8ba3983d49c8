// A reader: one marketplace's map made ready to read its pages. Pure reads of what is passed in: no globals, no writes,
// no requests. The content script keeps one for the life of the page; `extract` uses one for a saved page.
import type { Field, MarketplaceMap, PageKind } from '../knowledge/map.ts';
import type { Listing } from '../listing/listing.ts';
import { canonical, placeOf } from './address.ts';
import { assemble } from './assemble.ts';
import { openCardReader, type ShopFacts } from './cards.ts';
import { NO_PLACES, type PlaceNames } from './place-names.ts';
import { resolveAll } from './resolve.ts';
import { pageScope } from './scope.ts';
import { first } from './select.ts';
import { hasBrokenState } from './state.ts';
import type { Problem, TraceEntry } from './trace.ts';

/** What an offer has beside its title. */
const OFFER: Field[] = ['price', 'seller', 'attributes', 'category', 'description'];

export interface ProductRead {
  /** Null without a title, or with nothing but a title: a captcha has one too. */
  listing: Listing | null;
  trace: TraceEntry[];
  problems: Problem[];
  /** Fields the map waits for that are not there yet. */
  missing: Field[];
}

export interface Reader {
  map: MarketplaceMap;
  page(url: URL): PageKind;
  product(root: Document, url: URL): ProductRead;
  /** Outermost card elements in document order, of the designs that stand on this kind of page. */
  cardElements(root: ParentNode, url: URL): Element[];
  /** Null when the element is no card of a product. `shop` as `shop()` gave it, on a shop's page. */
  card(element: Element, url: URL, shop?: ShopFacts | null): Listing | null;
  shop(root: Document, url: URL): ShopFacts | null;
  /** The element that the product's badge stands beside. */
  titleElement(root: Document): Element | null;
}

/** @param places Names of places, for maps whose finders ask for them (`asksForPlaces`). */
export function openReader(map: MarketplaceMap, places: PlaceNames = NO_PLACES): Reader {
  const cards = openCardReader(map, places);

  function product(root: Document, url: URL): ProductRead {
    const place = placeOf(map, url);
    const { values, trace, problems } = resolveAll(map.product.fields, pageScope(map, root, url, place.captures));
    const missing = map.product.wait.filter((field) => values[field] === undefined);
    for (const field of missing) problems.push({ field, problem: 'missing' });
    if (hasBrokenState(root, map)) problems.push({ field: 'page', problem: 'unreadable' });
    const offered = OFFER.some((field) => values[field] !== undefined);
    const listing = values.title && offered ? assemble(map, 'product', values, canonical(url)) : null;
    return { listing, trace, problems, missing };
  }

  function shop(root: Document, url: URL): ShopFacts | null {
    const { values } = resolveAll(map.shop.fields, pageScope(map, root, url, placeOf(map, url).captures));
    const { seller, official } = assemble(map, 'card', values, null);
    return seller?.name ? { seller, official } : null;
  }

  function titleElement(root: Document): Element | null {
    for (const select of map.product.badge) {
      const found = first(root, select);
      if (found) return found;
    }
    return null;
  }

  return {
    map,
    page: (url) => placeOf(map, url).kind,
    product,
    cardElements: cards.elements,
    card: (element, url, facts = null) => cards.read(element, url, facts),
    shop,
    titleElement,
  };
}
