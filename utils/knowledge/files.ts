// A ruleset as files, a file a section: what the extension carries, what a feed lists and a browser keeps. Every entry stands
// on a line of its own, so that a small change of the rules is a small change of the files.
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

const SECTIONS = Object.keys(RulesetSchema.entries).filter((section) => section !== 'version');

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
 * @throws Error whose message is the place that is wrong, "phrases.3.says".
 */
export function checkFiles(files: Files): CheckedFiles {
  const known = new Set([
    'about.json',
    ...SECTIONS.flatMap((name) => [...shardNames(name), nameOf(name, true), nameOf(name, false)]),
  ]);
  const sections = Object.fromEntries(SECTIONS.map((section) => [section, readOrFail(files, section)]));
  const about = readOrFail(files, 'about') as { version?: unknown } | undefined;
  const checked = withoutLater(RulesetSchema, { version: about?.version, ...sections });
  const skippedFiles = [...files.keys()].filter((name) => !known.has(name)).length;
  return { ruleset: checked.value as Ruleset, skipped: checked.skipped + skippedFiles };
}

function readOrFail(files: Files, section: string): unknown {
  try {
    return read(files, section);
  } catch {
    throw new Error(section);
  }
}
