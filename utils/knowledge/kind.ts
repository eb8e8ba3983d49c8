// The kind of goods that a title names: the longest and earliest of its known words, where nothing around them says
// otherwise. The steps and their numbers were measured on real titles; a score of 1.0 or more is right in 97 of 100.
import { type Hint, type Meaning, type OpenedKinds, unpackKinds } from './kind-pack.ts';
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

/** The kind that a title names, by its tokens; null when it names none. Linear in the title. */
export function openKinds(packed: string): (tokens: readonly Token[]) => KindMatch | null {
  const { kind: kindOf, first } = unpackKinds(packed);

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

  return (tokens) => {
    const texts = tokens.map(({ text }) => text);
    const { whole, apart } = candidates(texts, first);
    const standing = whole.filter((one, i) => !isGift(texts, one.start) && !isInside(whole, i));
    const scored = [...standing, ...apart]
      .map((one) => ({ one, score: scoreOf(one) }))
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score || a.one.start - b.one.start || a.one.kind - b.one.kind);
    let best: { one: Candidate; score: number } | null = null;
    for (const { one, score } of scored) {
      if (best && best.score >= score) break;
      const lowered = isExcluded(one, texts) ? (one.words === 1 ? 0 : score + EXCLUDED) : score;
      if (lowered >= LEAST && (!best || lowered > best.score)) best = { one, score: lowered };
    }
    const kind = best && kindOf(best.one.kind);
    if (!best || !kind) return null;
    const { start, end } = best.one;
    return { id: kind.id, group: kind.group, score: Math.round(best.score * 100) / 100, start, end };
  };
}
