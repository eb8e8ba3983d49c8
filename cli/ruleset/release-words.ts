// Releases in words: what a signer is shown before he signs, and what stands in the way.

import type { Example } from '../../utils/curation/corpus.ts';
import { diffRulesets } from '../../utils/curation/diff.ts';
import { visible } from '../../utils/curation/fault.ts';
import { ReleaseError } from '../../utils/curation/release/error.ts';
import type { Feed } from '../../utils/curation/release/feed.ts';
import type { ManifestProposal, Proposal } from '../../utils/curation/release/judge.ts';
import { holder, labelOf, type RootPlan, rootChanges } from '../../utils/curation/release/root.ts';
import { say } from '../../utils/curation/words.ts';
import { Refusal } from '../../utils/feed/outcome.ts';
import { checkFiles } from '../../utils/knowledge/files.ts';
import type { Lang } from '../../utils/messages.ts';
import { loadTranslator } from '../explain.ts';
import { InputError } from '../io.ts';
import { diffText, ruleLines } from './changes.ts';

/** Milliseconds since 1970 as a day, YYYY-MM-DD. */
export const dayText = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** A message on releases. What it names may come from strangers. */
export function tell(code: string, params: Record<string, string | number>, lang: Lang): string {
  const shown = Object.entries(params).map(([key, value]) => [key, visible(String(value))]);
  return say(code, Object.fromEntries(shown), lang);
}

/** Why an extension would refuse it. */
export function refusalWords({ outcome }: Refusal, lang: Lang): string {
  const { code, ...params } = outcome;
  const days = 'expires' in params ? { expires: dayText(params.expires) } : {};
  return tell(`refused.${code}`, { ...params, ...days } as Record<string, string | number>, lang);
}

/** Runs what may be refused; a refusal becomes its line. */
export async function worded<T>(lang: Lang, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (error instanceof ReleaseError) throw new InputError(tell(`release.${error.code}`, error.params, lang));
    if (error instanceof Refusal) throw new InputError(refusalWords(error, lang));
    throw error;
  }
}

/** What a root changes, key by key. */
export function rootLines(old: RootPlan | null, next: RootPlan, lang: Lang): string[] {
  const roles = rootChanges(old, next).flatMap(({ role, added, removed, kept, before, after }) => {
    const facts = { what: say(`release.role-${role}`, {}, lang), threshold: after, keys: added.length + kept.length };
    const was = before === null ? '' : `${before} / ${removed.length + kept.length}`;
    const lines = { 'key-removed': removed, 'key-added': added, 'key-kept': kept };
    return [
      before === null
        ? tell('release.role-line', facts, lang)
        : tell('release.role-was', { ...facts, before: was }, lang),
      ...Object.entries(lines).flatMap(([how, keys]) =>
        // Of a key that comes, the whole id: one that looks alike in part can be made.
        keys.map((key) => tell(`release.${how}`, { holder: labelOf(key, how === 'key-added') }, lang)),
      ),
    ];
  });
  return [
    tell('release.root-title', { version: next.version }, lang),
    tell('release.root-dates', { expires: dayText(next.expires) }, lang),
    '',
    ...roles,
  ];
}

function manifestLines(proposal: ManifestProposal, feed: Feed, examples: readonly Example[], day: string, lang: Lang) {
  const { manifest, rules } = proposal;
  const { created, expires, minimum, version } = manifest;
  const dates = { created: dayText(created), expires: dayText(expires), minimum };
  const head = [tell('release.manifest-title', { version }, lang), tell('release.dates-line', dates, lang), ''];
  const old = feed.release;
  if (!old) {
    const files = [...manifest.files].map(([file, { length, sha256 }]) =>
      tell('release.file-line', { file, length, hash: sha256.slice(0, 16) }, lang),
    );
    return [...head, tell('release.first', { files: files.length }, lang), ...files];
  }
  const names = [...new Set([...old.manifest.files.keys(), ...manifest.files.keys()])];
  const differing = names.filter((name) => old.manifest.files.get(name)?.sha256 !== manifest.files.get(name)?.sha256);
  const before = { version: old.manifest.version };
  if (differing.length === 0) return [...head, tell('release.same', before, lang)];
  const diff = diffRulesets(checkFiles(old.files).ruleset, rules, examples, day);
  return [
    ...head,
    tell('release.compared', before, lang),
    diffText(diff, lang, loadTranslator(lang), visible),
    '',
    say('release.rules', {}, lang),
    ...ruleLines(diff.rules, lang, visible),
    '',
    tell('release.files', { files: differing.join(', ') }, lang),
  ];
}

const holdersOf = (ids: readonly string[], plans: readonly (RootPlan | null)[], lang: Lang): string => {
  const plan = (id: string) => plans.find((one) => one && holder(id, one) !== holder(id, null)) ?? null;
  return ids.map((id) => holder(id, plan(id))).join(', ') || say('release.nobody', {}, lang);
};

const plansOf = (proposal: Proposal, { plan }: Feed) => (proposal.kind === 'root' ? [proposal.plan, plan] : [plan]);

/** All that is signed, in words: computed here, from the feed that the signer knows and the files themselves. */
export function proposalText(
  proposal: Proposal,
  feed: Feed,
  corpus: readonly Example[],
  day: string,
  lang: Lang,
): string {
  const lines =
    proposal.kind === 'root'
      ? rootLines(feed.plan, proposal.plan, lang)
      : manifestLines(proposal, feed, corpus, day, lang);
  const signers = [...new Set(proposal.quorums.flatMap((quorum) => quorum.signers))];
  const holders = holdersOf(signers, plansOf(proposal, feed), lang);
  return [...lines, '', tell('release.signed-by', { holders }, lang)].join('\n');
}

/** How many signatures are missing and whose they may be; empty when there are enough. */
export function missingLines(proposal: Proposal, feed: Feed, lang: Lang): string[] {
  return proposal.quorums.flatMap(({ role, signers }) => {
    const count = role.threshold - signers.length;
    const others = [...role.keys.keys()].filter((id) => !signers.includes(id));
    const holders = holdersOf(others, plansOf(proposal, feed), lang);
    return count > 0 ? [tell('release.missing', { count, role: role.name, root: role.root, holders }, lang)] : [];
  });
}
