// `cekasal ruleset verify FEED|FILE`: what an extension makes of a feed, and an alarm for its publisher before its readers notice
// anything; or whether a file that waits for signatures fits a feed.
import { existsSync, readFileSync } from 'node:fs';
import { isComplete, judge } from '../../utils/curation/release/judge.ts';
import { openMaking } from '../../utils/curation/release/making.ts';
import { readBounded } from '../../utils/curation/release/read.ts';
import { holder } from '../../utils/curation/release/root.ts';
import { ALARM_DAYS, type FeedReport, verifyFeed } from '../../utils/curation/release/verify.ts';
import { say } from '../../utils/curation/words.ts';
import { Refusal } from '../../utils/feed/outcome.ts';
import { LONGEST_ROOT } from '../../utils/feed/root.ts';
import type { Lang } from '../../utils/messages.ts';
import { InputError } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { openCorpus } from './folder.ts';
import { dayText, missingLines, proposalText, refusalWords, tell, worded } from './release-words.ts';
import { isFile } from './sign.ts';
import { feedOf, timeOf } from './signing.ts';

const OPTIONS = {
  root: { type: 'string' },
  feed: { type: 'string' },
  lang: { type: 'string' },
  day: { type: 'string' },
  corpus: { type: 'string' },
} as const;

const EXTENSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

function reportLines({ root, plan, manifest, signers, skipped, patches, daysLeft }: FeedReport, lang: Lang): string[] {
  const { version, created, expires, files } = manifest;
  const role = plan.roles.manifest;
  const length = [...files.values()].reduce((sum, file) => sum + file.length, 0);
  const dates = { created: dayText(created), expires: dayText(expires), days: daysLeft.manifest };
  const rootDates = { version: root.version, expires: dayText(root.expires), days: daysLeft.root };
  const holders = signers.map((id) => holder(id, plan)).join(', ');
  return [
    tell('release.verified', { version, ...dates }, lang),
    tell('release.verified-root', rootDates, lang),
    tell('release.verified-by', { holders, threshold: role.threshold, keys: role.keys.length }, lang),
    tell('release.verified-files', { files: files.size, length, patches }, lang),
    ...(skipped > 0 ? [tell('release.skipped', { count: skipped }, lang)] : []),
  ];
}

/** What its publisher should do something about. */
function alarms({ root, manifest, daysLeft, wrongPatches }: FeedReport, lang: Lang): string[] {
  const { expires } = manifest;
  const code = daysLeft.manifest < 0 ? 'release.alarm-manifest-over' : 'release.alarm-manifest';
  return [
    ...wrongPatches.map((file) => tell('release.wrong-patch', { file }, lang)),
    ...(daysLeft.manifest < ALARM_DAYS
      ? [tell(code, { days: daysLeft.manifest, expires: dayText(expires) }, lang)]
      : []),
    ...(daysLeft.root < ALARM_DAYS
      ? [tell('release.alarm-root', { days: daysLeft.root, expires: dayText(root.expires) }, lang)]
      : []),
  ];
}

/** 1 when an extension would refuse it, or when its publisher must do something. */
async function verifyFolder(dir: string, root: string | undefined, now: number, lang: Lang): Promise<number> {
  if (!existsSync(dir)) throw new InputError(tell('release.not-feed', { file: dir }, lang));
  try {
    const known = root === undefined ? null : readBounded(root, LONGEST_ROOT);
    const found = await verifyFeed(dir, known, { now, extension: EXTENSION });
    process.stdout.write(`${reportLines(found, lang).join('\n')}\n`);
    const lines = alarms(found, lang);
    if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
    return lines.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${tell('release.refused', { reason: refusalWords(error, lang) }, lang)}\n`);
    return 1;
  }
}

export async function verify(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [target, ...more] = positionals;
  if (!target || more.length > 0)
    throw new InputError('ruleset verify takes a feed, or a file that waits for signatures');
  const [lang, now, day] = [langOf(values.lang), timeOf(values.day), dayOf(values.day)];
  return worded(lang, async () => {
    if (!isFile(target)) return verifyFolder(target, values.root, now, lang);
    const feed = await feedOf(values.feed);
    const proposal = await judge(openMaking(target), feed, now);
    const state = say(isComplete(proposal) ? 'release.ready' : 'release.waiting', {}, lang);
    const shown = proposalText(proposal, feed, openCorpus(values.corpus), day, lang);
    process.stdout.write(`${[shown, '', state, ...missingLines(proposal, feed, lang)].join('\n')}\n`);
    return 0;
  });
}
