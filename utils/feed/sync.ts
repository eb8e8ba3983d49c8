// One look at the feed: asks the mirrors in random order until one has something newer, and gives what was verified. Writes
// nothing.
import { type Bytes, sha256 as hashOf } from './bytes.ts';
import { download, type Network, unzip } from './download.ts';
import { filePath, MANIFEST_PATH, patchPath, rootPath } from './layout.ts';
import { LONGEST_MANIFEST, type Manifest } from './manifest.ts';
import { isAlarm, type Outcome, Refusal } from './outcome.ts';
import { patched } from './patch.ts';
import { LONGEST_ROOT, type Root, walkRoots } from './root.ts';
import { type Verified, type VerifiedFiles, verifyManifest } from './verified.ts';

/** What this browser has: the floor, and files that need not be fetched again. */
export interface Had {
  /** The manifest's document as it was signed. */
  document: Bytes;
  manifest: Manifest;
  files: ReadonlyMap<string, Bytes>;
}

export interface Task<T> {
  mirrors: readonly string[];
  /** The newest root that is trusted. */
  root: Root;
  had: Had | null;
  /** The extension's version. */
  extension: string;
  /**
   * Reads what the files of a manifest mean.
   * @throws Error whose message names the place that is wrong.
   */
  read(files: ReadonlyMap<string, Bytes>, manifest: Manifest): T;
  /** Mirrors that asked to be left alone until then. */
  waits: Readonly<Record<string, number>>;
  network: Network;
  /** Below 1. */
  random(): number;
}

export type Result = { code: 'updated'; version: number } | Outcome;

export interface Synced<T> {
  result: Result;
  /** The newest root that was reached: to be kept even when all else was refused, so that revoked keys stay revoked. */
  root: Root;
  /** Null: nothing newer. */
  found: { files: VerifiedFiles; content: T } | null;
  /** What went wrong at single mirrors. */
  mirrors: { mirror: string; outcome: Outcome }[];
}

/** Answers of servers that do not have a file; object stores say 403. */
const MISSING = new Set([403, 404, 410]);

export async function sync<T>(task: Task<T>): Promise<Synced<T>> {
  // Fixed once, so that one update is judged by one time.
  const now = task.network.now();
  const fetched = new Map<string, Bytes>();
  const synced: Synced<T> = { result: { code: 'unreachable' }, root: task.root, found: null, mirrors: [] };
  for (const mirror of shuffled(task.mirrors, task.random)) {
    const outcome = await ask(mirror, task, synced, fetched, now);
    if (synced.found) {
      synced.result = { code: 'updated', version: synced.found.files.verified.manifest.version };
      return synced;
    }
    if (outcome) synced.mirrors.push({ mirror, outcome });
    // Old rules may be all that this mirror has: another one may have newer.
    if (outcome?.code === 'not-newer' && (task.had?.manifest.expires ?? 0) > now) break;
  }
  synced.result = gist(synced.mirrors.map(({ outcome }) => outcome));
  synced.mirrors = synced.mirrors.filter(({ outcome }) => outcome.code !== 'not-newer');
  return synced;
}

/** What it came to when no mirror had anything newer: one that answered well counts, else what somebody should look into. */
function gist(outcomes: readonly Outcome[]): Outcome {
  const waits = outcomes.flatMap((outcome) => (outcome.code === 'wait' ? [outcome.until] : []));
  return (
    outcomes.find(({ code }) => code === 'not-newer') ??
    outcomes.find(isAlarm) ??
    outcomes.find(({ code }) => code !== 'wait') ?? { code: 'wait', until: Math.min(...waits) }
  );
}

async function ask<T>(
  mirror: string,
  task: Task<T>,
  synced: Synced<T>,
  fetched: Map<string, Bytes>,
  now: number,
): Promise<Outcome | null> {
  try {
    const until = task.waits[mirror] ?? 0;
    if (until > now) throw new Refusal({ code: 'wait', until });
    const walk = await walkRoots(synced.root, chain(mirror, synced.root.version, task.network), now);
    synced.root = walk.root ?? walk.reached;
    if (walk.refused) throw new Refusal(walk.refused);
    const document = await download(
      mirror + MANIFEST_PATH,
      { most: LONGEST_MANIFEST, freshness: 'fresh' },
      task.network,
    );
    const kept = task.had?.document ?? null;
    const { extension } = task;
    const { verified } = await verifyManifest(document, { root: walk.root, kept, extension, now });
    const given = new Map<string, Bytes>();
    for (const name of verified.manifest.files.keys()) {
      given.set(name, await fileOf(name, verified, mirror, task, fetched));
    }
    const files = await verified.all(given);
    synced.found = { files, content: readable(task, given, verified.manifest) };
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    throw error;
  }
}

/** The roots behind `version`, as long as there are any. */
async function* chain(mirror: string, version: number, network: Network): AsyncGenerator<Bytes> {
  for (let next = version + 1; ; next += 1) {
    try {
      yield await download(mirror + rootPath(next), { most: LONGEST_ROOT, freshness: 'fresh' }, network);
    } catch (error) {
      const outcome = error instanceof Refusal ? error.outcome : null;
      if (outcome?.code === 'status' && MISSING.has(outcome.status)) return;
      throw error;
    }
  }
}

/** The bytes of a file, to be verified with all others: as they are here already, as a patch of what is here, or all of it from the mirror. */
async function fileOf<T>(
  name: string,
  verified: Verified,
  mirror: string,
  { had, network }: Task<T>,
  fetched: Map<string, Bytes>,
): Promise<Bytes> {
  const { sha256, length } = verified.manifest.files.get(name) ?? { sha256: '', length: 0 };
  const known = fetched.get(sha256) ?? hadBytes(had, sha256);
  if (known) return known;
  const keep = (bytes: Bytes) => {
    fetched.set(sha256, bytes);
    return bytes;
  };
  // What gzip may add to what it can't compress.
  const most = length + (length >> 8) + 1_024;
  const was = had?.manifest.files.get(name);
  const old = had?.files.get(name);
  if (was && old) {
    const bytes = await patchOf(old, mirror + patchPath(was.sha256, sha256), { most, length }, network);
    if (bytes && (await hashOf(bytes)) === sha256) return keep(bytes);
  }
  const packed = await download(mirror + filePath(sha256), { most, freshness: 'once' }, network);
  const bytes = await unzip(packed, length);
  if (!bytes) throw new Refusal({ code: 'wrong-hash', file: name });
  // A file that is right need not be fetched again from the next mirror, when the rest of this one is not.
  return keep(await verified.file(name, bytes));
}

function hadBytes(had: Had | null, sha256: string): Bytes | undefined {
  if (!had) return undefined;
  const name = [...had.manifest.files].find(([, entry]) => entry.sha256 === sha256)?.[0];
  return name === undefined ? undefined : had.files.get(name);
}

/** Null when there is none, or none that fits: then the whole file is fetched. */
async function patchOf(
  old: Bytes,
  address: string,
  { most, length }: { most: number; length: number },
  network: Network,
): Promise<Bytes | null> {
  try {
    const patch = await unzip(await download(address, { most, freshness: 'once' }, network), 2 * most);
    return patch && patched(old, patch, length);
  } catch (error) {
    const code = error instanceof Refusal ? error.outcome.code : null;
    // A server that is busy or silent is not asked for more.
    if (code === 'status' || code === 'too-long') return null;
    throw error;
  }
}

function readable<T>({ read }: Task<T>, files: ReadonlyMap<string, Bytes>, manifest: Manifest): T {
  try {
    return read(files, manifest);
  } catch (error) {
    throw new Refusal({ code: 'unreadable', where: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
