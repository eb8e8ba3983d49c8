// What the phrases of the ruleset find in one text, sentence by sentence, after the traps have taken their part: a match
// inside a longer one, or named in another's `cancels`, says nothing ("kualitas import", "bukan import").
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PhraseField, PhraseMatch } from '../knowledge/phrase.ts';
import { sentences, type Token } from '../knowledge/tokens.ts';

export interface Match extends PhraseMatch {
  /** First token. */
  at: number;
}

export interface Sentence {
  tokens: readonly Token[];
  /** The phrases that still stand. */
  matches: Match[];
  /** Whether a brand name at this token names the goods, and not what they fit or resemble. */
  brandStands(at: number): boolean;
}

const covers = (long: Match, short: Match) =>
  long.length > short.length && long.at <= short.at && short.at + short.length <= long.at + long.length;

/** Whether `guard` takes what begins at `at` (of phrase `id`, or "brand") its meaning. */
function cancels(guard: Match, id: string, at: number, tokens: readonly Token[]): boolean {
  const { cancels, reach } = guard.phrase;
  if (!cancels.includes(id) && !(cancels.includes('*') && id !== 'brand' && id !== guard.phrase.id)) return false;
  if (reach === undefined) return true;
  const end = guard.at + guard.length;
  return at >= end && at < end + reach && tokens[at]?.segment === tokens[guard.at]?.segment;
}

/** The sentences of a text, read as `field`. */
export function read(text: string, field: PhraseField, knowledge: Knowledge): Sentence[] {
  return sentences(text).map((tokens) => {
    const all: Match[] = [];
    for (let at = 0; at < tokens.length; at++)
      for (const match of knowledge.phrase(tokens, at))
        if (match.phrase.says === undefined || match.phrase.fields.includes(field)) all.push({ ...match, at });
    const longest = all.filter((match) => !all.some((other) => covers(other, match)));
    const guards = longest.filter((match) => match.phrase.cancels.length > 0);
    const stands = (match: Match) =>
      !guards.some((guard) => guard !== match && cancels(guard, match.phrase.id, match.at, tokens));
    return {
      tokens,
      matches: longest.filter(stands),
      brandStands: (at) => !guards.some((guard) => cancels(guard, 'brand', at, tokens)),
    };
  });
}
