// Cards of a results or shop page: which elements they are, and what each says. Hundreds stand on a page, so what is the
// same for all is worked out once.
import type { CardDesign, MarketplaceMap } from '../knowledge/map.ts';
import { CAPS, type Listing } from '../listing/listing.ts';
import { canonical, type Place, placeOf, resolve } from './address.ts';
import { assemble } from './assemble.ts';
import { blocksAround } from './links.ts';
import type { PlaceNames } from './place-names.ts';
import { leadingPrices } from './prices.ts';
import { resolveFirst } from './resolve.ts';
import { cardScope, currencyOf } from './scope.ts';
import { all, joined, matches } from './select.ts';
import { isPrivate, openTexts } from './text.ts';

/** What a shop's page says of all its cards. */
export type ShopFacts = Pick<Listing, 'seller' | 'official'>;

export interface CardReader {
  elements(root: ParentNode, url: URL): Element[];
  read(element: Element, url: URL, shop: ShopFacts | null): Listing | null;
}

/** The designs that stand on one page. */
interface Designs {
  href: string;
  designs: CardDesign[];
  /** Their selectors as one; null until a page is there to try them on. */
  any: string | null;
  fallback: CardDesign | undefined;
  /** Whether a design that knows its cards has found one: then no fallback guesses. */
  found: boolean;
}

/** The first link of a card that leads to a product of this host. */
export function productLink(map: MarketplaceMap, element: Element, url: URL): { address: URL; place: Place } | null {
  const links = element.hasAttribute('href') ? [element] : element.querySelectorAll('a[href]');
  for (const link of links) {
    const address = resolve(map, link.getAttribute('href') ?? '', url);
    if (address?.hostname !== url.hostname) continue;
    const place = placeOf(map, address);
    if (place.kind === 'product') return { address, place };
  }
  return null;
}

export function openCardReader(map: MarketplaceMap, places: PlaceNames): CardReader {
  let known: Designs | undefined;
  /** The designs that stand on this kind of page. */
  const designsOn = (url: URL) => {
    if (known?.href !== url.href) {
      const { kind } = placeOf(map, url);
      const shows = kind === 'results' || kind === 'shop';
      const designs = shows ? map.cards.filter((design) => design.on?.includes(kind) ?? true) : [];
      const sure = designs.filter(({ fallback }) => !fallback);
      known = {
        href: url.href,
        designs: sure,
        any: null,
        fallback: designs.find(({ fallback }) => fallback),
        found: false,
      };
    }
    return known;
  };

  const containers = new WeakMap<Element, boolean>();
  /** Whether what a card stands in is private; asked once for all its neighbours. */
  const isContainerPrivate = (container: Element | null): boolean => {
    if (!container) return false;
    let is = containers.get(container);
    if (is === undefined) {
      is = isPrivate(container);
      containers.set(container, is);
    }
    return is;
  };

  const links = new WeakMap<Element, { href: string; product: string | null }>();
  /** The product of this host that a link leads to. */
  function productOf(link: Element, url: URL): string | null {
    const href = link.getAttribute('href') ?? '';
    const seen = links.get(link);
    if (seen?.href === href) return seen.product;
    const address = resolve(map, href, url);
    const leads = address?.hostname === url.hostname && placeOf(map, address).kind === 'product';
    const product = leads ? canonical(address) : null;
    links.set(link, { href, product });
    return product;
  }

  const guessed = new WeakSet<Element>();
  function blocks(root: ParentNode, url: URL, { find }: CardDesign): Element[] {
    const found = blocksAround(
      all(root, find),
      (link) => productOf(link, url),
      (block) => leadingPrices(openTexts(block, CAPS.title), currencyOf(map, url)).prices.length > 0,
    );
    for (const block of found) guessed.add(block);
    return found;
  }

  return {
    elements(root, url) {
      const on = designsOn(url);
      const { designs, fallback } = on;
      on.any ??= joined(
        root,
        designs.map(({ find }) => find),
      );
      const found: Element[] = [];
      let last: Element | null = null;
      for (const element of on.any ? all(root, on.any) : []) {
        if (last?.contains(element)) continue;
        last = element;
        found.push(element);
      }
      on.found ||= found.length > 0;
      return fallback && !on.found ? blocks(root, url, fallback) : found;
    },
    read(element, url, shop) {
      const { designs, fallback } = designsOn(url);
      const design =
        designs.find(({ find }) => matches(element, find)) ?? (guessed.has(element) ? fallback : undefined);
      const link = design && productLink(map, element, url);
      if (!design || !link || isContainerPrivate(element.parentElement)) return null;
      const values = resolveFirst(design.fields, cardScope(map, places, element, link.address, link.place.captures));
      if (!values.title) return null;
      const listing = assemble(map, 'card', values, canonical(link.address));
      return shop ? inherit(listing, shop) : listing;
    },
  };
}

function inherit(listing: Listing, { seller, official }: ShopFacts): Listing {
  return {
    ...listing,
    seller: {
      id: listing.seller?.id ?? seller?.id ?? null,
      name: listing.seller?.name ?? seller?.name ?? null,
      location: listing.seller?.location ?? seller?.location ?? null,
    },
    official: listing.official ?? official,
  };
}
