// Imports that are dimmed or hidden on a page of many cards, what puts them back, and how many they are. Only inline styles
// of the page's own elements are changed, and each is put back as it was.
import type { Display } from '../choices.ts';
import { guarded } from './guard.ts';

/** A page that loads more when its end is seen would never stop if all that comes were hidden: the rest is dimmed until the
 * user moves. */
const HIDDEN_AT_ONCE = 120;
const GESTURES = ['wheel', 'touchmove', 'keydown', 'pointerdown'];
const DIMMED = '0.3';

export interface Shelf {
  /** Takes a card of an import away. `cell` is its place in the grid, `host` its badge, which stays legible. */
  put(card: Element, cell: HTMLElement, host: HTMLElement): void;
  /** Puts it back, as when the card shows another listing. */
  back(card: Element): void;
  /** Shows all of them as if they were only marked, or takes them away again. */
  reveal(all: boolean): void;
  /** What is done with them now: where they are to be hidden, some may only be dimmed. */
  now(): 'dim' | 'hide' | 'both' | 'revealed';
  /** How many are on the shelf, revealed or not. */
  count(): number;
  stop(): void;
}

interface Item {
  cell: HTMLElement;
  host: HTMLElement;
  restore: (() => void) | null;
  hidden: boolean;
}

/** Sets a style and gives what puts the old one back, unless the page has set another since. */
function style(element: HTMLElement, name: string, value: string): () => void {
  const before = element.style.getPropertyValue(name);
  const priority = element.style.getPropertyPriority(name);
  element.style.setProperty(name, value, 'important');
  return () => {
    if (element.style.getPropertyValue(name) !== value) return;
    if (before) element.style.setProperty(name, before, priority);
    else element.style.removeProperty(name);
    if (!element.getAttribute('style')) element.removeAttribute('style');
  };
}

export function openShelf(document: Document, display: Exclude<Display, 'mark'>, changed: () => void): Shelf {
  const items = new Map<Element, Item>();
  let left = HIDDEN_AT_ONCE;
  let revealed = false;
  const moved = guarded(() => {
    left = HIDDEN_AT_ONCE;
  });
  for (const type of GESTURES) document.addEventListener(type, moved, { capture: true, passive: true });

  const dim = (card: Element, host: HTMLElement) => {
    const parts = [...card.children].filter((part) => part !== host) as HTMLElement[];
    const undo = parts.map((part) => style(part, 'opacity', DIMMED));
    return () => {
      for (const one of undo) one();
    };
  };
  /** A cell that holds the focus, or that the page places by numbers, would leave a hole or a lost reader. */
  const canHide = (cell: HTMLElement) =>
    left > 0 &&
    !cell.contains(document.activeElement) &&
    document.defaultView?.getComputedStyle(cell).position !== 'absolute';

  const take = (card: Element, item: Item) => {
    if (item.restore || revealed) return;
    if (display === 'hide' && canHide(item.cell)) {
      left -= 1;
      item.restore = style(item.cell, 'display', 'none');
      item.hidden = true;
    } else item.restore = dim(card, item.host);
  };
  const release = (item: Item) => {
    item.restore?.();
    Object.assign(item, { restore: null, hidden: false });
  };
  const back = (card: Element) => {
    const item = items.get(card);
    if (item) release(item);
    if (items.delete(card)) changed();
  };

  return {
    put(card, cell, host) {
      const known = items.get(card);
      const item = known ?? { cell, host, restore: null, hidden: false };
      items.set(card, item);
      // The page may have filled a dimmed card anew.
      if (!item.hidden) release(item);
      take(card, item);
      if (!known) changed();
    },
    back,
    reveal(all) {
      revealed = all;
      for (const [card, item] of items) {
        release(item);
        take(card, item);
      }
      changed();
    },
    now() {
      if (revealed) return 'revealed';
      const hidden = [...items.values()].filter((item) => item.hidden).length;
      return hidden === 0 ? 'dim' : hidden === items.size ? 'hide' : 'both';
    },
    count: () => items.size,
    stop() {
      for (const type of GESTURES) document.removeEventListener(type, moved, { capture: true });
      for (const item of items.values()) release(item);
      items.clear();
    },
  };
}
