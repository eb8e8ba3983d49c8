// The map of one marketplace: how its pages are read. Types only; `map-schema.ts` checks a map that comes from outside.
// A map is data that volunteers mend after a redesign: the closed set of finders below is all it can say.

export type PageKind = 'product' | 'results' | 'shop' | 'none';

/** The facts a finder can read. `seller` is the shop's name. */
export type Field =
  | 'title'
  | 'price'
  | 'seller'
  | 'sellerId'
  | 'location'
  | 'official'
  | 'shipsFrom'
  | 'brand'
  | 'category'
  | 'attributes'
  | 'labels'
  | 'description'
  | 'crossBorder'
  | 'importFlag'
  | 'id'
  | 'url';

/** What every finder may carry. */
interface Common {
  /** Month in which it was last seen to work, "2026-02"; absent when no capture shows it. */
  seen?: string;
  /** Believed only when no other finder says otherwise. */
  weak?: boolean;
  /** Keep what stands behind the first of these that the text starts with. */
  after?: string[];
  /** Cut the text at the last of these that it holds. */
  before?: string[];
  /** Values that mean "nothing" here. */
  skip?: string[];
  /** Only these values count. */
  only?: string[];
  /** Rows of these names are no attributes: another field holds them. */
  omit?: string[];
}

/** One way to read one field. A closed set: an unknown kind is skipped and counted. */
export type Finder =
  /**
   * The page's embedded state, or a JSON answer: a value inside a record (see `records`), "." the record itself. `scale`
   * divides a number. With `name` and `value` each item is a row of two paths.
   */
  | (Common & { by: 'state'; record: string; path: string; scale?: number; name?: string; value?: string })
  /** A JSON-LD block of this `@type`. */
  | (Common & { by: 'jsonld'; type: string; path: string })
  /** `<meta name|property|itemprop>`. */
  | (Common & { by: 'meta'; name: string })
  /** A part of the document's title, split at `split`; -1 is the last. Needs at least `parts` parts. */
  | (Common & { by: 'pagetitle'; split: string; part: number; parts: number })
  /** The value printed beside a label ("Dikirim dari" → its value), inside a visible block. */
  | (Common & { by: 'label'; labels: string[]; within: string })
  /** Name and value rows: rows by selector, or every `name` element of the section under a heading. */
  | (Common & { by: 'rows'; row?: string; under?: string[]; name?: string })
  /** The text under a heading. */
  | (Common & { by: 'section'; under: string[] })
  /**
   * An element: its text, the `first` of its texts, one of its attributes, or that it is `present`. Stable attributes
   * first, classes last.
   */
  | (Common & { by: 'element'; select: string; read?: string })
  /** Reading order: the text or price at this place among the texts of the card or block. */
  | (Common & { by: 'order'; of: 'price' | 'text'; pick: 'first' | 'last' | 'longest' | 'lowest'; within?: string })
  /** The n-th of the first two sibling texts after the price (an empty one counts): shop and city, or city and shop. */
  | (Common & { by: 'pair'; part: 0 | 1 })
  /**
   * Behind the price of a card: the text that is just a place's name, or the name that stands `beside` it, when only one
   * does. Whatever the order, and whatever is renamed.
   */
  | (Common & { by: 'place'; pick: 'place' | 'beside' })
  /** A `{name}` captured from the address by a page pattern. */
  | (Common & { by: 'address'; capture: string });

export type Fields = Partial<Record<Field, Finder[]>>;

/** A pattern of address paths, segment by segment: literal, `*` for any, `{name}` to capture digits, `{name:code}` letters, digits and dashes, `**` for any rest. */
export interface PageRule {
  kind: PageKind;
  path: string;
  /** The address must carry this query parameter. */
  query?: string;
}

/** Objects of the embedded state or of a JSON answer, known by the keys they carry, at whatever depth. */
export interface RecordShape {
  /** Paths that must hold something. */
  has: string[];
  /** This path holds one of these values. */
  where?: { path: string; is: string[] };
  /** This path holds an address: the record counts only on the page of that address. Refuses state left over. */
  sameAddress?: string;
}

/** One design of cards: markets keep several alive at a time. */
export interface CardDesign {
  name: string;
  find: string;
  /** Kinds of page it stands on; absent: results and shop. */
  on?: PageKind[];
  /**
   * Only while no other design finds a card: `find` gives links, and the card is the largest block around a link in which
   * no other product's link stands.
   */
  fallback?: boolean;
  fields: Fields;
}

export interface AnswerRule {
  page: PageKind;
  each: { record: string; fields: Fields }[];
  /** Only when all records of the first kind, two at least, share the value of this path: a shop's own list. */
  oneShop?: string;
}

/** A search by its address: the words as a query parameter, or in the path where "{words}" stands. */
export interface SearchPlace {
  path: string;
  parameter?: string;
  /** Searched for shoppers on sites whose own search is not known. */
  elsewhere?: true;
}

export interface MarketplaceMap {
  id: string;
  name: string;
  /** Host names on which the extension reads pages. */
  hosts: string[];
  /** Sister sites with the same pages: read by the command line only. Host → currency. */
  sisters?: Record<string, string>;
  /** ISO 4217. */
  currency: string;
  /** No capture shows the product page: its verdicts say "belum diperiksa relawan". */
  unverified?: boolean;
  reviewed: string;
  /** Everything on this site is sold from abroad. */
  crossBorder?: true;
  /** The month since which no goods are sold here. */
  closed?: string;
  /** Where its search stands, to send a shopper there or to read what was searched. Absent: nobody has seen it. */
  search?: SearchPlace;
  pages: PageRule[];
  /** Links that carry the true address in a query parameter. */
  redirects?: { host: string; parameter: string }[];
  /**
   * Text that the page's state stands behind in a script: "window.__cache=", or "window.state={data:" where only what stands
   * behind `data` is JSON; else the id or type of a script that holds nothing else.
   */
  state?: string[];
  records?: Record<string, RecordShape>;
  product: {
    fields: Fields;
    /** Waited for before the page is judged. */
    wait: Field[];
    /** The share of pages (0 to 1) on which a field is there; 0.9 for those that are waited for. Below, the map needs mending. */
    expect?: Partial<Record<Field, number>>;
    /** The badge goes beside the first of these. */
    badge: string[];
  };
  cards: CardDesign[];
  /** Cards of a shop's page inherit its name and place. */
  shop: { fields: Fields };
  /**
   * Of the answers that may be read with the user's consent (`tables/answers.yml`), only those whose host and path begin so.
   * Absent: all of them.
   */
  observe?: string[];
  /** JSON answers of the marketplace, known by the records they hold: the first kind that reads a listing wins. */
  answers?: AnswerRule[];
}
