// Where a badge stands. Beside a product's title: after its last word, or above it when it would stick out there. On a card:
// in its corner. Absolute with automatic offsets ("static position"), so it needs no positioned ancestor and moves nothing.
// Where something of the page lies over it, it goes to the next of its spots.
import type { Badge } from './badge.ts';

const GAP = 8;
/** The last spot: 0 is where it stands best, 1 the same above all else, 2 another corner. */
export const LAST_SPOT = 2;

const RAISED = 'z-index:2147483646!important;';

/** Puts the badge at the title and measures. Call it again when the title's box changed, or the page took the badge away. */
export function placeAtTitle(badge: Badge, title: HTMLElement, spot = 0): void {
  const { host } = badge;
  const { defaultView: view, activeElement } = title.ownerDocument;
  const raised = spot > 0 ? RAISED : '';
  badge.place('');
  if (title.lastChild !== host) title.append(host);
  if (!view) return;
  const style = view.getComputedStyle(title);
  const column = title.getBoundingClientRect();
  const box = host.getBoundingClientRect();
  const line = Number.parseFloat(style.lineHeight) || 1.2 * Number.parseFloat(style.fontSize) || box.height;
  const clipped = style.overflow !== 'visible' || style.display === '-webkit-box';
  const fits = !clipped && box.width > 0 && box.right + GAP <= column.right;
  if (fits && spot < LAST_SPOT) {
    badge.place(`:host{${raised}margin:${Math.round((line - box.height) / 2)}px 0 0 ${GAP}px!important}`);
  } else {
    badge.place(`:host{${raised}transform:translateY(calc(-100% - 2px))!important}`);
    if (clipped) title.before(host);
    else title.prepend(host);
  }
  if (activeElement === host) badge.focus();
}

/** Top left corner of a card, over its picture, or else at its foot. Nothing is measured: there may be hundreds. */
export function placeOnCard(badge: Badge, card: Element, spot = 0): void {
  if (spot < LAST_SPOT) card.prepend(badge.host);
  else card.append(badge.host);
  if (spot > 0) badge.place(`:host{${RAISED}${spot < LAST_SPOT ? '' : 'transform:translateY(-100%)!important'}}`);
}

/** Tells when the box of an element gets another size. @returns What ends it. */
export function watchSize(element: Element, changed: () => void): () => void {
  const { ResizeObserver: Observer } = (element.ownerDocument.defaultView ?? {}) as Partial<typeof globalThis>;
  if (!Observer) return () => {};
  let first = true;
  const observer = new Observer(() => {
    if (!first) changed();
    first = false;
  });
  observer.observe(element);
  return () => observer.disconnect();
}
