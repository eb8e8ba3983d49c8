// A product page: read it until it is complete, ask once, and keep the badge only while the page shows that very listing.
// A badge of the previous product is the worst that can happen, so it goes at the first sign, and comes back late.

import { isMuted } from '../choices.ts';
import { type Listing, withoutGaps } from '../listing/listing.ts';
import type { Assessment } from '../origin/assessment.ts';
import { type Badge, openBadges } from './badge.ts';
import type { Mode, PageEnv } from './env.ts';
import { guarded, report } from './guard.ts';
import { contradicts, type Identity, identify, settleTime } from './identity.ts';
import { openLookout } from './lookout.ts';
import { openPace } from './pace.ts';
import { LAST_SPOT, placeAtTitle, watchSize } from './place.ts';
import { onDark } from './theme.ts';
import { findWitnesses, type Witnesses } from './witness.ts';

/** After this long (ms) what is there is taken, if there is a title. */
const PATIENCE = 3000;
/** An answer that takes longer than this (ms) is announced. */
const SILENCE = 150;
/** Reading the page may take this share of the time. */
const SHARE = 0.1;
const RETURNS = 3;

/**
 * @param before What the page showed before a navigation within it; null on a page just loaded.
 * @param navigated Whether the page was reached without a load, and so may still show the previous product.
 */
