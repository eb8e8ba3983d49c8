// How near two kinds of goods are: the same, one that can take the other's place, or only of the same sort.
import type { Knowledge } from '../knowledge/knowledge.ts';

/** `close`: may take its place ("sandal-selop" for "sandal-clog"). `distant`: another article of the same sort. */
export type Kin = 'same' | 'close' | 'distant';

/** "sandal-anak" and "sandal-jepit" are named by the same first word. */
const stemOf = (kind: string): string => kind.split('-')[0] ?? kind;

/** Kinds by how near they are to one; itself is the first. */
export function openKin(knowledge: Knowledge): (kind: string) => ReadonlyMap<string, Kin> {
  const groups = new Map<string, string[]>();
  const kinOf = new Map<string, Map<string, Kin>>();
  const all = knowledge.kindList();
  const file = (key: string, id: string) => {
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  };
  for (const { id, group } of all) {
    file(`group ${group}`, id);
    file(`stem ${stemOf(id)}`, id);
  }
  const groupOf = new Map(all.map(({ id, group }) => [id, group]));
  return (kind) => {
    const known = kinOf.get(kind);
    if (known) return known;
    const kin = new Map<string, Kin>([[kind, 'same']]);
    for (const id of knowledge.likeness().family(kind)) kin.set(id, 'close');
    for (const key of [`stem ${stemOf(kind)}`, `group ${groupOf.get(kind)}`])
      for (const id of groups.get(key) ?? []) if (!kin.has(id)) kin.set(id, 'distant');
    kinOf.set(kind, kin);
    return kin;
  };
}
