// A compiled ruleset as single rules, so that two rulesets can be compared rule by rule, and one rule be tried alone.
import { sortLines } from '../knowledge/lines.ts';
import type { Ruleset } from '../knowledge/ruleset.ts';

/** What was done to a rule. */
export type How = 'added' | 'removed' | 'changed';
export interface RuleChange {
  /** As evidence names it: "phrases/import-word". */
  rule: string;
  how: How;
}

/** A part of the ruleset as named rules, each as plain JSON or text, and how to put such a part back. */
interface Part {
  get(ruleset: Ruleset): [rule: string, content: unknown][];
  put(ruleset: Ruleset, contents: unknown[]): Ruleset;
}

const section = <T>(key: keyof Ruleset, name: (item: T) => string): Part => ({
  get: (ruleset) => (ruleset[key] as T[]).map((item) => [`${key}/${name(item)}`, item]),
  put: (ruleset, contents) => ({ ...ruleset, [key]: contents }),
});
const byId = (key: keyof Ruleset) => section<{ id: string }>(key, ({ id }) => id);
const places = <T>(key: keyof Ruleset['places'], name: (item: T) => string): Part => ({
  get: (ruleset) => (ruleset.places[key] as T[]).map((item) => [name(item), item]),
  put: (ruleset, contents) => ({ ...ruleset, places: { ...ruleset.places, [key]: contents } }),
});

/** Several spellings of a brand are one rule. */
const brands: Part = {
  get(ruleset) {
    const lines = new Map<string, string[]>();
    for (const line of ruleset.brands.split('\n').filter(Boolean)) {
      const rule = `brands/${line.split('\t')[1]}`;
      lines.set(rule, [...(lines.get(rule) ?? []), line]);
    }
    return [...lines].map(([rule, own]) => [rule, own.join('\n')]);
  },
  put: (ruleset, contents) => ({ ...ruleset, brands: sortLines(contents.join('\n').split('\n')) }),
};

/** A section that is one rule: it can't be taken apart. */
const whole = (key: 'kinds' | 'notices' | 'likeness' | 'directory'): Part => ({
  get: (ruleset) => [[key, ruleset[key]]],
  put: (ruleset, [content]) => ({ ...ruleset, [key]: content }),
});

const PARTS: readonly Part[] = [
  byId('maps'),
  brands,
  whole('kinds'),
  whole('likeness'),
  byId('trades'),
  whole('notices'),
  byId('makers'),
  whole('directory'),
  byId('findings'),
  byId('phrases'),
  byId('registrations'),
  section<{ key: string; from?: string }>('parameters', ({ key, from }) => (from ? `${key} ${from}` : key)),
  places<[string]>('regions', ([code]) => `regions/${code}`),
  places<string>('makers', (code) => `regions/${code} makes`),
  places<[string]>('countries', ([code]) => `countries/${code}`),
  places<[string, string[], string[]]>('labels', ([, some, whole]) => `foreign-places/${[...some, ...whole].join()}`),
  places<[string]>('cities', ([code]) => `foreign-places/${code}`),
];

/** Every rule in which two rulesets differ. */
export function changedRules(old: Ruleset, next: Ruleset): RuleChange[] {
  return PARTS.flatMap((part) => {
    const read = (ruleset: Ruleset) => new Map(part.get(ruleset).map(([rule, it]) => [rule, JSON.stringify(it)]));
    const [before, after] = [read(old), read(next)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((rule): RuleChange[] => {
      if (before.get(rule) === after.get(rule)) return [];
      return [{ rule, how: !before.has(rule) ? 'added' : !after.has(rule) ? 'removed' : 'changed' }];
    });
  });
}

/** The old ruleset with one rule as it is in the next, in that one's order. */
export function withRule(old: Ruleset, next: Ruleset, rule: string): Ruleset {
  let result = old;
  for (const part of PARTS) {
    const before = new Map(part.get(old));
    const after = part.get(next);
    if (!before.has(rule) && !after.some(([name]) => name === rule)) continue;
    const ordered = after.flatMap(([name, content]) => {
      const was = before.get(name);
      before.delete(name);
      return name === rule ? [content] : was === undefined ? [] : [was];
    });
    before.delete(rule);
    result = part.put(result, [...ordered, ...before.values()]);
  }
  return result;
}
