// What is remembered of checking the feed, across restarts: when, what it came to, who asked us to wait. Lies in the browser's own
// storage and is checked on reading: odd values count as none.
import * as v from 'valibot';
import type { Outcome } from './outcome.ts';
import type { Result } from './sync.ts';

export const STATE_KEY = 'feed';

export interface FeedState {
  /** Which feed it is about. */
  source: string;
  /** When the last check ended and when the next is due, milliseconds since 1970. */
  at: number | null;
  next: number | null;
  /** Checks that failed in a row. */
  failures: number;
  result: Result | null;
  mirrors: { mirror: string; outcome: Outcome }[];
  /** Mirrors that asked to be left alone until then. */
  waits: Record<string, number>;
}

const time = v.nullable(v.number());
/** Their parameters are written by this code and shown as text: a closed set of codes is enough to look a word up. */
const outcome = v.looseObject({ code: v.pipe(v.string(), v.maxLength(40)) });
const StateSchema = v.object({
  source: v.string(),
  at: time,
  next: time,
  failures: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  result: v.nullable(outcome),
  mirrors: v.pipe(v.array(v.object({ mirror: v.string(), outcome })), v.maxLength(20)),
  waits: v.record(v.string(), v.number()),
});

/** Of a feed that was never asked. */
export const freshState = (source: string): FeedState => ({
  source,
  at: null,
  next: null,
  failures: 0,
  result: null,
  mirrors: [],
  waits: {},
});

/** What was stored of this feed; of another one it says nothing. */
export function parseState(stored: unknown, source: string): FeedState {
  const result = v.safeParse(StateSchema, stored);
  return result.success && result.output.source === source ? (result.output as FeedState) : freshState(source);
}
