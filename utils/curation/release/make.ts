// Feeds by program, without questions: for tests and demonstrations. People sign with `cekasal ruleset sign` (docs/FEED.md).
//
//   const keys = ['Sari', 'Budi', 'Tini'].map(newKey);
//   await makeFeed(dir, { keys }, now);
//   await publishRelease(dir, toFiles(ruleset), keys, now);
import type { Manifest } from '../../feed/manifest.ts';
import type { RoleName } from '../../feed/outcome.ts';
import { documentBytes, withSignatures } from './document.ts';
import { openFeed } from './feed.ts';
import type { PublicKey, SigningKey } from './key.ts';
import { manifestOf, manifestPayload, type RuleFiles } from './manifest.ts';
import { publishManifest, publishRoot } from './publish.ts';
import { nextPlan, rootPayload } from './root.ts';

/**
 * Publishes the next root, or the first.
 * @param change All keys of each role, and how many must sign (2 unless said); what is left out stays.
 * @param signers Enough keys of the present root and of the next.
 * @param now Milliseconds since 1970; the root ends two years later, or at `expires`.
 * @returns The root's document, as text: what an extension is given to trust (`feed/source`).
 * @throws Refusal, ReleaseError
 */
export async function publishNextRoot(
  dir: string,
  change: {
    root?: PublicKey[];
    manifest?: PublicKey[];
    thresholds?: Partial<Record<RoleName, number>>;
    expires?: number;
  },
  signers: readonly SigningKey[],
  now: number,
): Promise<string> {
  const { root, manifest, thresholds = {}, expires } = change;
  const feed = await openFeed(dir);
  const plan = nextPlan(feed.plan, { keys: { root, manifest }, thresholds }, now);
  const payload = rootPayload(expires === undefined ? plan : { ...plan, expires });
  const signed = withSignatures({ signatures: [], payload }, signers);
  await publishRoot(feed, signed);
  return new TextDecoder().decode(documentBytes(signed));
}

/**
 * A feed with its first root, still without rules: the same keys for both roles.
 * @param options.threshold How many of them must sign; 2 unless said.
 * @returns The root's document, as text.
 */
export const makeFeed = (
  dir: string,
  { keys, threshold = 2 }: { keys: SigningKey[]; threshold?: number },
  now: number,
): Promise<string> => {
  const thresholds = { root: threshold, manifest: threshold };
  return publishNextRoot(dir, { root: keys, manifest: keys, thresholds }, keys, now);
};

/**
 * Publishes a release: the next version, unless `facts` says another.
 * @param files `toFiles(ruleset)`, or any others.
 * @param now Milliseconds since 1970; the release ends 120 days later, or at `expires`.
 * @throws Refusal, ReleaseError
 */
export async function publishRelease(
  dir: string,
  files: RuleFiles,
  signers: readonly SigningKey[],
  now: number,
  facts: { version?: number; expires?: number; minimum?: string } = {},
): Promise<Manifest> {
  const feed = await openFeed(dir);
  const version = (feed.release?.manifest.version ?? 0) + 1;
  const manifest = await manifestOf(files, { version, now, ...facts });
  const signed = withSignatures({ signatures: [], payload: manifestPayload(manifest) }, signers);
  await publishManifest(feed, signed, files, now);
  return manifest;
}
