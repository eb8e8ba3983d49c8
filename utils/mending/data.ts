// Finders of a page's data (metas, JSON-LD, embedded state) that may carry what a volunteer points at. Whether they do is
// asked by whoever tries them.
import { read } from '../extract/graph.ts';
import type { Found } from '../extract/records.ts';
import type { Scope } from '../extract/scope.ts';
import type { Finder, MarketplaceMap } from '../knowledge/map.ts';

const DEPTH = 4;
/** Values of one record that are looked at. */
const MOST = 3_000;
const NAME = /^[\w@$-]{1,60}$/;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Paths to texts, numbers and truth values of a record; with `many`, to lists of them. */
export function pathsOf({ graph, record }: Found, many: boolean): string[] {
  const paths: string[] = [];
  let left = MOST;
  const visit = (value: unknown, path: string, depth: number) => {
    if (left-- <= 0 || depth > DEPTH || value === null || value === undefined) return;
    if (!isObject(value)) {
      if (path && !many) paths.push(path);
      return;
    }
    if (Array.isArray(value)) {
      const [first] = value;
      if (!many) return visit(first, `${path}[0]`, depth + 1);
      if (!isObject(first)) paths.push(`${path}[]`);
      else for (const name of ['name', 'title', 'item.name', 'display_name']) paths.push(`${path}[].${name}`);
      return;
    }
    for (const key of Object.keys(value)) {
      if (!NAME.test(key)) continue;
      const next = path ? `${path}.${key}` : key;
      visit(read(graph, record, next), next, depth + 1);
    }
  };
  visit(record, '', 0);
  return paths;
}

function typesOf(document: Document): string[] {
  const types = new Set<string>();
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const [, type] of (script.textContent ?? '').matchAll(/"@type"\s*:\s*"(\w{1,40})"/g))
      if (type) types.add(type);
  }
  return [...types].slice(0, 20);
}

function metasOf(document: Document): string[] {
  const names = [...document.querySelectorAll('meta')].map(
    (meta) => meta.getAttribute('property') ?? (meta.name || meta.getAttribute('itemprop')),
  );
  return [...new Set(names)].filter((name) => name !== null && /^[\w:.-]{2,60}$/.test(name)) as string[];
}

/** Every finder that this page's data allows for. */
export function dataFinders(document: Document, map: MarketplaceMap, scope: Scope, many: boolean): Finder[] {
  const jsonld = typesOf(document).flatMap((type) => {
    const found = scope.head?.jsonld(type);
    return found ? pathsOf(found, many).map((path): Finder => ({ by: 'jsonld', type, path })) : [];
  });
  const state = Object.keys(map.records ?? {}).flatMap((record) => {
    const found = scope.records(record)[0];
    return found ? pathsOf(found, many).map((path): Finder => ({ by: 'state', record, path })) : [];
  });
  const metas = scope.head && !many ? metasOf(document).map((name): Finder => ({ by: 'meta', name })) : [];
  return [...jsonld, ...state, ...metas];
}
