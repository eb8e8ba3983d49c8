// The kind of goods that a title names: the longest and earliest of its known words, where nothing around them says
// otherwise. The steps and their numbers were measured on real titles; a score of 1.0 or more is right in 97 of 100.
import { type Hint, type Kind, type Meaning, type OpenedKinds, unpackKinds } from './kind-pack.ts';
import type { Token } from './tokens.ts';

/** From here on a kind may be relied on; below it is a hint. */
export const SURE = 1;
/** Below this a title names no kind. */
const LEAST = 0.3;

export interface KindMatch {
  id: string;
  group: string;
  /** At least 0.3; see SURE. */
  score: number;
  /** First token of the words that name it, and the one after the last. Words that stand apart span what is between. */
  start: number;
  end: number;
}

/** By the number of words. */
const LENGTHS = [0, 1, 1.5, 1.8, 2, 2.1];
const LONGEST = LENGTHS.length - 1;
const APART = -0.12;
const WEAK = -0.7;
const PER_WORD_BEFORE = -0.04;
const MOST_BEFORE = 20;
const BY_HINT: Record<Hint, number> = { general: -1, modifier: -0.9, strong: 0.3 };
const EXCLUDED = -0.7;
/** So many words after it may still say that it is something else. */
const REACH = 6;
/** What follows is a gift, not what is sold. */
const GIFTS = new Set(['free', 'gratis', 'bonus']);

interface Candidate {
  kind: number;
  weak: boolean;
  start: number;
  end: number;
  /** Words of the phrase. */
  words: number;
  apart: boolean;
}

const isGift = (texts: readonly string[], at: number) => at > 0 && GIFTS.has(texts[at - 1] ?? '');

/** Where a run of words first stands that is no gift; -1 when nowhere. */
function indexOf(texts: readonly string[], run: readonly string[]): number {
  for (let at = texts.indexOf(run[0] ?? ''); at >= 0; at = texts.indexOf(run[0] ?? '', at + 1))
    if (run.every((word, i) => texts[at + i] === word) && !isGift(texts, at)) return at;
  return -1;
}

/** A phrase in parts, when all of them stand in the title. */
function together(
  texts: readonly string[],
  { kind, weak, rest }: Meaning,
  start: number,
  end: number,
): Candidate | null {
  const found = { kind, weak, start, end, words: end - start, apart: true };
  for (const run of rest) {
    const at = indexOf(texts, run);
    if (at < 0) return null;
    found.start = Math.min(found.start, at);
    found.end = Math.max(found.end, at + run.length);
    found.words += run.length;
  }
  return found;
}

/** The phrases of a title, those of one run in the order of their beginning. */
function candidates(texts: readonly string[], first: OpenedKinds['first']): { whole: Candidate[]; apart: Candidate[] } {
  const whole: Candidate[] = [];
  const apart = new Map<Meaning, Candidate | null>();
  for (let start = 0; start < texts.length; start++) {
    let step = first(texts[start] ?? '') ?? undefined;
    for (let end = start + 1; step; end++) {
      for (const meaning of step.means)
        if (meaning.rest.length === 0)
          whole.push({ kind: meaning.kind, weak: meaning.weak, start, end, words: end - start, apart: false });
        else if (!apart.has(meaning) && !isGift(texts, start)) apart.set(meaning, together(texts, meaning, start, end));
      step = end < texts.length ? step.next.get(texts[end] ?? '') : undefined;
    }
  }
  return { whole, apart: [...apart.values()].filter((one) => one !== null) };
}

/** Whether it lies inside a longer one of another kind: "case hp" is no phone. Only near ones can hold it. */
function isInside(all: readonly Candidate[], i: number): boolean {
  const inner = all[i];
  if (!inner) return false;
  const holds = (outer: Candidate) =>
    outer.kind !== inner.kind && outer.start <= inner.start && outer.end >= inner.end && outer.words > inner.words;
  for (let j = i - 1; j >= 0; j--) {
    const outer = all[j];
    if (!outer || outer.start <= inner.start - 2 * LONGEST) break;
    if (holds(outer)) return true;
  }
  for (let j = i + 1; all[j]?.start === inner.start; j++) if (holds(all[j] as Candidate)) return true;
  return false;
}

