// What is said of the rules' source and of updates, as words: every code of an outcome and of a warning has its sentence. The
// views take these, and know nothing of the feed but its shape.
import type { Lang } from './choices.ts';
import { isAlarm, type Warning } from './feed/outcome.ts';
import type { FeedView } from './feed/view.ts';
import type { Translate } from './i18n.ts';
import { bytes, DAY, dateOf, days, momentOf, span } from './span.ts';

export type { FeedView } from './feed/view.ts';

/** What a check may come to. */
export type Result = NonNullable<FeedView['check']['result']>;

/** How a sentence is meant: good news, for information, worth knowing, somebody should look into it. */
export type Tone = 'good' | 'calm' | 'heed' | 'alarm';

export interface Said {
  tone: Tone;
  text: string;
}

interface Speech {
  lang: Lang;
  t: Translate;
}

type Params = Record<string, string | number>;
/** For each code how its gaps are filled. A code without an entry does not compile. */
type ParamsOf<T extends { code: string }> = {
  [C in T['code']]: (item: Extract<T, { code: C }>, speech: Speech) => Params;
};

const none = (): Params => ({});
const role = (name: string, { t }: Speech) => t(`feed.part.${name}`);

const OF_RESULT: ParamsOf<Result> = {
  updated: ({ version }) => ({ version }),
  'not-newer': none,
  'needs-update': ({ minimum, extension }) => ({ minimum, extension }),
  unreachable: none,
  status: ({ status }) => ({ status }),
  stalled: ({ after }, { lang }) => ({ after: span(after, lang) }),
  wait: ({ until }, { lang }) => ({ until: momentOf(until, lang) }),
  'too-long': ({ limit, found }, { lang }) => ({ limit: bytes(limit, lang), found: bytes(found, lang) }),
  malformed: ({ what, where }, speech) => ({ what: role(what, speech), where }),
  unsigned: (item, speech) => ({ what: role(item.role, speech) }),
  threshold: ({ valid, threshold, ...item }, speech) => ({ what: role(item.role, speech), valid, threshold }),
  gap: ({ expected, found }) => ({ expected, found }),
  rollback: ({ seen, found, ...item }, speech) => ({ what: role(item.role, speech), seen, found }),
  'same-version-other-bytes': ({ version }) => ({ version }),
  'root-expired': ({ version, expires }, { lang }) => ({ version, expires: dateOf(expires, lang) }),
  'unknown-file': ({ file }) => ({ file }),
  'missing-file': ({ file }) => ({ file }),
  'wrong-length': ({ file, expected, found }, { lang }) => ({
    file,
    expected: bytes(expected, lang),
    found: bytes(found, lang),
  }),
  'wrong-hash': ({ file }) => ({ file }),
  unsupported: none,
  unreadable: ({ where }) => ({ where }),
  'not-stored': none,
  failed: none,
};

const OF_WARNING: ParamsOf<Warning> = {
  expired: ({ since, age }, { lang }) => ({
    age: days(Math.floor(age / DAY), lang),
    until: dateOf(since, lang),
  }),
  'clock-behind': ({ by }, { lang }) => ({ by: span(by, lang) }),
};

/** Codes that say another sentence for one of their parameters. */
function variant(result: Result): string {
  if (result.code === 'malformed' && result.where) return 'malformed.where';
  if (result.code === 'not-stored' && result.full) return 'not-stored.full';
  return result.code;
}

function toneOf(result: Result): Tone {
  if (result.code === 'updated' || result.code === 'not-newer') return 'good';
  return isAlarm(result) ? 'alarm' : 'calm';
}

export function resultWords(result: Result, speech: Speech): Said {
  // The table holds for each code the function of that very code; the compiler can't follow that.
  const paramsOf = OF_RESULT[result.code] as (item: Result, speech: Speech) => Params;
  return { tone: toneOf(result), text: speech.t(`feed.result.${variant(result)}`, paramsOf(result, speech)) };
}

export function warningWords(warning: Warning, speech: Speech): Said {
  const paramsOf = OF_WARNING[warning.code] as (item: Warning, speech: Speech) => Params;
  return { tone: 'heed', text: speech.t(`feed.warning.${warning.code}`, paramsOf(warning, speech)) };
}

/** Days since the rules were made, when they are past their date; else null. */
export function oldDays({ warnings }: Pick<FeedView, 'warnings'>): number | null {
  const expired = warnings.find(({ code }) => code === 'expired');
  return expired?.code === 'expired' ? Math.floor(expired.age / DAY) : null;
}

/** "aturan.example" of a mirror's address; the address itself where that is none. */
export const hostName = (mirror: string): string => URL.parse(mirror)?.host || mirror;

/** When the built-in rules were made: their version begins with the day. Null when it does not. */
export function dayOfVersion(version: string): number | null {
  const [, year, month, day] = /^(\d{4})\.(\d{2})\.(\d{2})-/.exec(version) ?? [];
  return day ? new Date(Number(year), Number(month) - 1, Number(day)).getTime() : null;
}
