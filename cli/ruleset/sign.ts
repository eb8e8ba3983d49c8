// `cekasal ruleset sign DIR|FILE`: a signature on a new release, on one in the making, or on a root in the making.
import { statSync } from 'node:fs';
import { checkRuleset } from '../../utils/curation/check.ts';
import { ReleaseError } from '../../utils/curation/release/error.ts';
import type { Feed } from '../../utils/curation/release/feed.ts';
import { type Making, openMaking } from '../../utils/curation/release/making.ts';
import { manifestOf, manifestPayload, type RuleFiles } from '../../utils/curation/release/manifest.ts';
import { sameBytes } from '../../utils/feed/bytes.ts';
import { toFiles } from '../../utils/knowledge/files.ts';
import { InputError } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { report } from './check.ts';
import { filesRead, openCorpus, openRulesetFolder } from './folder.ts';
import { worded } from './release-words.ts';
import { feedOf, type Setting, SIGN_OPTIONS, signMaking, timeOf } from './signing.ts';

/** The next release with these files, not signed by anybody. */
export async function newRelease(files: RuleFiles, feed: Feed, now: number): Promise<Making> {
  const version = (feed.release?.manifest.version ?? 0) + 1;
  const payload = manifestPayload(await manifestOf(files, { version, now }));
  return { signed: { signatures: [], payload }, files };
}

function isSame(files: RuleFiles, old: RuleFiles): boolean {
  const isIn = ([name, bytes]: [string, Uint8Array]) => sameBytes(old.get(name) ?? new Uint8Array(), bytes);
  return files.size === old.size && [...files].every(isIn);
}

/** A ruleset folder as the next release: checked as `ruleset check` does. */
async function releaseOf(dir: string, { feed, now, day, corpus, lang }: Setting): Promise<Making> {
  const { faults, ruleset } = checkRuleset(openRulesetFolder(dir), day, corpus, filesRead);
  if (!ruleset) throw new InputError(report(faults, lang));
  const files = toFiles(ruleset);
  const { release } = feed;
  if (release && isSame(files, release.files))
    throw new ReleaseError('nothing-new', { version: String(release.manifest.version) });
  return newRelease(files, feed, now);
}

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

export async function sign(args: string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, SIGN_OPTIONS);
  const [target, ...more] = positionals;
  if (!target || more.length > 0)
    throw new InputError('ruleset sign takes a ruleset folder, or a file that waits for signatures');
  const lang = langOf(values.lang);
  await worded(lang, async () => {
    const isMaking = isFile(target);
    const setting: Setting = {
      feed: await feedOf(values.feed),
      keys: values.key ?? [],
      out: values.out ?? (isMaking ? target : undefined),
      now: timeOf(values.day),
      day: dayOf(values.day),
      corpus: openCorpus(values.corpus),
      lang,
    };
    await signMaking(isMaking ? openMaking(target) : await releaseOf(target, setting), setting);
  });
}
