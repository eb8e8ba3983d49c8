// A small shop for the page loop: a fake reader over plain elements, a background that answers after a while, and eyes that
// see into closed shadow roots.
import { vi } from 'vitest';
import { translator } from '../../utils/i18n.ts';
import { emptyListing, type Listing } from '../../utils/listing/listing.ts';
import type { Assessment, Verdict } from '../../utils/origin/assessment.ts';
import type { LoopEnv, PageReader } from '../../utils/page/env.ts';
import { closePanel } from '../../utils/page/open-panel.ts';
import type { Subject } from '../../utils/page/panel-bridge.ts';
import { badgeWords } from '../../utils/words.ts';

const roots = new WeakMap<Element, ShadowRoot>();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  roots.set(this, root);
  return root;
};

export const inside = (host: Element): ShadowRoot => roots.get(host) ?? missing();
const missing = (): never => {
  throw new Error('no shadow root');
};

export interface SeenBadge {
  host: HTMLElement;
  button: HTMLButtonElement;
  word: string;
}

/** All badges that stand on the page, in document order. */
export function badges(): SeenBadge[] {
  return [...document.querySelectorAll<HTMLElement>('*')].flatMap((host) => {
    const button = roots.get(host)?.querySelector('button');
    // The strip's buttons stand deeper.
    return button && button.parentNode === roots.get(host) ? [{ host, button, word: button.textContent ?? '' }] : [];
  });
}

/** What the strip at the foot of the page says, and its buttons. */
export function strip(): { text: string; buttons: HTMLButtonElement[] } | null {
  for (const host of document.querySelectorAll('*')) {
    const bar = roots.get(host)?.querySelector('[role=status]');
    if (bar) return { text: bar.textContent ?? '', buttons: [...bar.querySelectorAll('button')] };
  }
  return null;
}

export const words = (): string[] => badges().map(({ word }) => word);

const text = (root: ParentNode, selector: string): string | null =>
  root.querySelector(selector)?.textContent?.trim() || null;

export function readProduct(root: ParentNode, path: string): Listing | null {
  const title = text(root, 'h1');
  if (!title) return null;
  const digits = text(root, '.price')?.replace(/\D/g, '');
  const name = text(root, '.shop');
  return {
    ...emptyListing('pasar', 'product'),
    url: path,
    title,
    price: digits ? { amount: Number(digits), currency: 'IDR' } : null,
    seller: name ? { id: null, name, location: null } : null,
    description: text(root, '.description'),
  };
}

/** "/p/..." is a product, "/s" results, "/toko/..." a shop. A card is an `a.card` with an `i` for its title. */
export const reader: PageReader = {
  page: ({ pathname }) =>
    pathname.startsWith('/p/')
      ? 'product'
      : pathname.startsWith('/toko/')
        ? 'shop'
        : pathname === '/s'
          ? 'results'
          : 'none',
  product(root, url) {
    const listing = readProduct(root, url.pathname);
    const missing = (['price', 'seller'] as const).filter((field) => !listing?.[field]);
    return { listing, missing, trace: [], problems: [] };
  },
  cardElements: (root) => [...root.querySelectorAll('a.card')],
  card(element, _url, shop) {
    const title = text(element, 'i');
    const url = element.getAttribute('href');
    return title ? { ...emptyListing('pasar', 'card'), title, url, seller: shop?.seller ?? null } : null;
  },
  shop: (root) => {
    const name = text(root, '.shop');
    return name ? { seller: { id: null, name, location: null }, official: null } : null;
  },
  titleElement: (root) => root.querySelector('h1'),
};

/** Says by the title alone; "…" and so on are up to the page loop. */
export function verdictOf(title: string | null): Verdict {
  if (title?.includes('import')) return 'imported';
  return title?.includes('lokal') ? 'local' : 'unknown';
}

export function assessment(verdict: Verdict): Assessment {
  const none = { country: null, confidence: 0 };
  const claims = { madeIn: none, shipsFrom: none, sellerAt: none, brandFrom: none };
  return { verdict, probability: 0.9, claims, evidence: [], notices: [], ruleset: '2026.11.24-test' };
}

export interface World extends LoopEnv {
  /** What each page was said to give. */
  told: [page: string, found: string[]][];
  /** Listings of each message, in order. */
  asked: Listing[][];
  /** Milliseconds until the background answers. */
  delay: number;
  opened: Omit<Subject, 'unverified' | 'rotten' | 'old'>[];
}

export function world(): World {
  const asked: Listing[][] = [];
  const opened: World['opened'] = [];
  const told: World['told'] = [];
  const made: World = {
    document,
    reader,
    timers: {
      setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
      requestAnimationFrame: (run) => window.requestAnimationFrame(run),
    },
    lang: 'id',
    rotten: false,
    site: { display: 'mark', off: false, observe: false, muted: [] },
    t: translator(badgeWords('id')),
    asked,
    opened,
    seen: (page, found) => void told.push([page, found]),
    told,
    delay: 20,
    async assess(listings) {
      asked.push(listings);
      await new Promise((done) => setTimeout(done, made.delay));
      return listings.map(({ title }) => assessment(verdictOf(title)));
    },
    local: null,
    openPanel: (subject) => opened.push(subject),
    closePanel,
  };
  return made;
}

/** Fills the page. Text only: the tests are pages too. */
export function build(parts: Record<string, string | null>): void {
  const elements = Object.entries(parts).map(([name, content]) => {
    const element = document.createElement(name === 'title' ? 'h1' : 'p');
    if (name !== 'title') element.className = name;
    element.textContent = content;
    return element;
  });
  document.body.replaceChildren(...elements);
}

export function write(selector: string, content: string, replaceNode = false): void {
  const element = document.querySelector(selector) ?? missing();
  const first = element.firstChild;
  if (!replaceNode && first instanceof Text) first.data = content;
  else element.textContent = content;
}

/** Lets `milliseconds` of fake time pass. */
export const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