export function productMode(
  env: PageEnv,
  url: URL,
  before: Identity | null,
  navigated: boolean,
): Mode & { last(): Identity | null } {
  const { document, reader, timers, t, lang } = env;
  const now = () => performance.now();
  const pace = openPace();
  const lookout = openLookout(document, timers);
  let address = url;
  let settled = !navigated;
  let baseline = before;
  let quietSince = now();
  const patience = now() + PATIENCE;
  let current: { listing: Listing; identity: Identity; key: string } | null = null;
  let asked = '';
  let assessment: Assessment | null = null;
  let badge: Badge | null = null;
  let witnesses: Witnesses = () => false;
  let returns = RETURNS;
  let spot = 0;
  let unwatch = () => {};
  let dark: boolean | null = null;
  let nextRead = 0;
  let due = Number.POSITIVE_INFINITY;
  let stopped = false;

  const later = (at: number) => {
    if (at >= due) return;
    due = at;
    const run = () => {
      if (stopped || at !== due) return;
      due = Number.POSITIVE_INFINITY;
      step();
    };
    timers.setTimeout(run, Math.max(0, at - now()));
  };

  const conceal = () => {
    if (badge) {
      env.closePanel(badge.host);
      badge.host.remove();
    }
    unwatch();
    badge = null;
  };

  /** Takes back everything that was said of this listing. */
  const withdraw = () => {
    conceal();
    assessment = null;
    asked = '';
    returns = RETURNS;
  };

  /** Reads the page, and withdraws when it no longer shows what the badge speaks of. */
  const read = (): boolean => {
    const start = now();
    const { listing, missing } = pace.spend(() => reader.product(document, address));
    const found = listing && { listing, identity: identify(listing, address.pathname), key: JSON.stringify(listing) };
    if (current && (!found || contradicts(current.identity, found.identity))) {
      if (settled) baseline = current.identity;
      settled = false;
      withdraw();
      quietSince = now();
    } else if (JSON.stringify(current?.identity) !== JSON.stringify(found?.identity)) {
      quietSince = now();
    }
    current = found;
    if (badge) watch();
    nextRead = now() + Math.min(500, (now() - start) / SHARE);
    return missing.length === 0;
  };

  const watch = () => {
    if (current) witnesses = findWitnesses(document, reader.titleElement(document), current.listing);
  };

  const show = (label: Assessment['verdict'] | 'checking') => {
    const title = reader.titleElement(document) as HTMLElement | null;
    if (!title) return;
    dark ??= onDark(title);
    if (!badge) {
      const fresh = openBadges({ document, t, lang, dark, small: false, rotten: env.rotten })(label, pressed);
      badge = fresh;
      env.whileShown(() => badge === fresh);
      if (stopped) return; // It found that the page has gone elsewhere.
    }
    badge.say(label);
    if (!badge.host.isConnected) stand(badge, title);
    watch();
  };

  const stand = (one: Badge, title: HTMLElement) => {
    const put = () => placeAtTitle(one, title, spot);
    put();
    unwatch();
    unwatch = watchSize(title, guarded(put));
    const move = () => {
      if (spot < LAST_SPOT) spot += 1;
      else return false;
      put();
      return true;
    };
    lookout.watch(one.host, () => isInSight(title), move);
  };

  const pressed = () => {
    if (!badge || !current || !assessment) return;
    env.openPanel({ ...badge, listing: current.listing, assessment, lang, dark: dark ?? false });
  };

  const ask = async (key: string, listing: Listing) => {
    asked = key;
    const valid = () => !stopped && asked === key;
    let waiting = true;
    timers.setTimeout(
      () => waiting && valid() && !assessment && !isMuted(env.site, listing) && show('checking'),
      SILENCE,
    );
    const [answer] = (await env.assess([listing])) ?? [];
    waiting = false;
    if (!valid()) return;
    read(); // The page may have changed in the meantime; a contradiction takes the question back.
    if (!valid()) return;
    if (!answer || isMuted(env.site, listing)) return conceal();
    assessment = answer;
    show(answer.verdict);
  };

  const step = () => {
    if (now() < nextRead) return later(nextRead);
    const complete = read();
    if (!current) return;
    if (!settled) {
      const calm = quietSince + settleTime(baseline, current.identity);
      if (now() < calm) return later(calm);
      settled = true;
      baseline = null;
    }
    if (!complete && now() < patience) return later(patience);
    if (current.key !== asked) ask(current.key, current.listing).catch(report);
    else if (assessment && !badge) show(assessment.verdict);
  };

  later(0);
  return {
    changed(records) {
      if (badge?.host.isConnected && records.every((record) => ours(record, badge))) return;
      if (badge && witnesses()) {
        // Rather none for a while than one of which nobody knows whether it is still right.
        if (pace.free()) read();
        else conceal();
      }
      if (badge && !badge.host.isConnected && returns-- > 0) show(assessment?.verdict ?? 'checking');
      later(Math.max(nextRead, now()));
    },
    readdressed(next) {
      address = next;
      later(nextRead);
    },
    learned(of) {
      if (!current || !of(current.listing)) return;
      asked = '';
      later(nextRead);
    },
    found: () => (current ? namesOf(current.listing) : []),
    state: () => ({ listing: current?.listing ?? null, assessment, cards: {} }),
    stop() {
      stopped = true;
      withdraw();
      lookout.stop();
    },
    last: () => current?.identity ?? baseline,
  };
}

/** The fields that a listing holds, as maps name them. */
function namesOf(listing: Listing): string[] {
  const { id: sellerId, name: seller, location } = listing.seller ?? {};
  const facts = Object.entries({ ...withoutGaps(listing), sellerId, seller, location });
  return facts.filter(([, value]) => value !== null && value !== undefined).map(([name]) => name);
}

/** Whether nothing lies over the title itself: a dialog over the whole page does not mean the badge. */
function isInSight(title: HTMLElement): boolean {
  const { x, y, width, height } = title.getBoundingClientRect();
  const top = title.ownerDocument.elementFromPoint(x + Math.min(width / 2, 4), y + Math.min(height / 2, 8));
  return title.contains(top);
}

/** The observer also reports what we did ourselves: our badge put in or moved. */
function ours({ addedNodes, removedNodes }: MutationRecord, badge: Badge | null): boolean {
  const [one, ...others] = [...addedNodes, ...removedNodes];
  return badge !== null && one === badge.host && others.length === 0;
}
