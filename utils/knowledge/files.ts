// A ruleset as files, a file a section: what the extension carries, what a feed lists and a browser keeps. Every entry stands
// on a line of its own, so that a small change of the rules is a small change of the files.
import * as v from 'valibot';
import { withoutLater } from './later.ts';
import { type Ruleset, RulesetSchema } from './ruleset.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** How deep lines are broken: the entries of a section, or of the parts of a section. */
const DEPTH = 2;

/** JSON with an entry a line. */
function inLines(value: unknown, depth = DEPTH): string {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Array.isArray(value)
    ? value.map((item) => JSON.stringify(item))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${inLines(item, depth - 1)}`);
  return entries.length === 0 ? `${open}${close}` : `${open}\n${entries.join(',\n')}\n${close}`;
}

/**
 * Sorted lines that may become very many are cut into shards by the character they begin with: a shard is fetched and checked
 * on its own. By what each begins with; about as many brands in each.
 */
const SHARDS: Record<string, readonly string[]> = { brands: ['', 'c', 'e', 'j', 'm', 'p', 's', 't'] };

/** Texts are kept as they stand, all else as JSON. */
const nameOf = (section: string, isText: boolean): string => `${section}.${isText ? 'txt' : 'json'}`;

const shardNames = (section: string): string[] =>
  (SHARDS[section] ?? []).map((_, i) => nameOf(`${section}-${i + 1}`, true));

function shardsOf(section: string, text: string): [name: string, text: string][] {
  const starts = SHARDS[section];
  if (!starts) return [[nameOf(section, true), text]];
  const shards: string[][] = starts.map(() => []);
  for (const line of text.split('\n')) shards[starts.findLastIndex((start) => line >= start)]?.push(line);
  return shardNames(section).map((name, i) => [name, shards[i]?.join('\n') ?? '']);
}

/** The same ruleset gives the same bytes. */
export function toFiles({ version, ...sections }: Ruleset): Map<string, Uint8Array<ArrayBuffer>> {
  const encode = (text: string) => new TextEncoder().encode(text);
  return new Map([
    ['about.json', encode(inLines({ version }))],
    ...Object.entries(sections)
      .flatMap(([section, content]) =>
        typeof content === 'string'
          ? shardsOf(section, content)
          : [[nameOf(section, false), inLines(content)] as const],
      )
      .map(([name, text]) => [name, encode(text)] as const),
  ]);
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** A section of the files; undefined when they have none. */
function read(files: Files, section: string): unknown {
  const shards = shardNames(section).flatMap((name) => files.get(name) ?? []);
  if (shards.length > 0)
    return shards
      .filter(({ length }) => length > 0)
      .map(decode)
      .join('\n');
  const text = files.get(nameOf(section, true));
  if (text) return decode(text);
  const json = files.get(nameOf(section, false));
  return json && JSON.parse(decode(json));
}

type Section = Exclude<keyof typeof RulesetSchema.entries, 'version'>;
const SECTIONS = (Object.keys(RulesetSchema.entries) as (Section | 'version')[]).filter((name) => name !== 'version');

/**
 * The ruleset of files that were checked, by `checkFiles` or when they were built. Each section is read when it is first asked
 * for: a worker that wakes pays only for what it needs.
 */
export function openFiles(files: Files): Ruleset {
  const { version } = read(files, 'about') as { version: string };
  const ruleset = { version };
  for (const section of SECTIONS)
    Object.defineProperty(ruleset, section, {
      configurable: true,
      enumerable: true,
      get() {
        const value = read(files, section);
        Object.defineProperty(ruleset, section, { value, enumerable: true });
        return value;
      },
    });
  return ruleset as Ruleset;
}

export interface CheckedFiles {
  /** What this version understands of them. */
  ruleset: Ruleset;
  /** Entries and sections that are for a later version of the extension, and were left out. */
  skipped: number;
}

/**
 * Checks files from outside. What a later version would understand is left out and counted; all else that is wrong refuses the
 * whole.
 * @param known Names of files that this very code has checked before, byte for byte, and of which it left nothing out.
 * @throws Error whose message is the place that is wrong, "phrases.3.says".
 */
export function checkFiles(files: Files, known: ReadonlySet<string> = new Set()): CheckedFiles {
  withoutLater(v.pick(RulesetSchema, ['version']), readOrFail(files, 'about'));
  const ruleset = openFiles(files);
  let skipped = [...files.keys()].filter((name) => !NAMES.has(name)).length;
  for (const section of SECTIONS) {
    const own = namesOf(section).filter((name) => files.has(name));
    if (own.length > 0 && own.every((name) => known.has(name))) continue;
    const checked = withoutLater(v.pick(RulesetSchema, [section]), { [section]: readOrFail(files, section) });
    Object.defineProperty(ruleset, section, { value: checked.value[section], enumerable: true });
    skipped += checked.skipped;
  }
  return { ruleset, skipped };
}

const namesOf = (section: string): string[] => [...shardNames(section), nameOf(section, true), nameOf(section, false)];
const NAMES = new Set(['about.json', ...SECTIONS.flatMap(namesOf)]);

function readOrFail(files: Files, section: string): unknown {
  try {
    return read(files, section);
  } catch {
    throw new Error(section);
  }
}
