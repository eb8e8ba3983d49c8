// Prices among the texts of a card or block, in reading order.
import type { Price } from '../listing/listing.ts';
import { isSymbol, parsePrice } from './price.ts';
import type { Run } from './text.ts';

export interface Priced {
  price: Price;
  element: Element;
  /** Index of its first text and of its last: "Rp" and the number may be two. */
  start: number;
  end: number;
}

/** "29%", "-8%": a discount. */
export function isPercent(text: string): boolean {
  return text.length < 8 && /^-?\d{1,3}\s?%/.test(text);
}

/** Whether a text may begin a price: cheap, since every text is asked. */
const mayBePrice = (text: string) => text.length < 60 && (/\d/.test(text) || isSymbol(text)) && !/^\d/.test(text);

/**
 * The first prices that stand together, only a percentage between them: what is paid now, and the old one. A text that
 * is more than a price is none; struck-out ones are old and left out.
 */
export function leadingPrices(runs: Run[], currency: string): Priced[] {
  const together: Priced[] = [];
  for (let i = 0; i < runs.length; i++) {
    const { text, element } = runs[i] as Run;
    const start = i;
    let price: Price | null = null;
    if (mayBePrice(text)) {
      const split = isSymbol(text);
      price = parsePrice(split ? text + (runs[i + 1]?.text ?? '') : text, currency);
      if (price && split) i++;
    }
    if (price) {
      if (!element.closest('del,s,strike')) together.push({ price, element, start, end: i });
    } else if (together.length && !isPercent(text)) break;
  }
  return together;
}
