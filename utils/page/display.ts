// What the user wants done with imports on pages of many cards: the shelf that dims or hides them, and the strip that says so.
import type { PageEnv } from './env.ts';
import { openShelf, type Shelf } from './shelf.ts';
import { createStrip } from './strip.ts';

/** Null where imports are only marked. */
export function openDisplay({ document, foot, t, site: { display } }: PageEnv): Shelf | null {
  if (display === 'mark') return null;
  const strip = createStrip({ document, foot, t, toggled: () => shelf.reveal(shelf.now() !== 'revealed') });
  const shelf = openShelf(document, display, () => strip.say(shelf.count(), shelf.now()));
  return {
    ...shelf,
    stop() {
      shelf.stop();
      strip.remove();
    },
  };
}
