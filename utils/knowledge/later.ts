// Data of a later version, read by an older one: entries of a kind that this version does not know are left out and counted,
// so that old extensions survive new rules. Everything else that is wrong stays an error.
import * as v from 'valibot';

/** What a later version may add: another kind of entry or another word of a closed list, and another field. */
const isLater = ({ type, received, expected }: v.BaseIssue<unknown>): boolean =>
  type === 'strict_object'
    ? expected === 'never'
    : (type === 'variant' || type === 'picklist' || type === 'literal') && received.startsWith('"');
/** Entries may hold entries; what was cut once is looked at again. */
const ROUNDS = 5;

type Path = readonly (string | number)[];

const isEntry = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], data);

/**
 * What may be left out: an entry of a section, and of a map a finder or a way to find cards. Never a part of a rule: without it
 * the rule would say something else.
 */
const mayGo = (path: Path): boolean =>
  path.length === 2 || (path[0] === 'maps' && (path.includes('fields') || path.at(-2) === 'cards'));

/** The innermost entry of a list on the way to what is wrong. */
function entryAround(data: unknown, path: Path): Path | null {
  for (let length = path.length; length > 0; length -= 1) {
    const here = path.slice(0, length);
    if (mayGo(here) && Array.isArray(at(data, here.slice(0, -1))) && isEntry(at(data, here))) return here;
  }
  return null;
}

/** Entries that hold others back, or take the place of older ones: without them those would say what is no longer meant. */
const holdsBack = (path: Path, entry: unknown): boolean => {
  const [section, , ...deeper] = path;
  if (deeper.length > 0) return false;
  if (section === 'phrases') return !isEntry(entry) || !Array.isArray(entry.cancels) || entry.cancels.length > 0;
  return section === 'parameters' || section === 'findings';
};

/** A field of listings that this version does not know, in a map: its finders go with it. */
const isField = (issue: v.BaseIssue<unknown>, path: Path): boolean =>
  path[0] === 'maps' && path.at(-2) === 'fields' && issue.path?.at(-1)?.origin === 'key';

const keysOf = (issue: v.BaseIssue<unknown>): Path => (issue.path ?? []).map(({ key }) => key as string | number);

function cut(from: unknown, key: string | number): void {
  if (Array.isArray(from)) from.splice(Number(key), 1);
  else if (isEntry(from)) delete from[key];
}

/**
 * @param data Plain JSON; what is left out is cut from it.
 * @throws Error whose message is the path of what is wrong, "phrases.3.says".
 */
export function withoutLater<T>(schema: v.GenericSchema<unknown, T>, data: unknown): { value: T; skipped: number } {
  let skipped = 0;
  for (let round = 0; ; round += 1) {
    const result = v.safeParse(schema, data);
    if (result.success) return { value: result.output, skipped };
    const entries = new Map<string, Path>();
    for (const issue of result.issues) {
      const path = keysOf(issue);
      const entry = !isLater(issue) ? null : isField(issue, path) ? path : entryAround(data, path);
      if (!entry || round === ROUNDS || holdsBack(entry, at(data, entry))) throw new Error(path.join('.') || 'ruleset');
      entries.set(entry.join('/'), entry);
    }
    // From the back: what is cut moves what stands behind it.
    const order = [...entries.values()].sort((a, b) => b.length - a.length || Number(b.at(-1)) - Number(a.at(-1)));
    for (const entry of order) cut(at(data, entry.slice(0, -1)), entry.at(-1) ?? '');
    skipped += order.length;
  }
}
