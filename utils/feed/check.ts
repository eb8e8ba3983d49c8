// One check of the feed, from what is kept to what is kept: reads the slots, asks the mirrors, keeps what was verified.
import type { Bytes } from './bytes.ts';
import type { Manifest } from './manifest.ts';
import { type Outcome, Refusal } from './outcome.ts';
import type { Root } from './root.ts';
import { forgetRelease, isFull, keepRelease, keepRoot, type Pointer, readFloor, readKept, readRoot } from './slots.ts';
import { firstRoot, type Source, sourceId } from './source.ts';
import { type Result, type Synced, sync, type Task } from './sync.ts';
import { isRevoked } from './verified.ts';

/** What the files say, as far as this version of the extension understands them. */
export interface Content<T> {
  value: T;
  /** Entries that are for a later version. */
  skipped: number;
}

export interface News<T> extends Content<T> {
  manifest: Manifest;
}

export interface CheckTask<T> extends Pick<Task<Content<T>>, 'extension' | 'waits' | 'network' | 'random'> {
  /**
   * @param known Names of files that this very code has read before, byte for byte, and left nothing out.
   * @throws Error whose message names the place that is wrong.
   */
  read(files: ReadonlyMap<string, Bytes>, known: ReadonlySet<string>): Content<T>;
  source: Source;
  /** Under which things of this feed are kept. */
  name: string;
  /** Of the code that reads rules. */
  form: string;
  /** Whether this feed still applies: another one may have been chosen while it was asked. */
  isWanted(): Promise<boolean>;
}

export interface Checked<T> {
  result: Result;
  mirrors: { mirror: string; outcome: Outcome }[];
  /** Null: what was in use stays. `changed`: something else is kept now, or nothing, and must be loaded. */
  news: News<T> | 'changed' | null;
}

export async function check<T>(task: CheckTask<T>): Promise<Checked<T>> {
  const { source, name } = task;
  const from = await sourceId(source);
  const [{ kept, pointer }, built, keptRoot, storedFloor] = await Promise.all([
    readKept(),
    trusted(source),
    // Of a chain that began elsewhere nothing counts: a thief of root keys may have written it.
    readRoot(name, from),
    readFloor(name),
  ]);
  if ('refused' in built) return { result: built.refused, mirrors: [], news: null };
  const root = keptRoot && keptRoot.version > built.root.version ? keptRoot : built.root;
  const had = kept?.source === name ? kept : null;
  const read = (files: ReadonlyMap<string, Bytes>, manifest: Manifest) =>
    task.read(files, unchanged(manifest, had && had.form === task.form && had.skipped === 0 ? had.manifest : null));
  const floor = had?.document ?? storedFloor;
  const synced = await sync({ ...task, read, mirrors: source.mirrors, root, had, floor });
  try {
    if (synced.root.version > root.version) await keepRoot(name, from, synced.root);
  } catch (error) {
    // A release that only a forgotten root vouches for would be no floor: whoever hides that root could bring old ones back.
    console.warn('CekAsal: root not kept', error);
    return notKept(synced, error);
  }
  if (!synced.found && had && (await isRevoked(had.document, synced.root))) {
    // Nobody vouches for it any longer, and nothing newer is to be had.
    await forgetRelease(null);
    return { result: synced.result, mirrors: synced.mirrors, news: 'changed' };
  }
  return keep(synced, task, pointer);
}

/** The names under which both have the same bytes. */
function unchanged({ files }: Manifest, before: Manifest | null): Set<string> {
  const isSame = (name: string, sha256: string) => before?.files.get(name)?.sha256 === sha256;
  return new Set([...files].flatMap(([name, { sha256 }]) => (isSame(name, sha256) ? [name] : [])));
}

async function trusted(source: Source): Promise<{ root: Root } | { refused: Outcome }> {
  try {
    return { root: await firstRoot(source) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.outcome };
    throw error;
  }
}

async function keep<T>(
  synced: Synced<Content<T>>,
  { form, name, isWanted }: CheckTask<T>,
  seen: Pointer | null,
): Promise<Checked<T>> {
  const { result, mirrors, found } = synced;
  if (!found || !(await isWanted())) return { result, mirrors, news: null };
  try {
    const isOurs = await keepRelease(found.files, { form, source: name, skipped: found.content.skipped }, seen);
    return { result, mirrors, news: isOurs ? newsOf(found) : 'changed' };
  } catch (error) {
    console.warn('CekAsal: rules not kept', error);
    return notKept(synced, error);
  }
}

type Found<T> = NonNullable<Synced<Content<T>>['found']>;

const newsOf = <T>({ files, content }: Found<T>): News<T> => ({ ...content, manifest: files.verified.manifest });

/** What was found serves as long as the background lives. */
function notKept<T>({ result, mirrors, found }: Synced<Content<T>>, error: unknown): Checked<T> {
  if (!found) return { result, mirrors, news: null };
  return { result: { code: 'not-stored', full: isFull(error) }, mirrors, news: newsOf(found) };
}
