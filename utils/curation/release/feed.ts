// A feed as its publisher keeps it: a folder, laid out as the extension asks for it (feed/layout), read with the extension's own
// verification.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Bytes, sha256 } from '../../feed/bytes.ts';
import { filePath, MANIFEST_PATH, rootPath } from '../../feed/layout.ts';
import { LONGEST_MANIFEST, type Manifest } from '../../feed/manifest.ts';
import { Refusal } from '../../feed/outcome.ts';
import { LONGEST_ROOT, nextRoot, type Root, trustRoot } from '../../feed/root.ts';
import { parseSigned } from '../../feed/signed.ts';
import { type Verified, verifyManifest } from '../../feed/verified.ts';
import { signersOf } from './document.ts';
import type { RuleFiles } from './manifest.ts';
import { gunzipBounded, readBounded } from './read.ts';
import { type RootPlan, readPlan } from './root.ts';

/** What was published last. */
export interface Release {
  manifest: Readonly<Manifest>;
  document: Bytes;
  files: RuleFiles;
  /** Ids of the keys that signed it and that the root of its day named. */
  signers: string[];
}

export interface Feed {
  dir: string;
  /** The whole chain, the first root first. Empty: a feed yet to be made. */
  roots: Root[];
  /** What the newest root says; null where there is none. */
  plan: RootPlan | null;
  release: Release | null;
}

/** The publisher reads its own files whatever extension they are for. */
export const ANY_EXTENSION = '99999';

/** @throws Refusal as `nextRoot` */
async function readRoots(dir: string): Promise<Root[]> {
  const roots: Root[] = [];
  for (let version = 1; existsSync(join(dir, rootPath(version))); version += 1) {
    const bytes = readBounded(join(dir, rootPath(version)), LONGEST_ROOT);
    const last = roots.at(-1);
    roots.push(last ? await nextRoot(last, bytes) : await trustRoot(bytes));
  }
  return roots;
}

/** The files of a manifest as they lie in the folder, unpacked; what is missing or broken is left out. */
export async function readRuleFiles(dir: string, { files }: Readonly<Manifest>): Promise<Map<string, Bytes>> {
  const found = new Map<string, Bytes>();
  for (const [name, { length, sha256: hash }] of files) {
    const path = join(dir, filePath(hash));
    const bytes = existsSync(path) ? gunzipBounded(readBounded(path, 2 * length + 1024), length) : null;
    if (bytes && (await sha256(bytes)) === hash) found.set(name, bytes);
  }
  return found;
}

/** By the newest root that it holds under: after a key was changed the manifest is still that of an earlier root. */
async function believed(document: Bytes, roots: readonly Root[]): Promise<{ verified: Verified; root: Root }> {
  let reason: unknown = new Refusal({ code: 'unsigned', role: 'manifest', root: 1 });
  for (const root of roots.toReversed())
    try {
      const { verified } = await verifyManifest(document, { root, kept: null, extension: ANY_EXTENSION, now: 0 });
      return { verified, root };
    } catch (error) {
      reason = error;
    }
  throw reason;
}

async function readRelease(dir: string, roots: readonly Root[]): Promise<Release | null> {
  const path = join(dir, MANIFEST_PATH);
  if (!existsSync(path)) return null;
  const document = readBounded(path, LONGEST_MANIFEST);
  const { verified, root } = await believed(document, roots);
  const { files } = await verified.all(await readRuleFiles(dir, verified.manifest));
  const signers = await signersOf(parseSigned(document, LONGEST_MANIFEST), root.roles.manifest);
  return { manifest: verified.manifest, document, files, signers };
}

/**
 * Reads a feed, and checks all that it publishes now. A folder that is not there is a feed yet to be made.
 * @throws Refusal when it is damaged; ReleaseError `unreadable`, `too-large`
 */
export async function openFeed(dir: string): Promise<Feed> {
  const roots = await readRoots(dir);
  const newest = roots.at(-1);
  const plan = newest ? readPlan(parseSigned(newest.bytes, LONGEST_ROOT).payload) : null;
  return { dir, roots, plan, release: await readRelease(dir, roots) };
}
