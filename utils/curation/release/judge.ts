// What a signer may sign: a release in the making that is whole, fits the feed he knows, and holds nothing but what his own tool
// can show him. Whoever handed it on is not believed.
import * as v from 'valibot';
import { sameBytes, sha256 } from '../../feed/bytes.ts';
import { readJson } from '../../feed/json.ts';
import { isOlder, type Manifest, parseManifest } from '../../feed/manifest.ts';
import { Refusal } from '../../feed/outcome.ts';
import { LONGEST_ROOT, type Root } from '../../feed/root.ts';
import { parseSigned, type Role, type Signed } from '../../feed/signed.ts';
import { checkFiles, toFiles } from '../../knowledge/files.ts';
import type { Ruleset } from '../../knowledge/ruleset.ts';
import { documentBytes, onlyCounting, signersOf } from './document.ts';
import { ReleaseError } from './error.ts';
import type { Feed } from './feed.ts';
import type { Making } from './making.ts';
import { MANIFEST_LIFE, MINIMUM, manifestPayload, type RuleFiles } from './manifest.ts';
import { ROOT_LIFE, type RootPlan, readPlan, requireSound, roleOf, rootPayload } from './root.ts';

const DAY = 86_400_000;

/** Of one role, who has signed and how many must. */
export interface Quorum {
  role: Role;
  signers: string[];
}

export interface ManifestProposal {
  kind: 'manifest';
  version: number;
  manifest: Manifest;
  files: RuleFiles;
  rules: Ruleset;
}

export interface RootProposal {
  kind: 'root';
  version: number;
  plan: RootPlan;
}

export type Proposal = (ManifestProposal | RootProposal) & {
  signed: Signed;
  /** A root needs two: of its predecessor's keys, and of its own. */
  quorums: Quorum[];
};

export const isComplete = ({ quorums }: Proposal): boolean =>
  quorums.every(({ role, signers }) => signers.length >= role.threshold);

const TypeSchema = v.object({ type: v.picklist(['manifest', 'root']) });

/** Who has signed for each role; signatures that count for none are dropped. */
async function counted(document: Signed, roles: Role[]): Promise<{ signed: Signed; quorums: Quorum[] }> {
  const signed = await onlyCounting(document, roles);
  const quorums = roles.map(async (role) => ({ role, signers: await signersOf(signed, role) }));
  return { signed, quorums: await Promise.all(quorums) };
}

/** Its bytes must be what this tool writes of what it read: then nothing else can be in them. */
function requireOwnForm(mine: Uint8Array, theirs: Uint8Array, what: string): void {
  if (!sameBytes(mine, theirs)) throw new ReleaseError('other-form', { what });
}

function requireNext(found: number, last: number): void {
  if (found !== last + 1) throw new ReleaseError('stale', { found: String(found), next: String(last + 1) });
}

/**
 * The rules of these files, when they are exactly those that a manifest names.
 * @throws Refusal `missing-file`, `unknown-file`, `wrong-length`, `wrong-hash`, `unreadable`; ReleaseError `later`, `other-form`
 */
export async function rulesOf({ files }: Manifest, given: RuleFiles): Promise<Ruleset> {
  for (const name of given.keys()) if (!files.has(name)) throw new Refusal({ code: 'unknown-file', file: name });
  for (const [file, entry] of files) {
    const bytes = given.get(file);
    if (!bytes) throw new Refusal({ code: 'missing-file', file });
    const [expected, found] = [entry.length, bytes.length];
    if (found !== expected) throw new Refusal({ code: 'wrong-length', file, expected, found });
    if ((await sha256(bytes)) !== entry.sha256) throw new Refusal({ code: 'wrong-hash', file });
  }
  const { ruleset, skipped } = checked(given);
  if (skipped > 0) throw new ReleaseError('later', { count: String(skipped) });
  const mine = toFiles(ruleset);
  for (const [name, bytes] of given) requireOwnForm(mine.get(name) ?? new Uint8Array(), bytes, name);
  return ruleset;
}

function checked(files: RuleFiles) {
  try {
    return checkFiles(files);
  } catch (error) {
    throw new Refusal({ code: 'unreadable', where: (error as Error).message });
  }
}

async function judgeManifest({ signed, files }: Making, feed: Feed, root: Root, now: number): Promise<Proposal> {
  const manifest = parseManifest(signed.payload);
  const { version, created, expires, minimum } = manifest;
  requireOwnForm(manifestPayload(manifest), signed.payload, 'manifest');
  requireNext(version, feed.release?.manifest.version ?? 0);
  if (root.expires <= now) throw new Refusal({ code: 'root-expired', version: root.version, expires: root.expires });
  if (created > now + DAY || expires <= now || expires - created > MANIFEST_LIFE) throw new ReleaseError('dates');
  if (isOlder(MINIMUM, minimum)) throw new ReleaseError('minimum', { found: minimum, mine: MINIMUM });
  const rules = await rulesOf(manifest, files);
  return { kind: 'manifest', version, manifest, files, rules, ...(await counted(signed, [root.roles.manifest])) };
}

async function judgeRoot({ signed, files }: Making, feed: Feed, now: number): Promise<Proposal> {
  const plan = readPlan(signed.payload);
  requireOwnForm(rootPayload(plan), signed.payload, 'root');
  requireSound(plan);
  requireNext(plan.version, feed.plan?.version ?? 0);
  if (files.size > 0) throw new ReleaseError('other-form', { what: 'files' });
  if (plan.expires <= now || plan.expires > now + ROOT_LIFE + DAY) throw new ReleaseError('dates');
  // As the extension will take it apart.
  parseSigned(documentBytes(signed), LONGEST_ROOT);
  const before = feed.roots.at(-1)?.roles.root;
  const roles = [...(before ? [before] : []), roleOf(plan, 'root')];
  return { kind: 'root', version: plan.version, plan, ...(await counted(signed, roles)) };
}

/**
 * Judges a release in the making by the feed that the signer knows.
 * @param now Milliseconds since 1970.
 * @throws Refusal, ReleaseError: why nobody should sign it
 */
export async function judge(making: Making, feed: Feed, now: number): Promise<Proposal> {
  if (readJson(making.signed.payload, TypeSchema, 'manifest').type === 'root') return judgeRoot(making, feed, now);
  const root = feed.roots.at(-1);
  if (!root) throw new ReleaseError('no-root');
  return judgeManifest(making, feed, root, now);
}
