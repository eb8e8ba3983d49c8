// Addresses: the page kind of an address, the address behind an advertisement's link, and the form in which two
// addresses of one listing are the same.
import type { MarketplaceMap, PageKind, PageRule } from '../knowledge/map.ts';
import { CAPS } from '../listing/listing.ts';

export interface Place {
  kind: PageKind;
  captures: Record<string, string>;
}

const NOWHERE: Place = { kind: 'none', captures: {} };

const CODE = /^[A-Za-z0-9-]+$/;

/** "ps--{item:code}": letters, digits and dashes behind a literal. Null: the pattern is of another form. */
function matchCode(pattern: string, segment: string, captures: Record<string, string>): boolean | null {
  if (!pattern.endsWith(':code}')) return null;
  const open = pattern.indexOf('{');
  const code = segment.slice(open);
  if (!segment.startsWith(pattern.slice(0, open)) || !CODE.test(code)) return false;
  captures[pattern.slice(open + 1, -':code}'.length)] = code;
  return true;
}

/**
 * Matches one segment against "*", a literal, or literals around `*` and `{name}` (digits), or a literal and `{name:code}`.
 * Linear: no backtracking.
 */
function matchSegment(pattern: string, segment: string, captures: Record<string, string>): boolean {
  if (pattern === '*') return segment !== '';
  const code = matchCode(pattern, segment, captures);
  if (code !== null) return code;
  if (!pattern.includes('{') && !pattern.includes('*')) return pattern === segment;
  // From the right: "*-i.{shop}.{item}" is known by its end, whatever the slug holds.
  let rest = segment;
  let pieces = pattern;
  while (pieces) {
    if (pieces.endsWith('}')) {
      const open = pieces.lastIndexOf('{');
      let start = rest.length;
      while (start > 0 && rest.charCodeAt(start - 1) >= 48 && rest.charCodeAt(start - 1) <= 57) start--;
      if (start === rest.length) return false;
      captures[pieces.slice(open + 1, -1)] = rest.slice(start);
      rest = rest.slice(0, start);
      pieces = pieces.slice(0, open);
    } else if (pieces.endsWith('*')) {
      // What stands before the asterisk is a literal.
      return rest.startsWith(pieces.slice(0, -1));
    } else {
      const start = Math.max(pieces.lastIndexOf('}'), pieces.lastIndexOf('*')) + 1;
      const literal = pieces.slice(start);
      if (!rest.endsWith(literal)) return false;
      rest = rest.slice(0, rest.length - literal.length);
      pieces = pieces.slice(0, start);
    }
  }
  return rest === '';
}

function matchPath(patterns: string[], segments: string[], captures: Record<string, string>): boolean {
  for (let i = 0; i < patterns.length; i++) {
    const pattern = patterns[i] as string;
    if (pattern === '**') return true;
    const segment = segments[i];
    if (segment === undefined || !matchSegment(pattern, segment, captures)) return false;
  }
  return patterns.length === segments.length;
}

interface ReadyRule {
  rule: PageRule;
  patterns: string[];
  /** The first segment it wants; null: any. */
  first: string | null;
}

/** The rules of a map by the first segment they want, in the map's order; those that want any are in every list. */
interface RuleIndex {
  byFirst: Map<string, ReadyRule[]>;
  others: ReadyRule[];
}

function readyRule(rule: PageRule): ReadyRule {
  const patterns = rule.path.split('/').filter(Boolean);
  const [first = ''] = patterns;
  return { rule, patterns, first: first === '' || first.includes('*') || first.includes('{') ? null : first };
}

const indexes = new WeakMap<MarketplaceMap, RuleIndex>();

function indexOf(map: MarketplaceMap): RuleIndex {
  let index = indexes.get(map);
  if (!index) {
    const rules = map.pages.map(readyRule);
    const of = (name: string | null) => rules.filter(({ first }) => first === null || first === name);
    index = { byFirst: new Map(rules.map(({ first }) => [first ?? '', of(first)])), others: of(null) };
    indexes.set(map, index);
  }
  return index;
}

/** The page kind of an address, and what its pattern captured. First rule that matches wins. */
export function placeOf(map: MarketplaceMap, url: URL): Place {
  const segments = url.pathname.split('/').filter(Boolean);
  const { byFirst, others } = indexOf(map);
  for (const { rule, patterns } of byFirst.get(segments[0] ?? '') ?? others) {
    if (rule.query !== undefined && !url.searchParams.has(rule.query)) continue;
    const captures: Record<string, string> = {};
    if (matchPath(patterns, segments, captures)) return { kind: rule.kind, captures };
  }
  return NOWHERE;
}

/** The true address behind `href`: absolute, redirects of the map unwrapped. Null when it is none, or not https. */
export function resolve(map: MarketplaceMap, href: string, base: URL): URL | null {
  let url = parse(href, base);
  for (const { host, parameter } of map.redirects ?? []) {
    if (url?.hostname === host) url = parse(url.searchParams.get(parameter) ?? '', base);
  }
  return url?.protocol === 'https:' ? url : null;
}

function parse(href: string, base: URL): URL | null {
  if (!href || href.length > 8 * CAPS.url) return null;
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
}

/** Origin and path: the form in which two addresses of one listing are the same. */
export function canonical(url: URL): string {
  return url.origin + url.pathname.replace(/\/$/, '');
}
