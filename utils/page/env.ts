// What the parts of the page loop share: the page, its reader, a way to ask the background, and time. Handed in, so that
// tests can bring their own.

import type { Suggestions } from '../alternatives/suggest.ts';
import type { SiteChoice } from '../choices.ts';
import type { Reader } from '../extract/reader.ts';
import type { SeenPage } from '../health.ts';
import type { Translate } from '../i18n.ts';
import type { Listing } from '../listing/listing.ts';
import type { Lang, PageState } from '../messages.ts';
import type { Assessment } from '../origin/assessment.ts';
import type { Foot } from './foot.ts';
import type { Subject } from './panel-bridge.ts';

/** The part of the reader that the page loop uses. */
export type PageReader = Pick<Reader, 'page' | 'product' | 'cardElements' | 'card' | 'shop' | 'titleElement'>;

/** Timers that end with the content script. */
export interface Timers {
  setTimeout(run: () => void, milliseconds?: number): number;
  requestAnimationFrame(run: () => void): number;
}

export interface LoopEnv {
  document: Document;
  reader: PageReader;
  timers: Timers;
  lang: Lang;
  t: Translate;
  /** What the user chose for this marketplace. */
  site: SiteChoice;
  /** The map no longer finds what it should, and badges say so. */
  rotten: boolean;
  /** In the order of the listings, null for a card that says nothing; null when the background gave no answer. */
  assess(listings: Listing[]): Promise<(Assessment | null)[] | null>;
  /** Told once a page which fields it gave, by name; "cards" where there are any. */
  seen(page: SeenPage, found: string[]): void;
  /** Local goods on pages of results; null where the user wants none. */
  local: {
    /** Words whose strip was closed: as long as the document lives, whenever the page loop begins anew. */
    closed: Set<string>;
    /** What the page at this address was searched by; null: by no words. */
    words(url: URL): string | null;
    /** Null when the background gave no answer. */
    ask(words: string): Promise<Suggestions | null>;
    /** They are not to be shown again. */
    never(): void;
  } | null;
  openPanel(subject: Omit<Subject, 'unverified' | 'rotten' | 'old'>): void;
  /** Closes the panel if it shows this badge. */
  closePanel(host: HTMLElement): void;
}

/** As the loop hands it on to a mode. */
export interface PageEnv extends LoopEnv {
  foot: Foot;
  /** Told when a badge comes up, with a way to see whether it still stands. */
  whileShown(shown: () => boolean): void;
}

/** One way of showing verdicts: beside a product's title, or on cards. */
export interface Mode {
  /** Called in the observer's own callback, before anything is painted. */
  changed(records: readonly MutationRecord[]): void;
  /** The address changed but the page is still the same one (a query, a hash). */
  readdressed(url: URL): void;
  /** More is known of the listings that this is true for: they are judged again. */
  learned(of: (listing: Listing) => boolean): void;
  state(): Pick<PageState, 'listing' | 'assessment' | 'cards'>;
  /** The fields that the page gave, by name. */
  found(): string[];
  stop(): void;
}
