// What finders read from: a page, one card of it, or one record of a JSON answer. Reads lazily and remembers.
import type { MarketplaceMap } from '../knowledge/map.ts';
import { canonical } from './address.ts';
import { type Graph, graphOf, type Json, jsonBehind, parseJson, read, recordsOf } from './graph.ts';
import { type Leading, leadingPrices } from './prices.ts';
import { holdsPrivate } from './text.ts';

/** A record and the graph that its references point into. */
export interface Found {
  graph: Graph;
  record: Json;
}

export interface Scope {
  /** The card, or the whole document's element. Null for a JSON answer. */
  element: Element | null;
  currency: string;
  /** What the address says: the captures of its pattern. */
  captures: Record<string, string>;
  record(name: string): Found | null;
  records(name: string): Found[];
  /** The first prices of the element, and the texts before them. */
  leading(): Leading;
  /** Whether anything private stands inside the element. */
  holdsPrivate(): boolean;
  /** Metas, title and JSON-LD, when they speak of this address. */
  head: Head | null;
}

export interface Head {
  meta(name: string): string | null;
  title(): string;
  jsonld(type: string): Found | null;
}

/** What a script held when it was last read; null: nothing that could be read. */
interface Parsed {
  name: string;
  length: number;
  graph: Graph | null;
}

const parsed = new WeakMap<Element, Parsed>();

/** A script's JSON, parsed once as long as its text stays. Null: not there, or broken. */
function graphOfScript(script: Element, name: string, parse: (text: string) => unknown): Graph | null {
  const text = script.textContent ?? '';
  const known = parsed.get(script);
  if (known && known.name === name && known.length === text.length) return known.graph;
  const value = parse(text);
  const graph = value === undefined ? null : graphOf(value);
  parsed.set(script, { name, length: text.length, graph });
  return graph;
}

/** The scripts that carry the embedded state of this name: a marker ending in "=", else a script's id or type. */
function stateScripts(root: Document, name: string): Element[] {
  const marker = name.endsWith('=');
  return [...root.querySelectorAll('script:not([src])')].filter((script) =>
    marker
      ? script.textContent?.includes(name.slice(0, -1))
      : script.id === name || script.getAttribute('type') === name,
  );
}

function statesOf(root: Document, map: MarketplaceMap): Graph[] {
  const found: Graph[] = [];
  for (const name of map.state ?? []) {
    const parse = name.endsWith('=') ? (text: string) => jsonBehind(text, name) : parseJson;
    for (const script of stateScripts(root, name)) {
      const graph = graphOfScript(script, name, parse);
      if (graph) found.push(graph);
    }
  }
  return found;
}

/** Whether the page carries state that could not be read: broken or cut JSON. */
export function hasBrokenState(root: Document, map: MarketplaceMap): boolean {
  const scripts = (map.state ?? []).flatMap((name) => stateScripts(root, name));
  return scripts.length > 0 && statesOf(root, map).length === 0;
}

function headOf(root: Document, url: URL): Head {
  return {
    meta: (name) => {
      for (const meta of root.querySelectorAll('meta')) {
        if (meta.getAttribute('property') === name || meta.name === name || meta.getAttribute('itemprop') === name) {
          if (meta.content) return meta.content;
        }
      }
      return null;
    },
    title: () => root.title,
    jsonld: (type) => {
      for (const script of root.querySelectorAll('script[type="application/ld+json"]')) {
        const graph = graphOfScript(script, 'ld+json', parseJson);
        const record = graph?.objects.find((object) => object['@type'] === type);
        if (graph && record && !speaksOfAnother(record, type, url)) return { graph, record };
      }
      return null;
    },
  };
}

/** A JSON-LD product that names another address was left over. */
function speaksOfAnother(record: Json, type: string, url: URL): boolean {
  const href = record.url;
  if (type !== 'Product' || typeof href !== 'string' || !URL.canParse(href, url)) return false;
  return canonical(new URL(href, url)) !== canonical(url);
}

