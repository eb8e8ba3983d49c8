// `cekasal ruleset keys new FILE`, `keys rotate FEED`: keys for the holders, and the next root, which says whose keys count.
import { ReleaseError } from '../../utils/curation/release/error.ts';
import { judge } from '../../utils/curation/release/judge.ts';
import { readPublicKey, writeKey } from '../../utils/curation/release/key-file.ts';
import { labelOf, nextPlan, rootPayload } from '../../utils/curation/release/root.ts';
import { say } from '../../utils/curation/words.ts';
import type { RoleName } from '../../utils/feed/outcome.ts';
import type { Lang } from '../../utils/messages.ts';
import { InputError } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { rootLines, tell, worded } from './release-words.ts';
import { feedOf, handOn, passphrase, renewalLines, timeOf } from './signing.ts';

const NEW_OPTIONS = { name: { type: 'string' }, lang: { type: 'string' } } as const;

async function twice(file: string, lang: Lang): Promise<string> {
  const first = await passphrase(tell('release.passphrase-ask', { file }, lang));
  if ((await passphrase(say('release.passphrase-again', {}, lang))) !== first)
    throw new ReleaseError('passphrase-differs');
  return first;
}

async function newKeyFile(args: string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, NEW_OPTIONS);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new InputError('ruleset keys new takes the FILE to write');
  const lang = langOf(values.lang);
  await worded(lang, async () => {
    const key = writeKey(file, values.name ?? '', await twice(file, lang));
    const facts = { file, holder: labelOf(key), keyid: key.id };
    process.stdout.write(`${tell('release.key-made', facts, lang)}\n`);
  });
}

const ROTATE_OPTIONS = {
  root: { type: 'string', multiple: true },
  manifest: { type: 'string', multiple: true },
  'threshold-root': { type: 'string' },
  'threshold-manifest': { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string' },
  day: { type: 'string' },
} as const;

function thresholdOf(role: RoleName, option: string | undefined): number | undefined {
  if (option === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(option)) throw new ReleaseError('threshold-form', { role });
  return Number(option);
}

async function rotate(args: string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, ROTATE_OPTIONS);
  const [dir, ...more] = positionals;
  if (!dir || more.length > 0)
    throw new InputError(
      'ruleset keys rotate takes one FEED; name each key with --root FILE.pub or --manifest FILE.pub',
    );
  const [lang, now, day] = [langOf(values.lang), timeOf(values.day), dayOf(values.day)];
  await worded(lang, async () => {
    const feed = await feedOf(dir);
    const keys = { root: values.root?.map(readPublicKey), manifest: values.manifest?.map(readPublicKey) };
    const thresholds = {
      root: thresholdOf('root', values['threshold-root']),
      manifest: thresholdOf('manifest', values['threshold-manifest']),
    };
    const plan = nextPlan(feed.plan, { keys, thresholds }, now);
    const making = { signed: { signatures: [], payload: rootPayload(plan) }, files: new Map() };
    const lines = [...rootLines(feed.plan, plan, lang), ...(await renewalLines(feed, plan, 'renew-first', lang)), ''];
    process.stdout.write(`${lines.join('\n')}\n`);
    const proposal = await judge(making, feed, now);
    handOn(proposal, making, { feed, keys: [], out: values.out, now, day, corpus: [], lang });
  });
}

export async function keys([action = '', ...args]: string[]): Promise<void> {
  if (action === 'new') return newKeyFile(args);
  if (action === 'rotate') return rotate(args);
  throw new InputError('ruleset keys takes one of: new, rotate');
}
