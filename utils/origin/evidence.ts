// Making one piece of evidence: the words as printed, and the rule that read them.
import type { Strength } from './assessment.ts';

const QUOTE = 160;

/** The words of `text` from `start` to `end`, spaces collapsed, at most 160 characters. */
export function quote(text: string, start = 0, end = text.length): string {
  const words = text
    .slice(start, Math.min(end, start + 4 * QUOTE))
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= QUOTE ? words : `${words.slice(0, QUOTE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Knowledge that nobody looked up is weak, whatever it says. */
export function byBasis(strength: Strength, basis: 'source' | 'general-knowledge'): Strength {
  return basis === 'source' ? strength : 'weak';
}
