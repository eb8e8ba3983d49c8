// A whole saved page or JSON answer at once: what the command line prints, and what tests compare.
import type { AnswerRule, MarketplaceMap, PageKind } from '../knowledge/map.ts';
import { CAPS, type Listing } from '../listing/listing.ts';
import { canonical, resolve } from './address.ts';
import { assemble } from './assemble.ts';
import { type Graph, graphOf, read, recordsOf } from './graph.ts';
import { NO_PLACES, type PlaceNames } from './place-names.ts';
import { openReader } from './reader.ts';
import { resolveAll } from './resolve.ts';
import { answerScope, currencyOf } from './scope.ts';
import type { Problem, TraceEntry } from './trace.ts';

export interface Extraction {
  marketplace: string;
  page: PageKind;
  listings: Listing[];
  trace: TraceEntry[];
  problems: Problem[];
}

const nothing = (map: MarketplaceMap, problems: Problem[] = []): Extraction => ({
  marketplace: map.id,
  page: 'none',
  listings: [],
  trace: [],
  problems,
});

/** Listings that are the same offer: the same id, else the same address, else the same words and price. */
function distinct(listings: Listing[]): Listing[] {
  const seen = new Map<string, Listing>();
  for (const listing of listings) {
    const key = listing.id ?? listing.url ?? `${listing.title}\n${listing.price?.amount}\n${listing.seller?.name}`;
    if (!seen.has(key)) seen.set(key, listing);
  }
  return [...seen.values()].slice(0, CAPS.listings);
}

/** Reads a page. A page whose address promises a product and that shows none is no page. */
export function extract(root: Document, url: URL, map: MarketplaceMap, places: PlaceNames = NO_PLACES): Extraction {
  const reader = openReader(map, places);
  const page = reader.page(url);
  if (page === 'product') {
    const { listing, trace, problems } = reader.product(root, url);
    if (listing) return { marketplace: map.id, page, listings: [listing], trace, problems };
    return { ...nothing(map, problems), trace };
  }
  if (page === 'none') return nothing(map);
  const shop = page === 'shop' ? reader.shop(root, url) : null;
  const listings = distinct(
    reader
      .cardElements(root, url)
      .map((element) => reader.card(element, url, shop))
      .filter((listing) => listing !== null),
  );
  return listings.length
    ? { marketplace: map.id, page, listings, trace: [], problems: [] }
    : nothing(map, [{ field: 'page', problem: 'missing' }]);
}

/** Reads a JSON answer of the marketplace, recognised by its shape. `url` may be just the marketplace's address. */
export function extractAnswer(answer: unknown, url: URL, map: MarketplaceMap): Extraction {
  const graph = graphOf(answer);
  for (const rule of map.answers ?? []) {
    const found = readAnswer(rule, graph, url, map);
    if (found.listings.length) return found;
  }
  return nothing(map, [{ field: 'page', problem: 'unreadable' }]);
}

function readAnswer(rule: AnswerRule, graph: Graph, url: URL, map: MarketplaceMap): Extraction {
  const found: Extraction = { ...nothing(map), page: rule.page };
  const kind = rule.page === 'product' ? 'product' : 'card';
  for (const { record: name, fields } of rule.each) {
    const shape = map.records?.[name];
    const records = shape ? recordsOf(graph, shape) : [];
    if (rule.oneShop && found.listings.length === 0) {
      const shops = new Set(records.map((record) => String(read(graph, record, rule.oneShop as string))));
      if (records.length < 2 || shops.size !== 1) return nothing(map);
    }
    for (const record of kind === 'product' ? records.slice(0, 1) : records) {
      const { values, trace, problems } = resolveAll(
        fields,
        answerScope(map, graph, name, record, currencyOf(map, url)),
      );
      found.trace.push(...trace);
      found.problems.push(...problems);
      const address = typeof values.url === 'string' ? resolve(map, values.url, url) : null;
      if (values.title) found.listings.push(assemble(map, kind, values, address && canonical(address)));
    }
    if (kind === 'product' && found.listings.length) break;
  }
  found.listings = distinct(found.listings);
  return found;
}