/** Whether the head speaks of this address: after in-page navigation it is that of the first page. */
function headIsOf(root: Document, url: URL): boolean {
  const page = canonical(url);
  const named: string[] = [];
  const link = root.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const og = root.querySelector('meta[property="og:url"]')?.getAttribute('content');
  for (const href of [link, og]) {
    if (!href || !URL.canParse(href, url)) continue;
    named.push(canonical(new URL(href, url)));
  }
  return named.length === 0 || named.some((name) => name === page || page.startsWith(`${name}/`));
}

function once<T>(make: () => T): () => T {
  let value: { is: T } | undefined;
  return () => {
    value ??= { is: make() };
    return value.is;
  };
}

/** What is read of an element when first asked for. */
const lazily = (element: Element, currency: string): Pick<Scope, 'leading' | 'holdsPrivate'> => ({
  leading: once(() => leadingPrices(element, currency)),
  holdsPrivate: once(() => holdsPrivate(element)),
});

/** Records by name; one that names an address counts only for this one. */
function recordFinder(map: MarketplaceMap, states: () => Graph[], address: URL | null) {
  return (name: string): Found[] => {
    const shape = map.records?.[name];
    if (!shape) return [];
    const found: Found[] = [];
    for (const graph of states()) {
      for (const record of recordsOf(graph, shape)) {
        if (shape.sameAddress && address) {
          const href = read(graph, record, shape.sameAddress);
          if (typeof href !== 'string' || !URL.canParse(href, address)) continue;
          if (canonical(new URL(href, address)) !== canonical(address)) continue;
        }
        found.push({ graph, record });
      }
    }
    return found;
  };
}

/** A whole page. */
export function pageScope(map: MarketplaceMap, root: Document, url: URL, captures: Record<string, string>): Scope {
  const states = once(() => statesOf(root, map));
  // A page whose state names addresses, none of them this one, holds the state of another page.
  const addressed = Object.values(map.records ?? {}).filter((shape) => shape.sameAddress);
  const stale = once(() => {
    const others = states().some((graph) => addressed.some((shape) => recordsOf(graph, shape).length > 0));
    const records = recordFinder(map, states, url);
    return (
      others && !Object.keys(map.records ?? {}).some((name) => map.records?.[name]?.sameAddress && records(name).length)
    );
  });
  const records = recordFinder(map, states, url);
  const element = root.documentElement;
  return {
    element,
    currency: currencyOf(map, url),
    captures,
    records: (name) => (stale() ? [] : records(name)),
    record: (name) => (stale() ? null : (records(name)[0] ?? null)),
    ...lazily(root.body ?? element, currencyOf(map, url)),
    head: headIsOf(root, url) ? headOf(root, url) : null,
  };
}

/** One card of a page: records are looked up by the card's own address. */
export function cardScope(map: MarketplaceMap, card: Element, address: URL, captures: Record<string, string>): Scope {
  const states = once(() => (card.ownerDocument ? statesOf(card.ownerDocument, map) : []));
  const records = recordFinder(map, states, address);
  return {
    element: card,
    currency: currencyOf(map, address),
    captures,
    records,
    record: (name) => records(name)[0] ?? null,
    ...lazily(card, currencyOf(map, address)),
    head: null,
  };
}

/** One record of a JSON answer; other records are those of the same answer. */
export function answerScope(map: MarketplaceMap, graph: Graph, name: string, record: Json, currency: string): Scope {
  const records = recordFinder(map, () => [graph], null);
  return {
    element: null,
    currency,
    captures: {},
    records: (other) => (other === name ? [{ graph, record }] : records(other)),
    record: (other) => (other === name ? { graph, record } : (records(other)[0] ?? null)),
    leading: () => ({ before: [], prices: [] }),
    holdsPrivate: () => false,
    head: null,
  };
}

export function currencyOf(map: MarketplaceMap, url: URL): string {
  return map.sisters?.[url.hostname] ?? map.currency;
}
