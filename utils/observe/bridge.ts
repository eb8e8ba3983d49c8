// How the content script and the observer's script meet: two files in the extension's world of one page, where the page's own
// scripts see nothing. The observer is there only where the user agreed to it.
import type { MarketplaceMap } from '../knowledge/map.ts';
import type { Listing } from '../listing/listing.ts';

export interface ObserverBridge {
  /** Set by the content script, once it knows. */
  map: MarketplaceMap | null;
  /** Set by the observer: adds what the page's answers said. */
  complete: ((listing: Listing) => Listing) | null;
  /** Set by the content script: something was learned. */
  learned: (() => void) | null;
  /** Set by the observer: the map has come. */
  mapped: (() => void) | null;
}

const KEY = Symbol.for('cekasal.observer');

export function observerBridge(): ObserverBridge {
  const scope = globalThis as { [KEY]?: ObserverBridge };
  scope[KEY] ??= { map: null, complete: null, learned: null, mapped: null };
  return scope[KEY];
}
