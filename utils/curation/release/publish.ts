// What publishing does to a feed's folder, as steps: files and patches first, the manifest last but for what nobody needs any more.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bytes, sameBytes } from '../../feed/bytes.ts';
import { filePath, MANIFEST_PATH, patchPath, rootPath } from '../../feed/layout.ts';
import { LONGEST_MANIFEST, type Manifest, parseManifest } from '../../feed/manifest.ts';
import { nextRoot, type Root, trustRoot } from '../../feed/root.ts';
import { parseSigned, type Signed } from '../../feed/signed.ts';
import { verifyManifest } from '../../feed/verified.ts';
import { type Step, take, UNFINISHED } from './disk.ts';
import { documentBytes } from './document.ts';
import { ReleaseError } from './error.ts';
import { ANY_EXTENSION, type Feed, readRuleFiles } from './feed.ts';
import type { RuleFiles } from './manifest.ts';
import { makePatch, packed } from './patch.ts';

/** So many manifests before the newest can be brought up to date by patches, and have their files kept. */
const RECENT = 30;
/** Every manifest that was published, for the publisher. */
export const historyPath = (version: number): string => `history/${version}.signed`;

/** The manifests that were published before `version`, the newest first. What can't be read costs its readers a patch. */
function recentManifests(dir: string, version: number): Manifest[] {
  const paths = Array.from({ length: RECENT }, (_, i) => join(dir, historyPath(version - 1 - i)));
  return paths.filter(existsSync).flatMap((path) => {
    try {
      return [parseManifest(parseSigned(new Uint8Array(readFileSync(path)), LONGEST_MANIFEST).payload)];
    } catch {
      return [];
    }
  });
}

/** Patches from earlier forms of each file to what it is now, by their paths. */
async function patchesTo(dir: string, next: Manifest, files: RuleFiles, recent: Manifest[]) {
  const patches = new Map<string, Bytes>();
  const seen = new Set<string>();
  for (const manifest of recent) {
    const differing = [...manifest.files].filter(([name, { sha256 }]) => {
      const now = next.files.get(name)?.sha256;
      return now !== undefined && now !== sha256 && !seen.has(`${name} ${sha256}`);
    });
    const old = await readRuleFiles(dir, { ...manifest, files: new Map(differing) });
    for (const [name, { sha256 }] of differing) {
      seen.add(`${name} ${sha256}`);
      const [from, to, after] = [old.get(name), next.files.get(name)?.sha256, files.get(name)];
      const patch = from && to && after && makePatch(from, after);
      if (patch) patches.set(patchPath(sha256, to), patch);
    }
  }
  return patches;
}

/** Files of ours in a folder that are not wanted. Others are none of our business: somebody may have named the wrong folder. */
function obsolete(dir: string, folder: string, name: RegExp, wanted: ReadonlySet<string>): Step[] {
  if (!existsSync(join(dir, folder))) return [];
  return readdirSync(join(dir, folder))
    .filter((file) => name.test(file.replace(UNFINISHED, '')))
    .map((file) => `${folder}/${file}`)
    .filter((path) => !wanted.has(path))
    .map((path) => ({ path, bytes: null }));
}

/**
 * The steps that publish a manifest.
 * @param document Signed; whether it holds is for the caller to check.
 * @param files All files that it names.
 */
export async function releaseSteps(dir: string, document: Bytes, next: Manifest, files: RuleFiles): Promise<Step[]> {
  const recent = recentManifests(dir, next.version);
  const patches = await patchesTo(dir, next, files, recent);
  const hashes = (manifest: Manifest) => [...manifest.files.values()].map(({ sha256 }) => filePath(sha256));
  const contents = [...next.files].map(([name, { sha256 }]) => [filePath(sha256), packed(files.get(name) as Bytes)]);
  const writes = new Map([...(contents as [string, Bytes][]), ...patches]);
  const isThere = (path: string, bytes: Bytes) =>
    existsSync(join(dir, path)) && sameBytes(readFileSync(join(dir, path)), bytes);
  return [
    ...[...writes].filter(([path, bytes]) => !isThere(path, bytes)).map(([path, bytes]) => ({ path, bytes })),
    { path: historyPath(next.version), bytes: document },
    { path: MANIFEST_PATH, bytes: document },
    ...obsolete(dir, 'patches', /^[0-9a-f]{16}-[0-9a-f]{16}\.gz$/, new Set(patches.keys())),
    ...obsolete(dir, 'files', /^[0-9a-f]{64}\.gz$/, new Set([next, ...recent].flatMap(hashes))),
  ];
}

function newestRoot({ roots }: Feed): Root {
  const root = roots.at(-1);
  if (!root) throw new ReleaseError('no-root');
  return root;
}

/**
 * Publishes a manifest that enough keys have signed: judged as an extension would that holds the feed's present one.
 * @param now Milliseconds since 1970.
 * @throws Refusal as `verifyManifest` and `Verified.all`; ReleaseError `no-root`, `not-written`
 */
export async function publishManifest(feed: Feed, signed: Signed, files: RuleFiles, now: number): Promise<void> {
  const document = documentBytes(signed);
  const kept = feed.release?.document ?? null;
  const facts = { root: newestRoot(feed), kept, extension: ANY_EXTENSION, now };
  const { verified } = await verifyManifest(document, facts);
  await verified.all(files);
  take(feed.dir, await releaseSteps(feed.dir, document, verified.manifest, files));
}

/**
 * Publishes a root that enough keys of its predecessor and of its own have signed.
 * @throws Refusal as `nextRoot`; ReleaseError `not-written`
 */
export async function publishRoot({ dir, roots }: Feed, signed: Signed): Promise<Root> {
  const [last, document] = [roots.at(-1), documentBytes(signed)];
  const root = last ? await nextRoot(last, document) : await trustRoot(document);
  take(dir, [{ path: rootPath(root.version), bytes: document }]);
  return root;
}
