// What stands behind the price of a card: the first text that is just a place's name, and the texts beside it.
import { isPlaceName, type PlaceNames } from './place-names.ts';
import type { Run } from './text.ts';

/** Texts after the price that are looked at. */
const FAR = 40;

export interface PlaceBehind {
  place: string;
  /** The texts before and after it. */
  beside: string[];
}

/** @param next The card's texts, one a call. */
export function placeBehind(next: () => Run | null, price: Element, places: PlaceNames): PlaceBehind | null {
  let run = next();
  while (run && run.element !== price) run = next();
  let before: Run | null = null;
  for (let i = 0; run && i < FAR; i++) {
    run = next();
    if (run && isPlaceName(run.text, places)) {
      const beside = [before, next()].filter((one) => one !== null);
      return { place: run.text, beside: beside.map(({ text }) => text) };
    }
    before = run;
  }
  return null;
}
