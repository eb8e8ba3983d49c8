// Cards of a results or shop page: which elements they are, and what each says. Hundreds stand on a page, so what is the
// same for all is worked out once.
import type { CardDesign, MarketplaceMap } from '../knowledge/map.ts';
import type { Listing } from '../listing/listing.ts';
import { canonical, type Place, placeOf, resolve } from './address.ts';
import { assemble } from './assemble.ts';
import { resolveFirst } from './resolve.ts';
import { cardScope } from './scope.ts';
import { isPrivate } from './text.ts';

/** What a shop's page says of all its cards. */
export type ShopFacts = Pick<Listing, 'seller' | 'official'>;

export interface CardReader {
  elements(root: ParentNode, url: URL): Element[];
  read(element: Element, url: URL, shop: ShopFacts | null): Listing | null;
}

export function openCardReader(map: MarketplaceMap): CardReader {
  let known: { href: string; designs: CardDesign[]; any: string } | undefined;
  /** The designs that stand on this kind of page. */
  const designsOn = (url: URL) => {
    if (known?.href !== url.href) {
      const { kind } = placeOf(map, url);
      const shows = kind === 'results' || kind === 'shop';
      const designs = shows ? map.cards.filter((design) => design.on?.includes(kind) ?? true) : [];
      known = { href: url.href, designs, any: designs.map((design) => design.find).join(',') };
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

  /** The first link of the card that leads to a product of this host. */
  function linkOf(element: Element, url: URL): { address: URL; place: Place } | null {
    const links = element.hasAttribute('href') ? [element] : element.querySelectorAll('a[href]');
    for (const link of links) {
      const address = resolve(map, link.getAttribute('href') ?? '', url);
      if (address?.hostname !== url.hostname) continue;
      const place = placeOf(map, address);
      if (place.kind === 'product') return { address, place };
    }
    return null;
  }

  return {
    elements(root, url) {
      const { any } = designsOn(url);
      const found: Element[] = [];
      let last: Element | null = null;
      for (const element of any ? root.querySelectorAll(any) : []) {
        if (last?.contains(element)) continue;
        last = element;
        found.push(element);
      }
      return found;
    },
    read(element, url, shop) {
      const design = designsOn(url).designs.find(({ find }) => element.matches(find));
      const link = design && linkOf(element, url);
      if (!design || !link || isContainerPrivate(element.parentElement)) return null;
      const values = resolveFirst(design.fields, cardScope(map, element, link.address, link.place.captures));
      if (!values.title) return null;
      const listing = assemble(map.id, 'card', values, canonical(link.address));
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
