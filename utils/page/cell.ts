// The grid cell of a card: the largest block around it that holds no other card. What is hidden is the cell, so that no
// hole stays.

const LEVELS = 6;
const WHOLE = new Set(['BODY', 'HTML', 'MAIN', 'UL', 'OL']);

/** @param neighbours The cards before and after it on the page. Without any, the card alone. */
export function cellOf(card: Element, neighbours: readonly (Element | undefined)[]): HTMLElement {
  const others = neighbours.filter((other) => other !== undefined && other !== card);
  let cell = card as HTMLElement;
  if (others.length === 0) return cell;
  for (let level = 0; level < LEVELS; level++) {
    const parent = cell.parentElement;
    if (!parent || WHOLE.has(parent.tagName) || others.some((other) => other && parent.contains(other))) break;
    cell = parent;
  }
  return cell;
}
