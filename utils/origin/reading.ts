// What the phrases of the ruleset find in one text, sentence by sentence, after the traps have taken their part: a match
// inside a longer one, or named in another's `cancels`, says nothing ("kualitas import", "bukan import").
import type { Knowledge } from '../knowledge/knowledge.ts';
import { BRAND, COPY, HOST, type PhraseField, type PhraseMatch } from '../knowledge/phrase.ts';
import { sentences, type Token } from '../knowledge/tokens.ts';

export interface Match extends PhraseMatch {
  /** First token. */
  at: number;
}

export interface Sentence {
  tokens: readonly Token[];
  /** The phrases that still stand. */
  matches: Match[];
  /** Whether a brand name at this token names the goods, and not what they resemble or, as an accessory, are made for. */
  brandStands(at: number, host: boolean): boolean;
  /** Where it calls the article a copy of somebody's brand. */
  copies: Match[];
}

/** Without those that lie inside a longer one. One sweep: a longer match begins earlier, or at the same word. */
function longest(matches: Match[]): Match[] {
  const sorted = [...matches].sort((a, b) => a.at - b.at || b.length - a.length);
  let endBefore = 0;
  let start = -1;
  let endHere = 0;
  return sorted.filter(({ at, length }) => {
    if (at !== start) {
      endBefore = Math.max(endBefore, endHere);
      start = at;
      endHere = at + length;
    }
    return at + length > endBefore && at + length === endHere;
  });
}

/** Answers whether phrase `id` (or BRAND, HOST) at token `at` has lost its meaning. Linear in the sentence. */
function cancelled(matches: Match[], tokens: readonly Token[]): (id: string, at: number) => boolean {
  const everywhere = new Set<string>();
  const near = new Map<number, Set<string>>();
  for (const { phrase, at, length } of matches) {
    if (phrase.reach === undefined) for (const id of phrase.cancels) everywhere.add(id);
    else
      for (let i = at + length; i < at + length + phrase.reach && tokens[i]?.segment === tokens[at]?.segment; i++) {
        const ids = near.get(i) ?? new Set();
        near.set(i, ids);
        for (const id of phrase.cancels) ids.add(id);
      }
  }
  const names = (ids: Set<string> | undefined, id: string) =>
    ids !== undefined && (ids.has(id) || (id !== BRAND && id !== HOST && ids.has('*')));
  return (id, at) => names(everywhere, id) || names(near.get(at), id);
}

const always = () => true;

/** Nobody writes longer sentences, or more of them: the rest of such a heap is left, so that it cannot take long. */
const LONGEST = 500;
const MOST = 300;

/** The sentences of a text, read as `field`. */
export function read(text: string, field: PhraseField, knowledge: Knowledge): Sentence[] {
  return sentences(text)
    .slice(0, MOST)
    .map((words) => {
      const tokens = words.length > LONGEST ? words.slice(0, LONGEST) : words;
      const all: Match[] = [];
      for (let at = 0; at < tokens.length; at++) {
        const found = knowledge.phrase(tokens, at);
        for (const match of found)
          if (match.phrase.says === undefined || match.phrase.fields.includes(field)) all.push({ ...match, at });
      }
      if (all.length === 0) return { tokens, matches: all, brandStands: always, copies: all };
      const standing = longest(all);
      const lost = cancelled(standing, tokens);
      return {
        tokens,
        matches: standing.filter(({ phrase, at }) => phrase.says !== undefined && !lost(phrase.id, at)),
        brandStands: (at, host) => !lost(BRAND, at) && !(host && lost(HOST, at)),
        copies: standing.filter(({ phrase }) => phrase.cancels.includes(COPY)),
      };
    });
}
