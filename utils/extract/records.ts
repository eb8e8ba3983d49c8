// Records of states and answers: by the name that the map gives their shape, and by the address they name. Worked out once
// for each graph, since every card of a page asks.
import type { MarketplaceMap, RecordShape } from '../knowledge/map.ts';
import { canonical } from './address.ts';
import { type Graph, type Json, read, recordsOf } from './graph.ts';

/** A record and the graph that its references point into. */
export interface Found {
  graph: Graph;
  record: Json;
}

const known = new WeakMap<Graph, Map<RecordShape, Json[]>>();
const addressed = new WeakMap<Json[], Map<string, Json[]>>();

function ofShape(graph: Graph, shape: RecordShape): Json[] {
  const shapes = known.get(graph) ?? new Map<RecordShape, Json[]>();
  const records = shapes.get(shape) ?? recordsOf(graph, shape);
  known.set(graph, shapes.set(shape, records));
  return records;
}

/** The records that name each address. */
function byAddress(graph: Graph, records: Json[], path: string, base: URL): Map<string, Json[]> {
  let index = addressed.get(records);
  if (!index) {
    index = new Map();
    for (const record of records) {
      const href = read(graph, record, path);
      if (typeof href !== 'string' || !URL.canParse(href, base)) continue;
      const address = canonical(new URL(href, base));
      index.set(address, [...(index.get(address) ?? []), record]);
    }
    addressed.set(records, index);
  }
  return index;
}

/** Records of this name; where they name an address, those of `address` only. Null: whatever they name. */
export function findRecords(map: MarketplaceMap, graphs: Graph[], name: string, address: URL | null): Found[] {
  const shape = map.records?.[name];
  if (!shape) return [];
  return graphs.flatMap((graph) => {
    const records = ofShape(graph, shape);
    const here =
      shape.sameAddress && address
        ? (byAddress(graph, records, shape.sameAddress, address).get(canonical(address)) ?? [])
        : records;
    return here.map((record) => ({ graph, record }));
  });
}

/** Whether the page's state names addresses, none of them this one: it was left over from another page. */
export function isLeftOver(map: MarketplaceMap, graphs: Graph[], address: URL): boolean {
  const names = Object.entries(map.records ?? {}).flatMap(([name, { sameAddress }]) => (sameAddress ? [name] : []));
  const hold = (where: URL | null) => names.some((name) => findRecords(map, graphs, name, where).length > 0);
  return hold(null) && !hold(address);
}
