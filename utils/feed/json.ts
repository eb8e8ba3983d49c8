// JSON from outside, read by its schema, and the fields that every signed document has.
import * as v from 'valibot';
import type { Bytes } from './bytes.ts';
import { Refusal, type RoleName } from './outcome.ts';

const toTime = (text: string): number => {
  const time = Date.parse(text);
  // One spelling: what browsers make of other ones, e.g. of February 31st, differs.
  return !Number.isNaN(time) && new Date(time).toISOString() === text.replace('Z', '.000Z') ? time : Number.NaN;
};

/** "2026-11-24T00:00:00Z" as milliseconds since 1970. */
export const instant = v.pipe(v.string(), v.maxLength(20), v.transform(toTime), v.number());
export const versionNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/**
 * Reads JSON from outside by its schema.
 * @throws Refusal `malformed`
 */
export function readJson<T>(bytes: Bytes, schema: v.GenericSchema<unknown, T>, what: 'signatures' | RoleName): T {
  let data: unknown;
  try {
    // Fatal: two runs of bytes must never be read as the same text.
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new Refusal({ code: 'malformed', what, where: '' });
  }
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  throw new Refusal({ code: 'malformed', what, where: v.getDotPath(result.issues[0]) ?? '' });
}
