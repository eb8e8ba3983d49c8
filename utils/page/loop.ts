// The page loop: picks what to do by the kind of page, and hands on what changes. All that runs in the shop's page starts
// here and is guarded: a mistake of ours must not become the page's.
import type { SeenPage } from '../health.ts';
import type { Listing } from '../listing/listing.ts';
import type { PageState } from '../messages.ts';
import { watchAddress } from './address.ts';
import { hearPresses } from './badge.ts';
import { cardsMode } from './cards.ts';
import type { LoopEnv, Mode, PageEnv } from './env.ts';
import { openFoot } from './foot.ts';
import { guarded, guardedTimers } from './guard.ts';
import type { Identity } from './identity.ts';
import { openLocalStrip } from './local-strip.ts';
import { productMode } from './product.ts';

/** Attributes that marketplaces keep facts in; all others change too often and say nothing. */
const FACTS = ['href', 'title', 'alt', 'aria-label', 'data-item-id'];
/** A shop's name may follow its new address with this delay (ms). */
const QUIET = 1000;
/** When (ms) a page that is still there has given what it gives. */
const SEEN = 6000;

export interface Loop {
  state(): Omit<PageState, 'marketplace' | 'unverified' | 'site' | 'rot'>;
  /** More is known of the listings that this is true for. */
  learned(of: (listing: Listing) => boolean): void;
  stop(): void;
}

export function runLoop(given: LoopEnv, window: Window): Loop {
  const timers = guardedTimers(given.timers);
  const env: PageEnv = { ...given, timers, foot: openFoot(given.document, given.lang), whileShown };
  const local = openLocalStrip(env);
  const { document, reader } = env;
  let url = new URL(window.location.href);
  let kind: PageState['page'] = 'none';
  let mode: Mode | null = null;
  let last: () => Identity | null = () => null;
  let stopped = false;

  const start = (navigated: boolean) => {
    const before = last();
    mode?.stop();
    mode = null;
    last = () => before;
    kind = reader.page(url);
    lookForLocal();
    if (kind === 'product') {
      const product = productMode(env, url, before, navigated);
      mode = product;
      last = product.last;
    } else if (kind !== 'none') {
      mode = cardsMode(env, url, navigated && kind === 'shop' ? QUIET : 0);
    }
    if (kind !== 'none') tellLater(kind, mode);
  };

  const lookForLocal = () => local.at(kind === 'results' ? url : null);

  /** A page that nobody looks at may not have filled itself. */
  const tellLater = (page: SeenPage, told: Mode | null) => {
    timers.setTimeout(() => {
      if (!stopped && told && told === mode && document.visibilityState !== 'hidden') env.seen(page, told.found());
    }, SEEN);
  };

  const address = watchAddress(
    window,
    guarded((next: URL) => {
      const same = next.pathname === url.pathname && reader.page(next) === kind;
      url = next;
      if (document.readyState === 'loading') return;
      if (!same) return start(true);
      lookForLocal();
      mode?.readdressed(next);
    }),
  );

  const observer = new MutationObserver(
    guarded((records: MutationRecord[]) => {
      address.check();
      mode?.changed(records);
    }),
  );

  /** Where the browser does not report a new address, it is looked at in each frame that shows a badge. */
  function whileShown(shown: () => boolean) {
    if (address.prompt || stopped || !shown()) return;
    address.check();
    timers.requestAnimationFrame(() => whileShown(shown));
  }

  const deafen = hearPresses(window);
  const begin = guarded(() => {
    address.check();
    start(false);
    observer.observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: FACTS,
    });
  });

  // A page that is still being parsed would be read again with every piece that arrives.
  if (document.readyState === 'loading') document.addEventListener('readystatechange', begin, { once: true });
  else begin();

  return {
    state: () => ({ page: kind, ...(mode?.state() ?? { listing: null, assessment: null, cards: {} }) }),
    learned: guarded((of: (listing: Listing) => boolean) => mode?.learned(of)),
    stop() {
      stopped = true;
      document.removeEventListener('readystatechange', begin);
      observer.disconnect();
      address.stop();
      deafen();
      mode?.stop();
      mode = null;
      local.at(null);
    },
  };
}
