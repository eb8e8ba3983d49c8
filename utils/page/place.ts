// Where the product's badge stands: after the last word of the title, or above the title when it would stick out there.
// Absolute with automatic offsets ("static position"), so it needs no positioned ancestor and moves nothing.
import type { Badge } from './badge.ts';

const GAP = 8;

/** Puts the badge at the title and measures once. Call it again when the page took the badge away. */
export function placeAtTitle(badge: Badge, title: HTMLElement): void {
  const { host } = badge;
  const view = title.ownerDocument.defaultView;
  badge.place('');
  title.append(host);
  if (!view) return;
  const style = view.getComputedStyle(title);
  const column = title.getBoundingClientRect();
  const box = host.getBoundingClientRect();
  const line = Number.parseFloat(style.lineHeight) || 1.2 * Number.parseFloat(style.fontSize) || box.height;
  const clipped = style.overflow !== 'visible' || style.display === '-webkit-box';
  if (!clipped && box.width > 0 && box.right + GAP <= column.right) {
    badge.place(`:host{margin:${Math.round((line - box.height) / 2)}px 0 0 ${GAP}px!important}`);
    return;
  }
  badge.place(':host{transform:translateY(calc(-100% - 2px))!important}');
  if (clipped) title.before(host);
  else title.prepend(host);
}

/** Top left corner of a card, over its picture. Nothing is measured: there may be hundreds. */
export function placeOnCard(badge: Badge, card: Element): void {
  card.prepend(badge.host);
}
