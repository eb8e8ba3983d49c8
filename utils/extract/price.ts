// Prices as printed: "Rp51.500", "Rp 110.000 - Rp 120.000", "$27.25". A text that is more than a price is none.
import type { Price } from '../listing/listing.ts';

const SYMBOL = /^(?:Rp|IDR|S\$|NT\$|RM|\$|₱|฿|₫)\.?$/i;
const AMOUNT = /^\d{1,3}(?:[.,]\d{3})+$|^\d{1,12}$/;
const DECIMAL = /^(\d{1,3}(?:,\d{3})*|\d{1,9})\.\d{1,2}$/;
const PRICE = /^(Rp|IDR|S\$|NT\$|RM|\$|₱|฿|₫)\.?\s?(\d[\d.,]{0,17})(?:,-)?$/i;

/** "Rp" alone: the number follows in the next text. */
export function isSymbol(text: string): boolean {
  return SYMBOL.test(text);
}

function amountOf(text: string, currency: string): number | null {
  const digits = text.replace(/[.,]+$/, '');
  if (currency !== 'IDR' && DECIMAL.test(digits)) return Number(digits.replaceAll(',', ''));
  return AMOUNT.test(digits) ? Number(digits.replace(/[.,]/g, '')) : null;
}

function single(text: string, currency: string): { amount: number; currency: string } | null {
  const match = PRICE.exec(text);
  if (!match) return null;
  const symbol = (match[1] as string).toUpperCase();
  const code = symbol === 'RP' || symbol === 'IDR' ? 'IDR' : currency;
  const value = amountOf(match[2] as string, code);
  return value === null || value <= 0 ? null : { amount: value, currency: code };
}

/**
 * A price from printed text, with its symbol. Whole rupiah for IDR; the lowest of a range.
 * @param currency ISO 4217 of the marketplace, for "$" and its kind.
 */
export function parsePrice(text: string, currency: string): Price | null {
  if (text.length > 60) return null;
  const dash = text.search(/\s?[-–~]\s?(?=\D)/);
  if (dash < 0) return single(text.trim(), currency);
  const low = single(text.slice(0, dash).trim(), currency);
  const high = single(
    text
      .slice(dash)
      .replace(/^\s?[-–~]\s?/, '')
      .trim(),
    currency,
  );
  if (!low || !high || high.amount < low.amount) return null;
  return { ...low, upTo: high.amount };
}

/** "149.000": thousands in Indonesian print, a fraction in data. Rupiah have no thousandths, so it is believed as neither. */
const AMBIGUOUS = /^\d{1,3}\.\d{3}$/;

/** A price from a bare number, as metas and state hold it. */
export function barePrice(value: string | number, currency: string, scale = 1): Price | null {
  if (currency === 'IDR' && typeof value === 'string' && AMBIGUOUS.test(value.trim())) return null;
  const number =
    typeof value === 'number' ? value : /^\d{1,15}(?:\.\d{1,4})?$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number) || number <= 0) return null;
  const amount = currency === 'IDR' ? Math.round(number / scale) : Math.round((100 * number) / scale) / 100;
  return amount > 0 ? { amount, currency } : null;
}
