// The few messages between a page's content script, the background and the popup. Listings are validated by the receiver.

import type { Suggestions } from './alternatives/suggest.ts';
import type { Lang, SiteChoice } from './choices.ts';
import type { Source } from './feed/source.ts';
import type { FeedView } from './feed/view.ts';
import type { Rot, SeenPage } from './health.ts';
import type { About } from './knowledge/knowledge.ts';
import type { MarketplaceMap } from './knowledge/map.ts';
import type { Listing } from './listing/listing.ts';
import type { Assessment } from './origin/assessment.ts';

export type { Lang } from './choices.ts';

/** Content script → background, and of these `assess`, `alternatives` and `about` from our own pages too: as the background reads it. What
 * concerns the source of the rules is for our own pages alone. */
export type Request<L = Listing> =
  /** Sent at document_start: wakes the worker, and asks for the map of this host. */
  | { type: 'hello'; host: string }
  /** One message per batch of listings. */
  | { type: 'assess'; listings: L[] }
  /** Sent once a page: which fields it gave, by name. */
  | { type: 'seen'; host: string; page: SeenPage; found: string[] }
  /** Try a changed map in this tab; null ends it. */
  | { type: 'try'; map: MarketplaceMap | null }
  /** What small makers in Indonesia make instead: of a listing, or of the words that results were searched by, as a title. */
  | { type: 'alternatives'; listing: L }
  /** Open the form that proposes a local maker: of the listing's own goods, or another of the same kind. */
  | { type: 'propose'; listing: L; other: boolean }
  /** What the rules hold. */
  | { type: 'about' }
  /** Inject the panel's script into the sender's frame. */
  | { type: 'panel' }
  /** Where the rules come from, how old they are, what the last check came to. */
  | { type: 'feed' }
  /** Look for newer rules now; answered when that has ended. */
  | { type: 'update' }
  /** Take the rules from another source, in this browser alone; null ends it. */
  | { type: 'draft'; source: Source | null };

export interface Hello {
  map: MarketplaceMap | null;
  /** The map is one that a volunteer tries in this tab. */
  trial: boolean;
  /** Names of places, when the map's finders ask for them. */
  places: readonly string[];
  /** What the user chose for this marketplace. */
  site: SiteChoice;
  /** Fields that the map no longer finds as it should. */
  rot: readonly Rot[];
  /** Whether pages of results are to say what is made in Indonesia. */
  local: boolean;
  lang: Lang;
  /** The dictionary of `lang`, only the keys that the badge needs. */
  words: Record<string, string>;
}

/** In the order of the request. Null: a card of which nothing can be said. */
export interface Assessed {
  assessments: (Assessment | null)[];
  /** Days since the rules were made, when they are past their date ("aturan lama"); else null. */
  old: number | null;
}

/** What the background could not answer, in words for the console. */
export interface Failure {
  error: string;
}

/** As it is sent: what is null or empty in a listing may be left out. */
export type SentRequest = Request<Partial<Listing>>;

/** The answer to a request that succeeded. */
export type Answer<R extends SentRequest> = R extends { type: 'hello' }
  ? Hello
  : R extends { type: 'assess' }
    ? Assessed
    : R extends { type: 'seen' }
      ? { noted: true }
      : R extends { type: 'try' }
        ? { trying: boolean }
        : R extends { type: 'about' }
          ? About
          : R extends { type: 'alternatives' }
            ? Suggestions
            : R extends { type: 'feed' | 'update' | 'draft' }
              ? FeedView
              : { opened: true };

/** Popup and background → content script: what the page says, or to read it afresh, since its map was changed. */
export type PageRequest = { type: 'page' } | { type: 'again' };

/** What the content script knows of its page. */
export interface PageState {
  page: 'product' | 'results' | 'shop' | 'none';
  marketplace: string | null;
  /** No volunteer has checked yet how this marketplace's product pages are read. */
  unverified: boolean;
  /** A product page's listing and assessment, when both are there. */
  listing: Listing | null;
  assessment: Assessment | null;
  /** Cards on this page by verdict. */
  cards: Record<string, number>;
  /** What the user chose for this marketplace; null where no map is known. */
  site: SiteChoice | null;
  /** Fields that the map no longer finds as it should. */
  rot: readonly Rot[];
}
