// When the feed is asked next: a few times a day, at another moment for every browser; after a failure soon, and then less and
// less often.

const MINUTE = 60_000;
/** Milliseconds between two checks, on average. */
const PERIOD = 6 * 60 * MINUTE;
/** After the first failure. Doubled with each further one, up to the period. */
const FIRST_RETRY = 5 * MINUTE;
/** No check is ever planned later than this: a week that a server may ask for, and then some. */
export const LONGEST_PAUSE = 8 * 24 * 60 * MINUTE;

/**
 * Milliseconds since 1970.
 * @param failures How many checks have failed in a row.
 * @param random At least 0, below 1: half to one and a half of the time, so that browsers do not come all at once.
 */
export function nextCheck(now: number, failures: number, random: number): number {
  const pause = failures === 0 ? PERIOD : Math.min(PERIOD, FIRST_RETRY * 2 ** Math.min(failures - 1, 20));
  return now + Math.round(pause * (0.5 + random));
}
