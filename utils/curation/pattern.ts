// Patterns as volunteers write them, read into the closed elements of knowledge/pattern.ts.
import * as v from 'valibot';
import { type Element, SLOTS } from '../knowledge/pattern.ts';
import { normalise } from '../knowledge/tokens.ts';
import { text } from './fields.ts';

const MAX_ELEMENTS = 12;
const MAX_OPTIONAL = 5;
/** What somebody writes who expects regular expressions. */
const SIGNS = /[*+^$|\\()[\]{}]/;

/** A pattern that can't be read: the message is the code of the reason. */
class PatternError extends Error {}

function element(part: string): Element {
  const optional = part.endsWith('?') ? { optional: true as const } : {};
  const body = part.replace(/\?$/, '');
  if (body.startsWith('{')) {
    const [, slot, digits] = /^\{([a-z-]+)(?::(\d{1,2}))?\}$/.exec(body) ?? [];
    const name = SLOTS.find((known) => known === slot);
    if (!name) throw new PatternError('pattern-slot');
    return { slot: name, ...(digits && { digits: Number(digits) }), ...optional };
  }
  const words = body.split('/').map(normalise);
  if (SIGNS.test(body) || words.some((word) => word === '' || word.includes(' ')))
    throw new PatternError('pattern-word');
  return { words, ...optional };
}

/**
 * Reads a pattern: words parted by spaces, `a/b` alternatives, `word?` may be missing, slots `{negara}` (a foreign
 * country), `{negara-kolom}` (also by names that only a field may use: "UK"), `{kota}` (a place in Indonesia),
 * `{kota-asing}`, `{kata}` (any word), `{angka}`, `{angka:12}`.
 * @throws PatternError with the code of the reason.
 */
function parsePattern(pattern: string): Element[] {
  const elements = pattern.trim().split(/\s+/).map(element);
  if (elements.length > MAX_ELEMENTS) throw new PatternError('pattern-long');
  if (elements.filter((one) => one.optional).length > MAX_OPTIONAL) throw new PatternError('pattern-optional');
  if (elements.every((one) => one.optional || one.slot === 'kata')) throw new PatternError('pattern-anything');
  if (elements[0]?.slot === 'kata' || elements[0]?.optional) throw new PatternError('pattern-begin');
  return elements;
}

export const pattern = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }): Element[] => {
    try {
      return parsePattern(dataset.value);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      addIssue({ message: error.message });
      return NEVER;
    }
  }),
);
