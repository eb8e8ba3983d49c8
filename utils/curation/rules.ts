// A compiled ruleset as single rules, so that two rulesets can be compared rule by rule, and one rule be tried alone.
import type { Ruleset } from '../knowledge/ruleset.ts';

/** What was done to a rule. */
export type How = 'added' | 'removed' | 'changed';
export interface RuleChange {
  /** As evidence names it: "phrases/import-word". */
  rule: string;
  how: How;
}

/** A list of the ruleset whose items are rules: how to get it, and how each item is named. */
interface List {
  path: readonly [string] | readonly ['places', string];
  name(item: never): string;
}

const byId = (folder: string) => ({ path: [folder] as const, name: (item: { id: string }) => `${folder}/${item.id}` });
const byCode = (key: string, folder: string) => ({
  path: ['places', key] as const,
  name: (row: string[] | string) => `${folder}/${typeof row === 'string' ? `makers ${row}` : row[0]}`,
});

const LISTS = [
  byId('maps'),
  byId('brands'),
  byId('makers'),
  byId('findings'),
  byId('phrases'),
  byId('registrations'),
  {
    path: ['parameters'],
    name: ({ key, from }: { key: string; from?: string }) => `parameters/${key}${from ? ` ${from}` : ''}`,
  },
  byCode('regions', 'regions'),
  byCode('makers', 'regions'),
  byCode('countries', 'countries'),
  {
    path: ['places', 'labels'],
    name: (row: [string, string[], string[]]) => `foreign-places/${[...row[1], ...row[2]].join()}`,
  },
  byCode('cities', 'foreign-places'),
] as unknown as readonly List[];

function listOf(ruleset: Ruleset, { path }: List): never[] {
  let value: unknown = ruleset;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return (value ?? []) as never[];
}

const namesOf = (list: List, items: never[]) => new Map(items.map((item) => [list.name(item), JSON.stringify(item)]));

/** Every rule in which two rulesets differ. */
export function changedRules(old: Ruleset, next: Ruleset): RuleChange[] {
  return LISTS.flatMap((list) => {
    const before = namesOf(list, listOf(old, list));
    const after = namesOf(list, listOf(next, list));
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names].flatMap((rule): RuleChange[] => {
      if (before.get(rule) === after.get(rule)) return [];
      return [{ rule, how: !before.has(rule) ? 'added' : !after.has(rule) ? 'removed' : 'changed' }];
    });
  });
}

/** The old ruleset with one rule as it is in the next, in that one's order. */
export function withRule(old: Ruleset, next: Ruleset, rule: string): Ruleset {
  const result = { ...old, places: { ...old.places } };
  for (const list of LISTS) {
    const before = listOf(old, list);
    const after = listOf(next, list);
    const kept = new Map(before.map((item) => [list.name(item), item]));
    if (!kept.has(rule) && !after.some((item) => list.name(item) === rule)) continue;
    const ordered = after.flatMap((item) => {
      const name = list.name(item);
      const old = kept.get(name);
      kept.delete(name);
      return name === rule ? [item] : old === undefined ? [] : [old];
    });
    kept.delete(rule);
    const items = [...ordered, ...kept.values()];
    const target = list.path.length === 1 ? result : result.places;
    Object.assign(target, { [list.path.at(-1) ?? '']: items });
  }
  return result;
}
