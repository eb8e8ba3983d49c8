// A pasted source of rules: from text to a source that may be tried in this browser, or what is wrong with the text.
import * as v from 'valibot';
import { type Outcome, Refusal } from './feed/outcome.ts';
import { firstRoot, type Source, SourceSchema } from './feed/source.ts';

/** Characters: the longest root, written as JSON inside JSON, and its addresses. */
export const LONGEST_DRAFT = 300_000;

export type Problem = 'empty' | 'too-long' | 'not-json' | 'address' | 'root-missing' | 'not-source';

type Parsed = { source: Source; problem?: undefined } | { problem: Problem };

/** Only the form is looked at. */
export function parseSource(text: string): Parsed {
  const trimmed = text.trim();
  if (!trimmed) return { problem: 'empty' };
  if (trimmed.length > LONGEST_DRAFT) return { problem: 'too-long' };
  let data: unknown;
  try {
    data = JSON.parse(trimmed);
  } catch {
    return { problem: 'not-json' };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { problem: 'not-source' };
  const result = v.safeParse(SourceSchema, data);
  if (result.success) return { source: result.output };
  const wrong = new Set(result.issues.map((issue) => issue.path?.[0]?.key));
  if (wrong.has('mirrors')) return { problem: 'address' };
  return { problem: 'root' in data && data.root ? 'not-source' : 'root-missing' };
}

/** Why its root can't be what trust begins with; null when it can. */
export async function rootProblem(source: Source): Promise<Outcome | null> {
  try {
    await firstRoot(source);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    throw error;
  }
}
