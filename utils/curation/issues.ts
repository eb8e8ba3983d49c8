// What a schema finds wrong, as faults: the code of a message, and what the message needs to name the mend.
import type * as v from 'valibot';
import { shown } from './fault.ts';
import type { Path } from './source.ts';

type Issue = v.BaseIssue<unknown>;
type AnySchema = v.GenericSchema & { [part: string]: unknown };

export interface Found {
  path: Path;
  code: string;
  params: Record<string, string>;
}

const CODE = /^[a-z]+(?:[.-][a-z]+)*$/;
/** How the kinds of values are named in messages: keys of words. */
const KINDS: Record<string, string> = {
  string: 'kind.text',
  number: 'kind.number',
  boolean: 'kind.boolean',
  Array: 'kind.list',
  Object: 'kind.fields',
};

/** The schema of the fields at a path, through pipes, lists, options and choices; null where the schema doesn't say. */
function schemaAt(schema: AnySchema, path: Path): AnySchema[] {
  const inside = (one: AnySchema): AnySchema[] => {
    if (one.pipe) {
      const first = (one.pipe as AnySchema[])[0];
      if (first && first !== one) return inside(first);
    }
    if (one.wrapped) return inside(one.wrapped as AnySchema);
    if (one.options && one.type !== 'picklist') return (one.options as AnySchema[]).flatMap(inside);
    return [one];
  };
  const here = inside(schema);
  const [key, ...rest] = path;
  if (key === undefined) return here;
  return here.flatMap((one) => {
    const entries = one.entries as Record<string, AnySchema> | undefined;
    const next = entries && typeof key === 'string' ? entries[key] : ((one.item ?? one.value) as AnySchema | undefined);
    return next ? schemaAt(next, rest) : [];
  });
}

function knownFields(schema: AnySchema, path: Path): string[] {
  const fields = schemaAt(schema, path).flatMap((one) => Object.keys((one.entries as object | undefined) ?? {}));
  return [...new Set(fields)];
}

function found(schema: AnySchema, issue: Issue): Found {
  const path = (issue.path ?? []).map(({ key }) => key as PropertyKey);
  const key = String(path.at(-1) ?? '');
  const params: Record<string, string> = { field: path.map(String).join('.'), key, value: shown(issue.input) };
  if (issue.requirement !== undefined && typeof issue.requirement !== 'function')
    params.max = String(issue.requirement);
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return {
      path,
      code: 'unknown-field',
      params: { ...params, key: shown(key), known: knownFields(schema, path.slice(0, -1)).join(', ') },
    };
  if (issue.kind === 'schema' && issue.received === 'undefined') return { path, code: 'missing-field', params };
  if (issue.kind === 'schema' && issue.input === null) return { path, code: 'empty', params };
  if (CODE.test(issue.message)) return { path, code: issue.message, params };
  // A choice that none of the options fits: what the nearest option says.
  const expected = issue.expected ?? '';
  if (expected.includes('"'))
    return { path, code: 'choice', params: { ...params, known: expected.replace(/[()"]/g, '').replaceAll(' |', ',') } };
  if (issue.kind === 'schema')
    return { path, code: 'wrong-kind', params: { ...params, kind: KINDS[expected] ?? 'kind.other' } };
  return { path, code: issue.type.replaceAll('_', '-'), params };
}

/** Faults of one file beyond these are not worth reading. */
const MOST = 50;

/** What a schema finds, in the order of the file's fields. */
export function faultsOf(schema: v.GenericSchema, issues: readonly Issue[]): Found[] {
  return issues.slice(0, MOST).map((issue) => found(schema as AnySchema, issue));
}
