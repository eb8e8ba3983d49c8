// A feed, judged as an extension would that knows one root; and what its publisher should look after before readers notice.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bytes } from '../../feed/bytes.ts';
import { sha256 } from '../../feed/bytes.ts';
import { MANIFEST_PATH, rootPath } from '../../feed/layout.ts';
import { LONGEST_MANIFEST, type Manifest } from '../../feed/manifest.ts';
import { Refusal } from '../../feed/outcome.ts';
import { patched } from '../../feed/patch.ts';
import { LONGEST_ROOT, type Root, trustRoot, walkRoots } from '../../feed/root.ts';
import { parseSigned } from '../../feed/signed.ts';
import { verifyManifest } from '../../feed/verified.ts';
import { checkFiles } from '../../knowledge/files.ts';
import { signersOf } from './document.ts';
import { readRuleFiles } from './feed.ts';
import { gunzipBounded, readBounded } from './read.ts';
import { type RootPlan, readPlan } from './root.ts';

const DAY = 86_400_000;
/** Days. Fewer are an alarm for the publisher: time enough to find the holders of the keys, also over holidays. */
export const ALARM_DAYS = 30;
/** Bytes, of a patch unpacked. */
const LONGEST_PATCH = 16 * 1024 * 1024;

export interface FeedReport {
  root: Root;
  plan: RootPlan;
  manifest: Readonly<Manifest>;
  signers: string[];
  /** Entries that this version does not understand. */
  skipped: number;
  patches: number;
  /** Patches that do not give what they should; readers fetch the whole file instead. */
  wrongPatches: string[];
  /** Whole days that the manifest and the root are still valid. */
  daysLeft: { manifest: number; root: number };
}

function* rootsAfter(dir: string, version: number): Iterable<Bytes> {
  for (let next = version + 1; existsSync(join(dir, rootPath(next))); next += 1)
    yield readBounded(join(dir, rootPath(next)), LONGEST_ROOT);
}

/** A file of the feed by the start of its hash. */
function fileNamed(dir: string, start: string): string | undefined {
  const folder = join(dir, 'files');
  return existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith(start)) : undefined;
}

async function isRight(dir: string, patch: string): Promise<boolean> {
  const [from = '', to = ''] = patch.replace('.gz', '').split('-');
  const [before, after] = [fileNamed(dir, from), fileNamed(dir, to)];
  if (!before || !after) return false;
  const unpack = (path: string) => gunzipBounded(readFileSync(join(dir, path)), LONGEST_PATCH);
  const [old, changes, next] = [unpack(`files/${before}`), unpack(`patches/${patch}`), unpack(`files/${after}`)];
  const outcome = old && changes && next && patched(old, changes, next.length);
  return outcome !== null && `${await sha256(outcome)}.gz` === after;
}

/**
 * @param known The root that is trusted to begin with; the feed's first where none is given.
 * @param circumstances.now Milliseconds since 1970.
 * @throws Refusal: what an extension would refuse the feed for; ReleaseError `unreadable`, `too-large`
 */
export async function verifyFeed(
  dir: string,
  known: Bytes | null,
  { now, extension }: { now: number; extension: string },
): Promise<FeedReport> {
  const trusted = await trustRoot(known ?? readBounded(join(dir, rootPath(1)), LONGEST_ROOT));
  const { root, refused } = await walkRoots(trusted, rootsAfter(dir, trusted.version), now);
  if (!root) throw new Refusal(refused);
  const document = readBounded(join(dir, MANIFEST_PATH), LONGEST_MANIFEST);
  const { verified } = await verifyManifest(document, { root, kept: null, extension, now });
  const { manifest } = verified;
  const { files } = await verified.all(await readRuleFiles(dir, manifest));
  const skipped = skippedIn(files);
  const folder = join(dir, 'patches');
  const patches = existsSync(folder) ? readdirSync(folder).sort() : [];
  const wrongPatches: string[] = [];
  for (const patch of patches) if (!(await isRight(dir, patch))) wrongPatches.push(patch);
  const daysUntil = (time: number) => Math.floor((time - now) / DAY);
  return {
    root,
    plan: readPlan(parseSigned(root.bytes, LONGEST_ROOT).payload),
    manifest,
    signers: await signersOf(parseSigned(document, LONGEST_MANIFEST), root.roles.manifest),
    skipped,
    patches: patches.length,
    wrongPatches,
    daysLeft: { manifest: daysUntil(manifest.expires), root: daysUntil(root.expires) },
  };
}

function skippedIn(files: ReadonlyMap<string, Bytes>): number {
  try {
    return checkFiles(files).skipped;
  } catch (error) {
    throw new Refusal({ code: 'unreadable', where: (error as Error).message });
  }
}
