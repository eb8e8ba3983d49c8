// How much of a page's time reading it again may take: a page that never rests must not be made slower by us.

/** Reading again may take this share of the time, */
const SHARE = 0.1;
/** and as much ahead (ms of the page's time) as a page needs that fills itself. */
const CREDIT = 1000;

export interface Pace {
  /** Whether more may be read now. */
  free(): boolean;
  /** Does it, and keeps account of how long it took. */
  spend<T>(work: () => T): T;
}

export function openPace(): Pace {
  /** When all that was read will be paid for. */
  let paid = 0;
  return {
    free: () => paid <= performance.now() + CREDIT,
    spend(work) {
      const start = performance.now();
      try {
        return work();
      } finally {
        paid = Math.max(paid, start) + (performance.now() - start) / SHARE;
      }
    },
  };
}
