// The edge of everything that runs in a shop's page: what goes wrong in us stays with us.
import type { Timers } from './env.ts';

export function guarded<T extends unknown[]>(run: (...args: T) => void): (...args: T) => void {
  return (...args) => {
    try {
      run(...args);
    } catch (error) {
      report(error);
    }
  };
}

export const guardedTimers = (timers: Timers): Timers => ({
  setTimeout: (run, milliseconds) => timers.setTimeout(guarded(run), milliseconds),
  requestAnimationFrame: (run) => timers.requestAnimationFrame(guarded(run)),
});

/** To the extension's own console line, for whoever mends a map. */
export const report = (error: unknown): void => console.debug('CekAsal', error);
