// The one way to a signature: judge what is to be signed, show it, have its version typed back, unlock the keys, sign; then hand the
// file on, or publish when enough have signed.
import type { Example } from '../../utils/curation/corpus.ts';
import { writeWhole } from '../../utils/curation/release/disk.ts';
import { signersOf, withSignatures } from '../../utils/curation/release/document.ts';
import { ReleaseError } from '../../utils/curation/release/error.ts';
import { type Feed, openFeed } from '../../utils/curation/release/feed.ts';
import { isComplete, judge, type Proposal } from '../../utils/curation/release/judge.ts';
import type { SigningKey } from '../../utils/curation/release/key.ts';
import { readKey, readLockedKey } from '../../utils/curation/release/key-file.ts';
import { type Making, packMaking } from '../../utils/curation/release/making.ts';
import { publishManifest, publishRoot } from '../../utils/curation/release/publish.ts';
import { holder, type RootPlan, roleOf } from '../../utils/curation/release/root.ts';
import { say } from '../../utils/curation/words.ts';
import { LONGEST_MANIFEST } from '../../utils/feed/manifest.ts';
import { parseSigned } from '../../utils/feed/signed.ts';
import type { Lang } from '../../utils/messages.ts';
import { dayOf } from '../options.ts';
import { ask, askSecret } from '../terminal.ts';
import { missingLines, proposalText, tell } from './release-words.ts';

/** The options of every command that signs. */
export const SIGN_OPTIONS = {
  feed: { type: 'string' },
  key: { type: 'string', multiple: true },
  out: { type: 'string' },
  lang: { type: 'string' },
  day: { type: 'string' },
  corpus: { type: 'string' },
} as const;

export interface Setting {
  feed: Feed;
  /** Files of private keys. */
  keys: readonly string[];
  /** Where the file for the next signer goes; a name in the current folder where none is given. */
  out: string | undefined;
  /** Milliseconds since 1970. */
  now: number;
  day: string;
  corpus: readonly Example[];
  lang: Lang;
}

function print(...lines: string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

/** `--day` at its first second, or now. Milliseconds since 1970. */
export const timeOf = (option: string | undefined): number =>
  option === undefined ? Date.now() : Date.parse(`${dayOf(option)}T00:00:00Z`);

/** CEKASAL_PASSPHRASE, else what is typed unseen. @throws ReleaseError `passphrase-missing` */
export async function passphrase(question: string): Promise<string> {
  const typed = process.env.CEKASAL_PASSPHRASE ?? (await askSecret(question));
  if (typed === null) throw new ReleaseError('passphrase-missing');
  return typed;
}

async function unlock(file: string, { quorums }: Proposal, lang: Lang): Promise<SigningKey> {
  const key = readKey(file, await passphrase(tell('release.passphrase-ask', { file }, lang)));
  if (quorums.some(({ role }) => role.keys.has(key.id))) return key;
  const root = quorums.map(({ role }) => role.root).join(', ');
  throw new ReleaseError('foreign-key', { file, keyid: key.id.slice(0, 8), root });
}

/** How many of the keys that signed the present release may still sign under a root; null where there is no release. */
async function stillValid({ release }: Feed, plan: RootPlan): Promise<number | null> {
  return release && (await signersOf(parseSigned(release.document, LONGEST_MANIFEST), roleOf(plan, 'manifest'))).length;
}

/** What is said when a root leaves the present release without enough signatures: before it is signed, or once it is published. */
export async function renewalLines(
  feed: Feed,
  plan: RootPlan,
  code: 'renew-first' | 'renew-now',
  lang: Lang,
): Promise<string[]> {
  const [valid, { threshold }] = [await stillValid(feed, plan), plan.roles.manifest];
  if (!feed.release || valid === null || valid >= threshold) return [];
  const signers = feed.release.signers.map((id) => holder(id, feed.plan)).join(', ');
  const { version } = feed.release.manifest;
  return ['', tell(`release.${code}`, { version, signers, valid, threshold }, lang)];
}

async function publish(proposal: Proposal, { feed, now, lang }: Setting): Promise<void> {
  const facts = { version: proposal.version, feed: feed.dir };
  if (proposal.kind === 'manifest') {
    await publishManifest(feed, proposal.signed, proposal.files, now);
    return print(tell('release.published', facts, lang));
  }
  await publishRoot(feed, proposal.signed);
  print(tell('release.root-published', facts, lang), ...(await renewalLines(feed, proposal.plan, 'renew-now', lang)));
}

/** Writes a release in the making for the next signer. */
export function handOn(proposal: Proposal, making: Making, { out, feed, lang }: Setting): void {
  const name = proposal.kind === 'root' ? 'root' : 'release';
  const file = out ?? `cekasal-${name}-${proposal.version}.json.gz`;
  writeWhole(file, packMaking(making));
  print(tell('release.written', { file }, lang), ...missingLines(proposal, feed, lang));
}

/**
 * Signs, and publishes when enough have signed.
 * @throws Refusal, ReleaseError: then nothing was signed or published
 */
export async function signMaking(making: Making, setting: Setting): Promise<void> {
  const { feed, now, lang, corpus, day } = setting;
  if (setting.keys.length === 0) throw new ReleaseError('key-missing');
  // Before anything is read or typed in vain.
  for (const file of setting.keys) readLockedKey(file);
  const proposal = await judge(making, feed, now);
  print(proposalText(proposal, feed, corpus, day, lang));
  if (proposal.kind === 'root') print(...(await renewalLines(feed, proposal.plan, 'renew-first', lang)));
  const version = String(proposal.version);
  if ((await ask(say(`release.ask-${proposal.kind}`, {}, lang))) !== version)
    throw new ReleaseError('not-signed', { version });
  const keys: SigningKey[] = [];
  for (const file of setting.keys) keys.push(await unlock(file, proposal, lang));
  const signed = { ...making, signed: withSignatures(proposal.signed, keys) };
  const after = await judge(signed, feed, now);
  if (isComplete(after)) await publish(after, setting);
  else handOn(after, signed, setting);
}

/** The feed that a command names. @throws ReleaseError `feed-missing`, and as `openFeed` */
export async function feedOf(dir: string | undefined): Promise<Feed> {
  if (dir === undefined) throw new ReleaseError('feed-missing');
  return openFeed(dir);
}
