// Where the panel stands: under its badge, else above it, always inside the window; the whole width of a narrow window.

const WIDTH = 340;
const EDGE = 8;

interface Box {
  left: number;
  top: number;
  bottom: number;
}

/** @returns CSS declarations for a fixed box, in px. */
export function panelPosition(badge: Box, width: number, height: number): string {
  const wide = Math.min(WIDTH, width - 2 * EDGE);
  const left = Math.max(EDGE, Math.min(badge.left, width - wide - EDGE));
  const below = height - badge.bottom - 2 * EDGE;
  const above = badge.top - 2 * EDGE;
  const room = Math.max(below, above, 0);
  const across = `left:${Math.round(left)}px!important;width:${Math.round(wide)}px!important;`;
  // Neither side has room to read in: take the window.
  if (room < 240) return `${across}top:${EDGE}px!important;max-height:${height - 2 * EDGE}px!important;`;
  const side =
    below >= above || below >= 320
      ? `top:${Math.round(badge.bottom + EDGE)}px!important;`
      : `bottom:${Math.round(height - badge.top + EDGE)}px!important;`;
  return `${across}${side}max-height:${Math.round(side.startsWith('top') ? below : above)}px!important;`;
}
