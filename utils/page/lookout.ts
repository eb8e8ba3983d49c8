// Looks whether something of the page lies over a badge: some times after it was put there, and when it first comes into
// view. A badge that is covered moves on to its next place, and gives up after the last.

import type { Timers } from './env.ts';
import { guarded } from './guard.ts';

/** Milliseconds until the first look; each of the next waits three times as long. */
const FIRST = 1000;
const LOOKS = 3;

interface Watched {
  /** Whether this element over the badge means the badge, and not all that stands there. */
  means(cover: Element): boolean;
  /** False when there is no other place. */
  move(): boolean;
  looks: number;
}

export interface Lookout {
  watch(host: HTMLElement, means: Watched['means'], move: Watched['move']): void;
  stop(): void;
}

/** What lies over the middle of a badge. Null: nothing; undefined: it is out of view, and cannot be told. */
function coverOf(host: HTMLElement): Element | null | undefined {
  const { x, y, width, height } = host.getBoundingClientRect();
  const middle = y + height / 2;
  // Most badges of a long page are below what is seen, and asking for what lies there is dear.
  const isSeen = width > 0 && middle >= 0 && middle <= (host.ownerDocument.defaultView?.innerHeight ?? 0);
  const top = isSeen ? host.ownerDocument.elementFromPoint(x + width / 2, middle) : null;
  if (!top) return undefined;
  return top === host ? null : top;
}

export function openLookout(document: Document, timers: Timers): Lookout {
  const watched = new Map<HTMLElement, Watched>();
  let waiting = false;
  let wait = FIRST;

  const later = () => {
    if (waiting || watched.size === 0) return;
    waiting = true;
    timers.setTimeout(look, wait);
  };

  const look = () => {
    waiting = false;
    let seen = false;
    for (const [host, item] of watched) {
      const cover = host.isConnected ? coverOf(host) : null;
      if (cover === undefined) continue;
      seen = true;
      const covered = cover !== null && item.means(cover);
      if (covered ? !item.move() : --item.looks === 0) watched.delete(host);
    }
    wait *= 3;
    if (seen) later();
  };

  const scrolled = guarded(() => {
    wait = FIRST;
    later();
  });
  document.addEventListener('scrollend', scrolled, { capture: true, passive: true });

  return {
    watch(host, means, move) {
      watched.set(host, { means, move, looks: LOOKS });
      wait = FIRST;
      later();
    },
    stop() {
      watched.clear();
      document.removeEventListener('scrollend', scrolled, { capture: true });
    },
  };
}
