// What the user is shown of the rules' source: where they come from, how old they are, what the last check came to.
import type { Outcome, Warning } from './outcome.ts';

export interface FeedView {
  /** Which rules are in use: those that the extension was built with, or those of the feed. */
  inUse: 'bundle' | 'feed';
  /** The signed release in use; null when the built-in rules are. Milliseconds since 1970. */
  release: { version: number; created: number; expires: number } | null;
  /** Entries that are for a later version of the extension, and were left out. */
  skipped: number;
  /** "Aturan lama", a clock that is behind. */
  warnings: Warning[];
  /** Null: no feed at all, no request is made. */
  source: {
    /** Who named it: the build, an organisation's policy, or the user for this browser. */
    by: 'build' | 'managed' | 'draft';
    mirrors: string[];
    /** SHA-256 of the root that is trusted to begin with, hexadecimal. */
    id: string;
  } | null;
  /** Whether what the browser kept could be read: a database that does not open, or kept rules that were damaged. */
  storage: 'fine' | 'unavailable' | 'damaged';
  check: {
    running: boolean;
    /** When the last check ended; null: none yet. Milliseconds since 1970, as is `next`. */
    at: number | null;
    /** When the next is due; null: never. */
    next: number | null;
    /** What the last check came to. `updated` and `not-newer` are good news. Null: none yet. */
    result: { code: 'updated'; version: number } | Outcome | null;
    /** What went wrong at single mirrors in the last check, also when another one helped. */
    mirrors: { mirror: string; outcome: Outcome }[];
  };
}
