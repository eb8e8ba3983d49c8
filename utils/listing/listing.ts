// The Listing: one offer as read from a page, a product page or a card. Types and caps only, so that the content script
// carries no validator; `schema.ts` checks a listing that comes from outside.

/** What the buyer pays now. `amount` is the lowest of a range (`upTo` its top), in whole units for IDR. */
export interface Price {
  amount: number;
  /** ISO 4217, "IDR" on Indonesian marketplaces. */
  currency: string;
  upTo?: number;
}

/** As printed on the page. `location` is where the seller is said to be, never where the goods were made. */
export interface Seller {
  id: string | null;
  name: string | null;
  location: string | null;
}

/** One offer. Absent is null, empty lists and objects are empty, nothing is guessed; values as printed, trimmed. */
export interface Listing {
  marketplace: string;
  kind: 'product' | 'card';
  id: string | null;
  url: string | null;
  title: string | null;
  price: Price | null;
  seller: Seller | null;
  /** The marketplace marks the seller as an official store. */
  official: boolean | null;
  /** "Dikirim dari": where the parcel leaves from. */
  shipsFrom: string | null;
  /** Null for "No Brand", "OEM", "Tidak Ada Merek". */
  brand: string | null;
  /** From the widest to the narrowest. */
  category: string[];
  /** Labelled values of the specification table ("Negara Asal": "China"). */
  attributes: Record<string, string>;
  /** Platform labels as printed: "Beli Lokal", "LazMall". */
  labels: string[];
  description: string | null;
  /** The marketplace's own flag that the seller sells from abroad. */
  crossBorder: boolean | null;
  /** The seller's own word that the goods are imported. */
  importFlag: boolean | null;
}

/** Upper bounds of everything that is read: characters, or entries where the name says so. */
export const CAPS = {
  title: 500,
  description: 20_000,
  text: 300,
  url: 2_000,
  id: 64,
  attributes: 100,
  attributeName: 100,
  attributeValue: 1_000,
  labels: 20,
  categories: 10,
  /** Listings in one message or answer. */
  listings: 500,
} as const;

/** A listing that says nothing yet. */
export function emptyListing(marketplace: string, kind: Listing['kind']): Listing {
  return {
    marketplace,
    kind,
    id: null,
    url: null,
    title: null,
    price: null,
    seller: null,
    official: null,
    shipsFrom: null,
    brand: null,
    category: [],
    attributes: {},
    labels: [],
    description: null,
    crossBorder: null,
    importFlag: null,
  };
}

/** A listing as it is sent: what is null or empty left out. `ListingSchema` puts it back. */
export function withoutGaps(listing: Listing): Partial<Listing> {
  const sent: Record<string, unknown> = {};
  for (const field of Object.keys(listing) as (keyof Listing)[]) {
    const value = listing[field];
    if (value !== null && !(Array.isArray(value) && value.length === 0)) sent[field] = value;
  }
  return sent;
}
