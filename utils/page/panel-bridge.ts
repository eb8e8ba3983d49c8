// How a badge and the panel's script meet: both run in the extension's isolated world of the page, where the page's own
// scripts see nothing, but in separate files; so they share one object under a symbol on the global object.
import type { Listing } from '../listing/listing.ts';
import type { Lang } from '../messages.ts';
import type { Assessment } from '../origin/assessment.ts';

/** What the panel shows, and the badge that it belongs to. */
export interface Subject {
  listing: Listing;
  assessment: Assessment;
  /** No volunteer has checked yet how this marketplace's product pages are read. */
  unverified: boolean;
  /** The map no longer finds what it should: the marketplace was redesigned. */
  rotten: boolean;
  /** Days since the rules were made, when they are past their date; else null. */
  old: number | null;
  lang: Lang;
  /** The badge's host: the panel opens near it. */
  host: HTMLElement;
  dark: boolean;
  /** Says whether the badge is expanded, and takes the focus back. */
  expanded(open: boolean): void;
  focus(): void;
}

export interface PanelBridge {
  /** Set by a badge before it asks for the panel's script. */
  wanted: Subject | null;
  /** Set by the panel's script. Opening the subject that is shown closes it. */
  show: ((subject: Subject) => void) | null;
  /** Set while a panel is open. */
  open: { host: HTMLElement; close(): void } | null;
}

const KEY = Symbol.for('cekasal.panel');

export function panelBridge(): PanelBridge {
  const scope = globalThis as { [KEY]?: PanelBridge };
  scope[KEY] ??= { wanted: null, show: null, open: null };
  return scope[KEY];
}
