// JSON as marketplaces embed or answer it: found in a script's text, its references followed, its records known by the
// keys they carry. Nothing here trusts the data: sizes are capped, prototypes are never touched.
import type { RecordShape } from '../knowledge/map.ts';

/** Characters of one script, objects of one graph, depth of one object. */
const MAX_TEXT = 8_000_000;
const MAX_OBJECTS = 300_000;
const MAX_DEPTH = 40;

export type Json = Record<string, unknown>;

export interface Graph {
  root: unknown;
  /** Every object of the graph, in document order. */
  objects: Json[];
}

const own = (object: object, key: string): unknown => (Object.hasOwn(object, key) ? (object as Json)[key] : undefined);
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The end of the JSON value that begins at `start`: the brace that balances, strings skipped. -1 when there is none. */
function balancedEnd(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 34) {
      for (i++; i < text.length && text.charCodeAt(i) !== 34; i++) if (text.charCodeAt(i) === 92) i++;
    } else if (c === 123 || c === 91) depth++;
    else if (c === 125 || c === 93) {
      depth--;
      if (depth === 0) return i + 1;
    }
  }
  return -1;
}

/** The signs and words of a marker, the first being the name that is searched for. */
const tokensOf = (marker: string): string[] => marker.match(/[={:]|[^={:\s]+/g) ?? [];

/** The name that a script with this marker's state holds. */
export const nameIn = (marker: string): string => tokensOf(marker)[0] ?? '';

function skipSpace(text: string, at: number): number {
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

/** Where the value behind these signs begins, spaces between them tolerated; -1: other signs stand there. */
function behind(text: string, from: number, signs: string[]): number {
  let at = from;
  for (const sign of signs) {
    at = skipSpace(text, at);
    if (!text.startsWith(sign, at)) return -1;
    at += sign.length;
  }
  return skipSpace(text, at);
}

/**
 * The JSON behind `marker` in a script's text: "window.__cache=", or "window.state={data:" where only a part of what is
 * written there is JSON. Spaces between the signs are tolerated. Undefined when broken.
 */
export function jsonBehind(script: string, marker: string): unknown {
  const [name, ...signs] = tokensOf(marker);
  if (!name || script.length > MAX_TEXT) return undefined;
  for (let at = script.indexOf(name); at >= 0; at = script.indexOf(name, at + 1)) {
    const start = behind(script, at + name.length, signs);
    if (start < 0) continue;
    const first = script[start];
    if (first === '"') {
      const inside = jsonString(script, start);
      if (inside === undefined) continue;
      return parseJson(inside);
    }
    if (first !== '{' && first !== '[') continue;
    const end = balancedEnd(script, start);
    if (end < 0) return undefined;
    return parseJson(script.slice(start, end));
  }
  return undefined;
}

/** What a JSON string that begins at `start` says: some pages keep their state as JSON inside a string. */
function jsonString(script: string, start: number): string | undefined {
  let end = start + 1;
  while (end < script.length && script[end] !== '"') end += script[end] === '\\' ? 2 : 1;
  const text = parseJson(script.slice(start, end + 1));
  return typeof text === 'string' && /^\s*[[{]/.test(text) ? text : undefined;
}

/** JSON.parse that answers undefined. */
export function parseJson(text: string): unknown {
  if (text.length > MAX_TEXT) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** All objects of a parsed value. */
export function graphOf(root: unknown): Graph {
  const objects: Json[] = [];
  const visit = (value: unknown, depth: number) => {
    if (depth > MAX_DEPTH || objects.length >= MAX_OBJECTS || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) visit(item, depth + 1);
    else {
      objects.push(value as Json);
      for (const key of Object.keys(value)) if (key !== '__proto__') visit((value as Json)[key], depth + 1);
    }
  };
  visit(root, 0);
  return { root, objects };
}

/** Apollo's cache holds `{"type":"id","id":"Key"}` where an answer holds the object itself. */
function follow(graph: Graph, value: unknown): unknown {
  for (let i = 0; i < 8; i++) {
    if (
      !isObject(value) ||
      own(value, 'type') !== 'id' ||
      typeof own(value, 'id') !== 'string' ||
      !isObject(graph.root)
    ) {
      return value;
    }
    const target = own(graph.root, own(value, 'id') as string);
    if (target === undefined) return value;
    value = target;
  }
  return value;
}

type Step = { key: string } | { each: true } | { index: number } | { where: string; is: string };

const steps = new Map<string, Step[]>();

/** "a.b[0]", "list[].name", "attrs[id=100037].value". */
function parsePath(path: string): Step[] {
  let known = steps.get(path);
  if (!known) {
    known = [];
    for (const part of path.split('.')) {
      const [key, ...brackets] = part.split('[');
      if (key) known.push({ key });
      for (const bracket of brackets) {
        const inside = bracket.replace(/\]$/, '');
        const [where, is] = inside.split('=');
        if (inside === '') known.push({ each: true });
        else if (is !== undefined) known.push({ where: where as string, is });
        else known.push({ index: Number(inside) });
      }
    }
    steps.set(path, known);
  }
  return known;
}

/** Reads a path, references followed. `[]` gives a list of what the rest gives for each item. */
export function read(graph: Graph, from: unknown, path: string): unknown {
  return walk(graph, from, parsePath(path), 0);
}

function walk(graph: Graph, from: unknown, path: Step[], at: number): unknown {
  const value = follow(graph, from);
  const step = path[at];
  if (!step || value === undefined || value === null) return value ?? undefined;
  if ('key' in step) return isObject(value) ? walk(graph, own(value, step.key), path, at + 1) : undefined;
  if (!Array.isArray(value)) return undefined;
  if ('index' in step) return walk(graph, value.at(step.index), path, at + 1);
  if ('where' in step) {
    const found = value.find((item) => {
      const target = follow(graph, item);
      return isObject(target) && String(own(target, step.where)) === step.is;
    });
    return walk(graph, found, path, at + 1);
  }
  return value
    .slice(0, 500)
    .map((item) => walk(graph, item, path, at + 1))
    .filter((item) => item !== undefined);
}

/** All records of a shape, the `sameAddress` condition left to the caller. */
export function recordsOf(graph: Graph, shape: RecordShape): Json[] {
  return graph.objects.filter((object) => {
    for (const path of shape.has) if (read(graph, object, path) === undefined) return false;
    if (!shape.where) return true;
    const value = read(graph, object, shape.where.path);
    return shape.where.is.includes(String(value));
  });
}
