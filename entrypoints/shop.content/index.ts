// The content script of the marketplaces: wakes the background, opens the map's reader, runs the page loop. Wiring only, and
// small: no framework, no validator.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { searchedWords } from '../../utils/alternatives/search.ts';
import type { SiteChoice } from '../../utils/choices.ts';
import { openReader } from '../../utils/extract/reader.ts';
import type { Rot } from '../../utils/health.ts';
import { HOST_PATTERNS } from '../../utils/hosts.ts';
import { translator } from '../../utils/i18n.ts';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';
import { emptyListing, type Listing, withoutGaps } from '../../utils/listing/listing.ts';
import type { PageRequest, PageState } from '../../utils/messages.ts';
import { observerBridge } from '../../utils/observe/bridge.ts';
import { askBackground } from '../../utils/page/ask.ts';
import type { LoopEnv, Timers } from '../../utils/page/env.ts';
import { report } from '../../utils/page/guard.ts';
import { type Loop, runLoop } from '../../utils/page/loop.ts';
import { closePanel, openPanel } from '../../utils/page/open-panel.ts';
import { LANG_KEY, LOCAL_KEY, MUTED_KEY, SITES_KEY, writeLocal } from '../../utils/settings.ts';

export default defineContentScript({
  matches: HOST_PATTERNS,
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(ctx) {
    let loop: Loop | null = null;
    let map: MarketplaceMap | null = null;
    let site: SiteChoice | null = null;
    let rot: readonly Rot[] = [];
    /** Days since the rules were made that the last answer rests on, when they are old. */
    let old: number | null = null;
    let turn = 0;
    const observer = observerBridge();
    /** With what the page's answers said, as long as the user agrees to it. */
    const completed = (listing: Listing) => (site?.observe && observer.complete?.(listing)) || listing;
    /** What was said of listings that an answer completed. */
    const told = new WeakMap<Listing, string>();
    const tell = (listing: Listing) => {
      const whole = completed(listing);
      if (whole !== listing) told.set(listing, JSON.stringify(whole));
      return withoutGaps(whole);
    };
    const isNews = (listing: Listing) => {
      const whole = completed(listing);
      return whole !== listing && told.get(listing) !== JSON.stringify(whole);
    };

    // Not the context's own timers: those leave a listener behind with every call, and a busy page makes thousands.
    const alive = (run: () => void) => () => {
      if (ctx.isValid) run();
    };
    const timers: Timers = {
      setTimeout: (run, milliseconds) => window.setTimeout(alive(run), milliseconds),
      requestAnimationFrame: (run) => window.requestAnimationFrame(alive(run)),
    };

    const stop = () => {
      turn += 1;
      loop?.stop();
      loop = null;
    };

    /** Also called again when a choice changed or the page came back: everything is read afresh. */
    const start = async () => {
      stop();
      const mine = turn;
      const hello = await askBackground({ type: 'hello', host: location.hostname });
      if (!hello?.map || mine !== turn || ctx.isInvalid) return;
      ({ map, site, rot } = hello);
      if (site.off) return;
      observer.map = map;
      observer.mapped?.();
      loop = runLoop(
        {
          document,
          reader: openReader(hello.map, new Set(hello.places)),
          timers,
          site: hello.site,
          rotten: rot.length > 0,
          lang: hello.lang,
          t: translator(hello.words),
          assess: async (listings) => {
            const answer = await askBackground({ type: 'assess', listings: listings.map(tell) });
            if (!answer) return null;
            old = answer.old ?? null;
            return answer.assessments;
          },
          openPanel: (subject) =>
            openPanel({ ...subject, unverified: hello.map?.unverified ?? false, rotten: rot.length > 0, old }),
          local: hello.local ? localGoods(hello.map) : null,
          seen: (page, found) => void askBackground({ type: 'seen', host: location.hostname, page, found }),
          closePanel,
        },
        window,
      );
      observer.learned = () => loop?.learned(isNews);
    };

    const closed = new Set<string>();
    /** The words that were searched by are asked about like the title of a card. */
    const localGoods = (mine: MarketplaceMap): LoopEnv['local'] => ({
      closed,
      words: (url) => searchedWords(mine, url),
      ask: (title) =>
        askBackground({
          type: 'alternatives',
          listing: withoutGaps({ ...emptyListing(mine.id, 'card'), title }),
        }),
      never: () => void writeLocal(browser.storage.local, false).catch(report),
    });

    const answer = (message: PageRequest, _sender: unknown, reply: (state: PageState) => void) => {
      if (message?.type === 'again') start().catch(report);
      if (message?.type !== 'page') return;
      const nothing = { page: 'none', listing: null, assessment: null, cards: {} } as const;
      const unverified = map?.unverified ?? false;
      reply({ marketplace: map?.id ?? null, unverified, site, rot, ...(loop?.state() ?? nothing) });
    };
    const choiceChanged = (changes: Record<string, unknown>) => {
      if ([LANG_KEY, SITES_KEY, MUTED_KEY, LOCAL_KEY].some((key) => key in changes)) start().catch(report);
    };

    browser.runtime.onMessage.addListener(answer);
    browser.storage.onChanged.addListener(choiceChanged);
    ctx.addEventListener(window, 'pagehide', stop);
    ctx.addEventListener(window, 'pageshow', (event) => {
      if (event.persisted) start().catch(report);
    });
    ctx.onInvalidated(stop);
    start().catch(report);
  },
});
