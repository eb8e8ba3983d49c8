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

/** A text on one line, what is invisible or turns the writing by its number. */
export const visible = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[^\P{C}]|[\u115f\u1160\u2800\u3164\uffa0]/gu, (char) => `U+${hex(char)}`);

/** A value as a message may show it: besides, short. */
export function shown(value: unknown): string {
  const plain = visible(typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)));
  const chars = [...plain];
  return chars.length > QUOTED ? `${chars.slice(0, QUOTED).join('')}…` : plain;
}

/** "200B" of a character. */
export const hex = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