export interface Kinds {
  /** The kind that a title names; null when it names none. */
  best(title: readonly Token[]): KindMatch | null;
  /**
   * Every kind that a title names, each once, the likeliest first: "setelan piyama" is both. Catch-all kinds, too, which `best`
   * takes for none when their name stands alone.
   */
  all(title: readonly Token[]): KindMatch[];
  /** Every word by which kinds are called. */
  words(): ReadonlySet<string>;
  /** The kind of a category, by the last part of its address ("kaos-kaki-pria"). */
  ofCategory(name: string): Kind | null;
  /** Every kind that there is. */
  list(): readonly Kind[];
}

/** The kinds that titles name, by their tokens. Linear in the title. */
export function openKinds(packed: string): Kinds {
  const { all, category, kind: kindOf, first, words } = unpackKinds(packed);

  const scoreOf = ({ kind, start, words, apart, weak }: Candidate): number => {
    const hint = kindOf(kind)?.hint;
    return (
      (LENGTHS[Math.min(words, LONGEST)] ?? 0) +
      (apart ? APART : 0) +
      (weak ? WEAK : 0) +
      (hint ? BY_HINT[hint] : 0) +
      PER_WORD_BEFORE * Math.min(start, MOST_BEFORE)
    );
  };

  /** Whether other words say that it is something else: any for weak ones, else those up to a few words after. */
  const isExcluded = ({ kind, end, weak }: Candidate, texts: readonly string[]): boolean => {
    const exclude = kindOf(kind)?.exclude ?? [];
    if (exclude.length === 0) return false;
    const near = ` ${(weak ? texts : texts.slice(0, end + REACH)).join(' ')} `;
    return exclude.some((words) => near.includes(` ${words} `));
  };

  interface Scored {
    one: Candidate;
    score: number;
  }

  /** The likeliest first; what words around them say is not heard yet. */
  function scored(texts: readonly string[], score: (one: Candidate) => number = scoreOf): Scored[] {
    const { whole, apart } = candidates(texts, first);
    const standing = whole.filter((one, i) => !isGift(texts, one.start) && !isInside(whole, i));
    return [...standing, ...apart]
      .map((one) => ({ one, score: score(one) }))
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score || a.one.start - b.one.start || a.one.kind - b.one.kind);
  }

  const isGeneral = ({ kind, weak }: Candidate): boolean => !weak && kindOf(kind)?.hint === 'general';

  const lowered = ({ one, score }: Scored, texts: readonly string[]): number =>
    isExcluded(one, texts) ? (one.words === 1 ? 0 : score + EXCLUDED) : score;

  const matchOf = ({ one: { kind, start, end }, score }: Scored): KindMatch | null => {
    const known = kindOf(kind);
    return known && { id: known.id, group: known.group, score: Math.round(score * 100) / 100, start, end };
  };

  return {
    best(tokens) {
      const texts = tokens.map(({ text }) => text);
      let best: Scored | null = null;
      for (const one of scored(texts)) {
        if (best && best.score >= one.score) break;
        const score = lowered(one, texts);
        if (score >= LEAST && (!best || score > best.score)) best = { one: one.one, score };
      }
      return best && matchOf(best);
    },
    ofCategory(name) {
      const number = category(name);
      return number === null ? null : kindOf(number);
    },
    list: all,
    words,
    all(tokens) {
      const texts = tokens.map(({ text }) => text);
      const kinds = new Map<number, Scored>();
      // A title of a few words may say no more than "sepatu".
      const score = (one: Candidate) => (isGeneral(one) ? Math.max(LEAST, scoreOf(one)) : scoreOf(one));
      for (const { one, score: found } of scored(texts, score)) {
        const heard = lowered({ one, score: found }, texts);
        const known = kinds.get(one.kind)?.score ?? LEAST - 1e-9;
        if (heard > known) kinds.set(one.kind, { one, score: heard });
      }
      return [...kinds.values()].sort((a, b) => b.score - a.score).flatMap((one) => matchOf(one) ?? []);
    },
  };
}
