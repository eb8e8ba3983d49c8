// From the finders of a field to its one value. Wrong is worse than missing: what disagrees with a stronger finder is
// dropped, weak finders that disagree leave nothing, and a source that names another variant says nothing of its price.
import type { Field, Fields, Finder } from '../knowledge/map.ts';
import { clean, same, type Value } from './fields.ts';
import { find } from './finders.ts';
import type { Scope } from './scope.ts';
import { describe, type Problem, type TraceEntry } from './trace.ts';

export type Values = Partial<Record<Field, Value>>;

export interface Resolved {
  values: Values;
  trace: TraceEntry[];
  problems: Problem[];
}

/** Fields that hold several values. */
export const MANY: ReadonlySet<Field> = new Set(['category', 'labels', 'attributes']);
/** Differ between the variants of one product. */
const OF_VARIANT: ReadonlySet<Field> = new Set(['price', 'id']);
/** Sources that describe the first load, not what is shown now. */
const LOADED: ReadonlySet<Finder['by']> = new Set(['state', 'jsonld', 'meta']);

type Answer = { finder: Finder; value: Value; entry: TraceEntry };

/** What one finder says of a field, clean; null: nothing. */
export const answerOf = (field: Field, finder: Finder, scope: Scope): Value | null =>
  clean(field, find(finder, scope, MANY.has(field)), finder, scope.currency);

const short = (value: Value): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120);

/**
 * All finders of a product page's fields, the title's first since it tells which variant is shown. The trace has one entry
 * for each finder, in the map's order.
 */
export function resolveAll(fields: Fields, scope: Scope): Resolved {
  const resolved: Resolved = { values: {}, trace: [], problems: [] };
  const foreign = new Set<Finder['by']>();
  const names = Object.keys(fields) as Field[];
  for (const field of names.includes('title')
    ? (['title', ...names.filter((name) => name !== 'title')] as Field[])
    : names) {
    const answers: Answer[] = [];
    for (const finder of fields[field] ?? []) {
      const value = answerOf(field, finder, scope);
      const gave = value === null ? null : short(value);
      const entry: TraceEntry = { field, finder: describe(finder), gave, outcome: 'nothing' };
      resolved.trace.push(entry);
      if (value === null) continue;
      if (OF_VARIANT.has(field) && foreign.has(finder.by)) {
        entry.outcome = 'dropped';
        resolved.problems.push({ field, problem: 'other-variant' });
      } else answers.push({ finder, value, entry });
    }
    settle(field, answers, resolved);
    if (field === 'title')
      for (const { finder } of dissenters(answers)) if (LOADED.has(finder.by)) foreign.add(finder.by);
  }
  return resolved;
}

/** Titles from the first load that differ from the one that stands on the page. */
function dissenters(answers: Answer[]): Answer[] {
  const shown = answers.find(({ finder }) => !LOADED.has(finder.by));
  return shown ? answers.filter(({ value }) => !same(value, shown.value)) : [];
}

function settle(field: Field, answers: Answer[], { values, problems }: Resolved): void {
  const winner = answers[0];
  if (!winner) return;
  const disagree = answers.some(({ value }) => !same(value, winner.value));
  const believed = !winner.finder.weak || !disagree;
  if (disagree) problems.push({ field, problem: 'disagree' });
  if (believed) values[field] = winner.value;
  for (const { value, entry } of answers) entry.outcome = believed && same(value, winner.value) ? 'agrees' : 'dropped';
  if (believed) winner.entry.outcome = 'used';
}

/** The quick way for cards: the first finder that answers, unless it is weak and another one disagrees. No trace. */
export function resolveFirst(fields: Fields, scope: Scope): Values {
  const values: Values = {};
  for (const field of Object.keys(fields) as Field[]) {
    let weak: Value | null = null;
    let disagree = false;
    for (const finder of fields[field] ?? []) {
      const value = answerOf(field, finder, scope);
      if (value === null) continue;
      if (weak !== null) disagree ||= !same(value, weak);
      else if (finder.weak) weak = value;
      else {
        values[field] = value;
        break;
      }
    }
    if (weak !== null && !disagree) values[field] = weak;
  }
  return values;
}
