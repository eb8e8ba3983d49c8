// From what a finder gave to the value of a field: folded, capped, of the right type, or null. This is the door through
// which a page's words enter; everything behind it trusts the types.
import type { Field, Finder } from '../knowledge/map.ts';
import { CAPS, type Price } from '../listing/listing.ts';
import { isNothing } from '../listing/nothing.ts';
import { barePrice, parsePrice } from './price.ts';
import { fold, foldLines } from './text.ts';

export type Value = string | boolean | Price | string[] | Record<string, string>;

/** Name and value as printed in two places. */
export interface Row {
  name: unknown;
  value: unknown;
}

const scalar = (raw: unknown): string | null =>
  typeof raw === 'string' ? raw : typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : null;

function trim(text: string, finder: Finder): string | null {
  let value = text;
  for (const start of finder.after ?? []) {
    if (value.startsWith(start)) {
      value = value.slice(start.length);
      break;
    }
  }
  for (const end of finder.before ?? []) {
    const at = value.lastIndexOf(end);
    if (at > 0) {
      value = value.slice(0, at);
      break;
    }
  }
  value = value.trim();
  if (finder.skip?.includes(value)) return null;
  if (finder.only && !finder.only.includes(value)) return null;
  return value || null;
}

function text(raw: unknown, finder: Finder, cap: number): string | null {
  const value = scalar(raw);
  return value === null ? null : trim(fold(value, cap), finder);
}

function flag(raw: unknown): boolean | null {
  if (typeof raw === 'boolean') return raw;
  if (raw === 1 || raw === '1') return true;
  if (raw === 0 || raw === '0') return false;
  return null;
}

function list(raw: unknown, finder: Finder, cap: number): string[] | null {
  const items = Array.isArray(raw) ? raw : [raw];
  const values = items.map((item) => text(item, finder, CAPS.text)).filter((item) => item !== null);
  return values.length ? [...new Set(values)].slice(0, cap) : null;
}

function rows(raw: unknown, finder: Finder): Record<string, string> | null {
  if (!Array.isArray(raw)) return null;
  const values: Record<string, string> = Object.create(null);
  let count = 0;
  for (const row of raw as Row[]) {
    const name = fold(scalar(row?.name) ?? '', CAPS.attributeName).replace(/\s?:$/, '');
    const value = text(row?.value, finder, CAPS.attributeValue);
    if (!name || !value || finder.omit?.includes(name) || name in values || count >= CAPS.attributes) continue;
    values[name] = value;
    count++;
  }
  return count ? values : null;
}

function price(raw: unknown, finder: Finder, currency: string): Price | null {
  if (typeof raw === 'object' && raw !== null && 'amount' in raw) return raw as Price;
  if (typeof raw === 'number') return barePrice(raw, currency, finder.by === 'state' ? finder.scale : 1);
  if (typeof raw !== 'string') return null;
  return parsePrice(fold(raw, 60), currency) ?? barePrice(raw, currency, finder.by === 'state' ? finder.scale : 1);
}

function identifier(raw: unknown): string | null {
  const value = scalar(raw)?.trim();
  return value && value !== '0' && /^[\w-]{1,64}$/.test(value) ? value : null;
}

/** The clean value of a field, or null when the finder's answer is none. */
export function clean(field: Field, raw: unknown, finder: Finder, currency: string): Value | null {
  if (raw === undefined || raw === null) return null;
  switch (field) {
    case 'title':
      return text(raw, finder, CAPS.title);
    case 'description': {
      const value = scalar(raw);
      return value === null ? null : trim(foldLines(value, CAPS.description), finder);
    }
    case 'price':
      return price(raw, finder, currency);
    case 'official':
    case 'crossBorder':
    case 'importFlag':
      return flag(raw);
    case 'category':
      return list(raw, finder, CAPS.categories);
    case 'labels':
      return list(raw, finder, CAPS.labels);
    case 'attributes':
      return rows(raw, finder);
    case 'id':
    case 'sellerId':
      return identifier(raw);
    case 'url':
      return typeof raw === 'string' ? raw : null;
    default: {
      const value = text(raw, finder, CAPS.text);
      return value && !isNothing(value) ? value : null;
    }
  }
}

/** Two values of one field that say the same. */
export function same(a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if ('amount' in a && 'amount' in b) return (a as Price).amount === (b as Price).amount;
  if (Array.isArray(a) && Array.isArray(b)) return String(a.at(-1)).toLowerCase() === String(b.at(-1)).toLowerCase();
  return true;
}
