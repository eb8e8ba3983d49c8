// Is the page dark where the badge will stand? The page's own background counts, not the system's setting: many shops are
// light whatever the system says.

/** Reads layout style of the ancestors: call it once, not per badge. */
export function onDark(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  for (let at: Element | null = element; at && view; at = at.parentElement) {
    const channels = view
      .getComputedStyle(at)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number);
    if (!channels || channels.length < 3 || (channels[3] ?? 1) < 0.5) continue;
    const [red = 255, green = 255, blue = 255] = channels;
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
  }
  return false;
}
