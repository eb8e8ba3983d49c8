// The settings as a file: what the user chose, to be kept or carried to another browser, and read back with distrust, whole or
// not at all.
import * as v from 'valibot';
import { DISPLAYS, LANGS } from './choices.ts';
import { MAX_MUTED, type Settings } from './settings.ts';

/** Bytes, and characters. */
export const LONGEST_FILE = 1_000_000;
const MOST_SITES = 200;
/** What a later version can no longer say in this form gets another number. */
const FORM = 1;
const KIND = 'cekasal-settings';

const text = v.pipe(v.string(), v.maxLength(299));
const SettingsSchema = v.object({
  lang: v.picklist(LANGS),
  memory: v.boolean(),
  // Files of before these could be chosen say nothing of them.
  province: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d\d$/))), null),
  local: v.optional(v.boolean(), true),
  sites: v.pipe(
    v.record(text, v.object({ display: v.picklist(DISPLAYS), off: v.boolean(), observe: v.boolean() })),
    v.maxEntries(MOST_SITES),
  ),
  muted: v.pipe(v.array(text), v.maxLength(MAX_MUTED)),
}) satisfies v.GenericSchema<unknown, Settings>;

const HeadSchema = v.object({ kind: v.literal(KIND), form: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });

/** What is wrong with a file; `where` names the part of it ("sites.shopee.display"). */
export type FileProblem = { code: 'too-long' | 'not-settings' | 'newer' } | { code: 'part'; where: string };
export type ReadFile = { settings: Settings; problem?: undefined } | { problem: FileProblem };

/** @param version Of the extension. @param now Milliseconds since 1970. */
export const composeSettings = (settings: Settings, version: string, now: number): string =>
  `${JSON.stringify({ kind: KIND, form: FORM, version, saved: new Date(now).toISOString(), settings }, null, 2)}\n`;

export function parseSettings(file: string): ReadFile {
  if (file.length > LONGEST_FILE) return { problem: { code: 'too-long' } };
  let data: unknown;
  try {
    data = JSON.parse(file);
  } catch {
    return { problem: { code: 'not-settings' } };
  }
  const head = v.safeParse(HeadSchema, data);
  if (!head.success) return { problem: { code: 'not-settings' } };
  if (head.output.form > FORM) return { problem: { code: 'newer' } };
  const result = v.safeParse(v.object({ settings: SettingsSchema }), data);
  if (result.success) return { settings: result.output.settings };
  return { problem: { code: 'part', where: v.getDotPath(result.issues[0])?.replace(/^settings\./, '') ?? '' } };
}

/** Marketplaces whose answers are read by `next`, and were not by `before`: the user agreed to that elsewhere, and is told. */
export const nowObserved = (next: Settings, before: Settings): string[] =>
  Object.entries(next.sites)
    .filter(([id, site]) => site.observe && !before.sites[id]?.observe)
    .map(([id]) => id);
