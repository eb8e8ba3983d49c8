// The prices that stand first among the texts of a card or block, and the texts before them. Reads no further.
import type { Price } from '../listing/listing.ts';
import { isSymbol, parsePrice } from './price.ts';
import type { Run } from './text.ts';

export interface Priced {
  price: Price;
  element: Element;
}

export interface Leading {
  /** The texts before the first price, discounts left out. */
  before: string[];
  /** What is paid now and the old price, in the order that they stand; struck-out ones are left out. */
  prices: Priced[];
}

/** "29%", "-8%": a discount. */
export function isPercent(text: string): boolean {
  return text.length < 8 && /^-?\d{1,3}\s?%/.test(text);
}

const DIGIT = /\d/;

/** Whether a text may begin a price: cheap, since every text is asked. */
function mayBePrice(text: string): boolean {
  const first = text.charCodeAt(0);
  return text.length < 60 && !(first >= 48 && first <= 57) && (DIGIT.test(text) || isSymbol(text));
}

/**
 * The first prices that stand together, only a discount between them. A text that is more than a price is none; "Rp" and
 * its number may be two texts.
 * @param next The texts of a card or block, one a call.
 */
export function leadingPrices(next: () => Run | null, currency: string): Leading {
  const leading: Leading = { before: [], prices: [] };
  for (let run = next(); run; run = next()) {
    const { text, element } = run;
    const number = isSymbol(text) ? (next()?.text ?? '') : '';
    const price = number || mayBePrice(text) ? parsePrice(text + number, currency) : null;
    if (price) {
      if (!element.closest('del,s,strike')) leading.prices.push({ price, element });
    } else if (!isPercent(text)) {
      if (leading.prices.length) break;
      leading.before.push(text);
    }
  }
  return leading;
}
