// Typing mistakes of one letter in the words by which goods are called: "sepaut", "jibab".
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Token } from '../knowledge/tokens.ts';

/** Of shorter words too many are one letter apart: "tas", "tes", "tap". */
const SHORTEST = 5;

/** Whether one letter was left out, put in or changed, or two neighbours changed places. */
export function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  const [left, right] = [one.slice(start, end), other.slice(start, otherEnd)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/**
 * Each word that nobody knows, and that is one letter off exactly one word that shoppers call goods by, as that word. Known words
 * stay: "sepat" is a fish.
 */
export function mendWords(title: readonly Token[], knowledge: Knowledge): Token[] {
  const { usual, isKnown } = knowledge.likeness();
  const words = knowledge.kindWords();
  return title.map((token) => {
    const { text } = token;
    if (text.length < SHORTEST || words.has(text) || isKnown(text)) return token;
    const near = usual.filter((word) => word.length >= SHORTEST && word[0] === text[0] && isOneOff(word, text));
    return near.length === 1 && near[0] !== undefined ? { ...token, text: near[0] } : token;
  });
}
