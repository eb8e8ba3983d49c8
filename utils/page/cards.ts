// Cards on a results or shop page: each is read once, all that are new in a frame go in one message, and only those with
// evidence get a badge. A card whose node is used again for another listing loses its badge at once.

import { isMuted } from '../choices.ts';
import type { ShopFacts } from '../extract/cards.ts';
import { CAPS, type Listing } from '../listing/listing.ts';
import { openBadges } from './badge.ts';
import { type Card, holdsTitle, newCard, RETURNS, says } from './card.ts';
import { cellOf } from './cell.ts';
import { openDisplay } from './display.ts';
import type { Mode, PageEnv } from './env.ts';
import { report } from './guard.ts';
import { openLookout } from './lookout.ts';
import { openPace } from './pace.ts';
import { LAST_SPOT, placeOnCard } from './place.ts';
import { onDark } from './theme.ts';

/** A frame reads no longer than this (ms); the next one goes on. */
const SLICE = 12;
const IMPORTS: ReadonlySet<string> = new Set(['imported', 'likely-imported']);

/** @param quiet How long (ms) to wait before reading: the shop's name at the top may still be the previous shop's. */
export function cardsMode(env: PageEnv, url: URL, quiet: number): Mode {
  const { document, reader, timers, t, lang, site } = env;
  const cards = new WeakMap<Node, Card>();
  const hosts = new WeakSet<Node>();
  const shown = new Set<Card>();
  const queue = new Set<Card>();
  /** Read, to be asked about. */
  const pending = new Set<Card>();
  /** Imports that are to be dimmed or hidden. */
  const putAway = new Set<Card>();
  const pace = openPace();
  const lookout = openLookout(document, timers);
  let scan = true;
  let framed = false;
  let stopped = false;
  let calm = quiet === 0;
  let address = url;
  let dark = false;
  let badgeOf: ReturnType<typeof openBadges> | null = null;
  let shop: ShopFacts | null = null;

  const shelf = openDisplay(env);

  const schedule = () => {
    if (framed || !calm || stopped) return;
    framed = true;
    timers.requestAnimationFrame(frame);
  };

  const remove = (card: Card) => {
    if (!card.badge) return;
    shelf?.back(card.element);
    env.closePanel(card.badge.host);
    card.badge.host.remove();
    card.badge = null;
    shown.delete(card);
  };

  const forget = (card: Card) => {
    remove(card);
    cards.delete(card.element);
  };

  /** Reads a card; if it shows another listing than before, what was said of that one goes. */
  const read = (card: Card) => {
    card.known = true;
    const listing = reader.card(card.element, address, shop);
    if (says(listing, card.listing)) return;
    remove(card);
    Object.assign(card, { listing, pending: listing !== null, assessment: null, returns: RETURNS });
  };

  const discover = () => {
    scan = false;
    for (const card of shown) if (!card.element.isConnected) forget(card);
    if (reader.page(address) === 'shop') renew(reader.shop(document, address));
    for (const element of reader.cardElements(document, address)) {
      if (cards.has(element)) continue;
      const card = newCard(element);
      cards.set(element, card);
      queue.add(card);
    }
  };

  const frame = () => {
    framed = false;
    if (stopped) return;
    if (scan && pace.free()) pace.spend(discover);
    const end = performance.now() + SLICE;
    for (const card of queue) {
      if (performance.now() > end) break;
      if (card.known && !pace.free()) continue;
      queue.delete(card);
      if (!card.element.isConnected) continue;
      if (card.known) pace.spend(() => read(card));
      else read(card);
      mount(card);
      if (card.badge && card.assessment && IMPORTS.has(card.assessment.verdict)) putAway.add(card);
      if (card.badge && !card.badge.host.isConnected && card.returns-- > 0) {
        placeOnCard(card.badge, card.element, card.spot);
      }
      if (card.pending) pending.add(card);
    }
    shelve();
    if (scan || queue.size) schedule();
    // Cards that came together are asked about together.
    if ([...queue].every(({ known }) => known)) askAll();
  };

  const askAll = () => {
    const batch = [...pending].filter((card) => card.pending && card.element.isConnected);
    pending.clear();
    for (const card of batch) card.pending = false;
    for (let at = 0; at < batch.length; at += CAPS.listings) ask(batch.slice(at, at + CAPS.listings)).catch(report);
  };

  /** A shop page says once, at its top, what holds for all its cards. */
  const renew = (facts: ShopFacts | null) => {
    if (JSON.stringify(facts) === JSON.stringify(shop)) return;
    shop = facts;
    for (const element of reader.cardElements(document, address)) {
      const card = cards.get(element);
      if (card) queue.add(card);
    }
  };

  const ask = async (batch: Card[]) => {
    const listings = batch.map(({ listing }) => listing as Listing);
    const answers = await env.assess(listings);
    if (!answers || stopped) return;
    batch.forEach((card, i) => {
      if (card.listing !== listings[i]) return;
      // It may have been judged before, when less was known of it.
      remove(card);
      card.assessment = answers[i] ?? null;
      // A card that was touched in the meantime is read first.
      if (!queue.has(card)) mount(card);
    });
    shelve();
  };

  const mount = (card: Card) => {
    const { listing, assessment } = card;
    if (card.badge || !listing || !assessment || assessment.verdict === 'unknown' || isMuted(site, listing)) return;
    if (!badgeOf) {
      dark = onDark(card.element);
      badgeOf = openBadges({ document, t, lang, dark, small: true, rotten: env.rotten });
    }
    const pressed = () => {
      if (card.badge) env.openPanel({ ...card.badge, listing, assessment, lang, dark });
    };
    card.badge = badgeOf(assessment.verdict, pressed);
    hosts.add(card.badge.host);
    shown.add(card);
    card.titled = holdsTitle(card);
    placeOnCard(card.badge, card.element);
    card.spot = 0;
    const move = () => {
      if (!card.badge || card.spot === LAST_SPOT) return false;
      card.spot += 1;
      placeOnCard(card.badge, card.element, card.spot);
      return true;
    };
    lookout.watch(card.badge.host, (cover) => card.element.contains(cover), move);
    if (shelf && IMPORTS.has(assessment.verdict)) putAway.add(card);
  };

  /** After all of a batch are mounted, since a cell is known by its neighbours. */
  const shelve = () => {
    if (!shelf || putAway.size === 0) return;
    const all = reader.cardElements(document, address);
    const at = new Map(all.map((element, i) => [element, i]));
    for (const { element, badge } of putAway) {
      const i = at.get(element);
      if (i === undefined || !badge) continue;
      shelf.put(element, cellOf(element, [all[i - 1], all[i + 1]]), badge.host);
    }
    putAway.clear();
  };

  /** The known card that a changed node stands in. */
  const cardAround = (node: Node | null): Card | undefined => {
    for (let at = node; at; at = at.parentNode) {
      const card = cards.get(at);
      if (card) return card;
    }
    return undefined;
  };

  const changed = (records: readonly MutationRecord[]) => {
    const touched = new Set<Card>();
    let last: Node | null = null;
    for (const { target, addedNodes, removedNodes } of records) {
      if (addedNodes.length === 1 && removedNodes.length === 0 && hosts.has(addedNodes[0] as Node)) continue;
      if (target === last) continue;
      last = target;
      const card = cardAround(target);
      if (card) touched.add(card);
      else scan = true;
    }
    for (const card of touched) {
      // What is not seen here is read in the next frame, before it is painted.
      if (card.badge && !(card.titled ? holdsTitle(card) : queue.has(card))) read(card);
      queue.add(card);
    }
    if (scan || queue.size) schedule();
  };

  if (calm) schedule();
  else {
    timers.setTimeout(() => {
      calm = true;
      schedule();
    }, quiet);
  }

  return {
    changed,
    readdressed(next) {
      address = next;
      scan = true;
      schedule();
    },
    learned(of) {
      for (const element of reader.cardElements(document, address)) {
        const card = cards.get(element);
        if (!card?.listing || !of(card.listing)) continue;
        card.pending = true;
        queue.add(card);
      }
      if (queue.size) schedule();
    },
    found: () =>
      reader.cardElements(document, address).some((element) => cards.get(element)?.listing) ? ['cards'] : [],
    state() {
      const count: Record<string, number> = {};
      for (const element of reader.cardElements(document, address)) {
        const verdict = cards.get(element)?.assessment?.verdict;
        if (verdict) count[verdict] = (count[verdict] ?? 0) + 1;
      }
      return { listing: null, assessment: null, cards: count };
    },
    stop() {
      stopped = true;
      for (const card of shown) forget(card);
      shelf?.stop();
      lookout.stop();
    },
  };
}
