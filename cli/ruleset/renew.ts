// `cekasal ruleset renew FEED`: what is published, as the next version with new dates, so that it does not run out.
import { ReleaseError } from '../../utils/curation/release/error.ts';
import { InputError } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { worded } from './release-words.ts';
import { isFile, newRelease, sign } from './sign.ts';
import { feedOf, SIGN_OPTIONS, signMaking, timeOf } from './signing.ts';

export async function renew(args: string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, SIGN_OPTIONS);
  const [target, ...more] = positionals;
  if (!target || more.length > 0)
    throw new InputError('ruleset renew takes a feed, or a file that waits for signatures');
  // A renewal that somebody has begun is signed like any other.
  if (isFile(target)) return sign(args);
  const lang = langOf(values.lang);
  await worded(lang, async () => {
    const [feed, now] = [await feedOf(target), timeOf(values.day)];
    if (!feed.release) throw new ReleaseError('nothing-published');
    const facts = { keys: values.key ?? [], out: values.out, day: dayOf(values.day), corpus: [], lang };
    await signMaking(await newRelease(feed.release.files, feed, now), { feed, now, ...facts });
  });
}
