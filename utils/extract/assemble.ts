// From the values of fields to a Listing. What the engine itself knows (the marketplace, the kind, the address) stands in
// no map.
import type { MarketplaceMap } from '../knowledge/map.ts';
import { CAPS, emptyListing, type Listing, type Price } from '../listing/listing.ts';
import type { Values } from './resolve.ts';

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const flagOr = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
const listOr = (value: unknown): string[] => (Array.isArray(value) ? value : []);

export function assemble(map: MarketplaceMap, kind: Listing['kind'], values: Values, address: string | null): Listing {
  const listing = emptyListing(map.id, kind);
  listing.id = textOr(values.id);
  listing.url = address && address.length <= CAPS.url ? address : null;
  listing.title = textOr(values.title);
  listing.price = (values.price as Price | undefined) ?? null;
  const seller = { id: textOr(values.sellerId), name: textOr(values.seller), location: textOr(values.location) };
  listing.seller = seller.id || seller.name || seller.location ? seller : null;
  listing.official = flagOr(values.official);
  listing.shipsFrom = textOr(values.shipsFrom);
  listing.brand = textOr(values.brand);
  // Breadcrumbs end with the product itself on some marketplaces.
  listing.category = listOr(values.category).filter((name) => name !== listing.title);
  listing.attributes = { ...(values.attributes as Record<string, string> | undefined) };
  listing.labels = listOr(values.labels);
  listing.description = textOr(values.description);
  listing.crossBorder = flagOr(values.crossBorder) ?? map.crossBorder ?? null;
  listing.importFlag = flagOr(values.importFlag);
  return listing;
}
