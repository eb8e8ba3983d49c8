// The state that a page embeds in its scripts, parsed once as long as a script's text stays.
import type { MarketplaceMap } from '../knowledge/map.ts';
import { type Graph, graphOf, jsonBehind, nameIn, parseJson } from './graph.ts';

/** What a script held when it was last read; null: nothing that could be read. */
interface Parsed {
  name: string;
  text: string;
  graph: Graph | null;
}

const parsed = new WeakMap<Element, Parsed>();

/** A script's JSON, parsed once as long as its text stays. Null: not there, or broken. */
export function graphOfScript(script: Element, name: string, parse: (text: string) => unknown): Graph | null {
  const text = script.textContent ?? '';
  const known = parsed.get(script);
  if (known && known.name === name && known.text === text) return known.graph;
  const value = parse(text);
  const graph = value === undefined ? null : graphOf(value);
  parsed.set(script, { name, text, graph });
  return graph;
}

/** A text that the state stands behind, as in an assignment; else it is a script's id or type. */
const isMarker = (name: string): boolean => /[=:]$/.test(name);

/** The scripts that carry the embedded state of this name. */
function stateScripts(root: Document, name: string): Element[] {
  const marker = isMarker(name) ? nameIn(name) : null;
  return [...root.querySelectorAll('script:not([src])')].filter((script) =>
    marker ? script.textContent?.includes(marker) : script.id === name || script.getAttribute('type') === name,
  );
}

/** The states of a page as it stood with so many scripts. */
interface Read {
  scripts: number;
  map: MarketplaceMap;
  graphs: Graph[];
}

const lastRead = new WeakMap<Document, Read>();

/** The page's states, in the order of the map. Searched for again only when scripts have come or gone. */
export function statesOf(root: Document, map: MarketplaceMap): Graph[] {
  const known = lastRead.get(root);
  const scripts = root.scripts.length;
  if (known?.map === map && known.scripts === scripts) return known.graphs;
  const graphs = (map.state ?? []).flatMap((name) => {
    const parse = isMarker(name) ? (text: string) => jsonBehind(text, name) : parseJson;
    return stateScripts(root, name).flatMap((script) => graphOfScript(script, name, parse) ?? []);
  });
  lastRead.set(root, { scripts, map, graphs });
  return graphs;
}

/** Whether the page carries state that could not be read: broken or cut JSON. */
export function hasBrokenState(root: Document, map: MarketplaceMap): boolean {
  return statesOf(root, map).length === 0 && (map.state ?? []).some((name) => stateScripts(root, name).length > 0);
}
