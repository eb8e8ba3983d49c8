// A reader: one marketplace's map made ready to read its pages. Pure reads of what is passed in: no globals, no writes,
// no requests. The content script keeps one for the life of the page; `extract` uses one for a saved page.
import type { CardDesign, Field, MarketplaceMap, PageKind } from '../knowledge/map.ts';
import type { Listing } from '../listing/listing.ts';
import { canonical, placeOf, resolve } from './address.ts';
import { assemble } from './assemble.ts';
import { resolveAll, resolveFirst, type Values } from './resolve.ts';
import { cardScope, hasBrokenState, pageScope } from './scope.ts';
import { isPrivate } from './text.ts';
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

/** What a shop's page says of all its cards. */
export type ShopFacts = Pick<Listing, 'seller' | 'official'>;

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

export function openReader(map: MarketplaceMap): Reader {
  const designsOn = (url: URL): CardDesign[] => {
    const { kind } = placeOf(map, url);
    return kind === 'results' || kind === 'shop' ? map.cards.filter((design) => design.on?.includes(kind) ?? true) : [];
  };

  function product(root: Document, url: URL): ProductRead {
    const place = placeOf(map, url);
    const { values, trace, problems } = resolveAll(map.product.fields, pageScope(map, root, url, place.captures));
    const missing = map.product.wait.filter((field) => values[field] === undefined);
    for (const field of missing) problems.push({ field, problem: 'missing' });
    if (hasBrokenState(root, map)) problems.push({ field: 'page', problem: 'unreadable' });
    const offered = OFFER.some((field) => values[field] !== undefined);
    const listing = values.title && offered ? assemble(map.id, 'product', values, canonical(url)) : null;
    return { listing, trace, problems, missing };
  }

  function cardElements(root: ParentNode, url: URL): Element[] {
    const found: Element[] = [];
    const anyCard = designsOn(url)
      .map((design) => design.find)
      .join(',');
    if (!anyCard) return found;
    let last: Element | null = null;
    for (const element of root.querySelectorAll(anyCard)) {
      if (last?.contains(element)) continue;
      last = element;
      found.push(element);
    }
    return found;
  }

  /** The first link of the card that leads to a product. */
  function addressOf(element: Element, url: URL): URL | null {
    const links = element.matches('a[href]') ? [element] : element.querySelectorAll('a[href]');
    for (const link of links) {
      const address = resolve(map, link.getAttribute('href') ?? '', url);
      if (address && address.hostname === url.hostname && placeOf(map, address).kind === 'product') return address;
    }
    return null;
  }

  function card(element: Element, url: URL, shop: ShopFacts | null = null): Listing | null {
    const design = designsOn(url).find(({ find }) => element.matches(find));
    const address = addressOf(element, url);
    if (!design || !address || isPrivate(element)) return null;
    const values: Values = resolveFirst(
      design.fields,
      cardScope(map, element, address, placeOf(map, address).captures),
    );
    if (!values.title) return null;
    const listing = assemble(map.id, 'card', values, canonical(address));
    if (shop) {
      listing.seller = {
        id: listing.seller?.id ?? shop.seller?.id ?? null,
        name: listing.seller?.name ?? shop.seller?.name ?? null,
        location: listing.seller?.location ?? shop.seller?.location ?? null,
      };
      listing.official ??= shop.official;
    }
    return listing;
  }

  function shop(root: Document, url: URL): ShopFacts | null {
    const { values } = resolveAll(map.shop.fields, pageScope(map, root, url, placeOf(map, url).captures));
    const { seller, official } = assemble(map.id, 'card', values, null);
    return seller?.name ? { seller, official } : null;
  }

  function titleElement(root: Document): Element | null {
    for (const select of map.product.badge) {
      const found = root.querySelector(select);
      if (found) return found;
    }
    return null;
  }

  return { map, page: (url) => placeOf(map, url).kind, product, cardElements, card, shop, titleElement };
}
