// What is wrong with a ruleset folder: where, and which message says so. The words stand in message files (words.ts).

export interface Fault {
  /** Path below the ruleset folder: "brands/abc.yml". */
  file: string;
  /** 1 is the first; null for the file as a whole. */
  line: number | null;
  /** Key of the message. */
  code: string;
  /** What the message names, as printed in the file; never trusted. */
  params: Record<string, string>;
}

/** The longest piece of a faulty file that a message repeats. */
const QUOTED = 60;

/** A value as a message may show it: one line, short, nothing invisible. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const plain = text.replace(/[^\P{C}]/gu, (char) => `U+${hex(char)}`).replace(/\s+/g, ' ');
  const chars = [...plain];
  return chars.length > QUOTED ? `${chars.slice(0, QUOTED).join('')}…` : plain;
}

/** "200B" of a character. */
export const hex = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
