// The feed of this browser: which one applies, when it is checked, and what is remembered of that. Knows bytes and not what
// they mean; what it needs of the browser is passed in.
import { type Checked, type CheckTask, check, type News } from './check.ts';
import { LONGEST_PAUSE, nextCheck } from './schedule.ts';
import { forgetRelease } from './slots.ts';
import { type Source, sourceId } from './source.ts';
import { type FeedState, parseState, STATE_KEY } from './state.ts';
import type { Result } from './sync.ts';
import type { FeedView } from './view.ts';

export interface Chosen {
  by: 'build' | 'managed' | 'draft';
  source: Source;
}

export interface Surroundings<T> extends Omit<CheckTask<T>, 'source' | 'name' | 'waits' | 'isWanted'> {
  /** Null: no feed. No request is made. */
  chosen(): Promise<Chosen | null>;
  /** The browser's storage. */
  area: {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
    remove(key: string): Promise<void>;
  };
  /** Wakes the background at this time, milliseconds since 1970, also after a restart of the browser; null: never. */
  wakeAt(time: number | null): Promise<void>;
  /** Called with newer rules as soon as they are verified. */
  updated(news: News<T>): void;
  /** Called when other rules are kept, or none any more: they must be loaded anew. */
  changed(): void;
}

export interface Feed {
  /** Looks which feed applies and whether a check is due: when the browser starts, the alarm rings or the choice has changed. */
  tend(): Promise<void>;
  /** Checks now. Several at once are one. */
  update(): Promise<void>;
  view(): Promise<Pick<FeedView, 'source' | 'check'>>;
}

/**
 * The name under which things of a feed are kept. The build's feed keeps its name when a new version of the extension brings a
 * later root: what was kept of it still counts.
 */
const nameOf = async ({ by, source }: Chosen): Promise<string> =>
  by === 'build' ? 'build' : `${by}:${await sourceId(source)}`;

/** The same, until somebody says stop. */
const cutOff =
  (fetch: typeof globalThis.fetch, stop: AbortSignal): typeof globalThis.fetch =>
  (input, init) =>
    fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, stop]) : stop });

/** Where failures can't be counted, e.g. on a full disk. */
const UNCOUNTED = 100;

/** Whether asking again soon may help. */
const isFailure = ({ code }: Result): boolean => code !== 'updated' && code !== 'not-newer' && code !== 'needs-update';

export function openFeed<T>(around: Surroundings<T>): Feed {
  /** The check that runs, of which feed, and how it is cut off. */
  let running: { name: string; stop: AbortController } | null = null;
  let updating: Promise<void> | null = null;
  let turn: Promise<void> = Promise.resolve();
  /** One after the other: what one forgets or keeps, another one has read. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work);
    return turn;
  };
  /** What there was no room for: it counts as long as the background lives. */
  let unstored: FeedState | null = null;

  async function readState(name: string): Promise<FeedState> {
    if (unstored?.source === name) return unstored;
    const stored = await around.area.get(STATE_KEY).catch((): Record<string, unknown> => ({}));
    return parseState(stored[STATE_KEY], name);
  }

  /**
   * A full disk must not keep the feed from being checked, nor what came of it from being told.
   * @returns Whether it was stored.
   */
  async function writeState(state: FeedState): Promise<boolean> {
    try {
      await around.area.set({ [STATE_KEY]: state });
      unstored = null;
    } catch (error) {
      console.warn('CekAsal: state of the feed not stored', error);
      unstored = state;
    }
    return unstored === null;
  }

  /** When to look again after so many failures; where they can't be counted, as after many. */
  const later = (failures: number, isCounted: boolean): number =>
    nextCheck(around.network.now(), isCounted ? failures : UNCOUNTED, around.random());

  /** @param time Milliseconds since 1970. A clock that was ahead may have set it: from too far it counts as none. */
  const isAhead = (time: number): boolean => {
    const pause = time - around.network.now();
    return pause > 0 && pause <= LONGEST_PAUSE;
  };

  async function updateOnce(): Promise<void> {
    const chosen = await around.chosen();
    if (!chosen) return;
    const name = await nameOf(chosen);
    const before = await readState(name);
    const waits = Object.fromEntries(Object.entries(before.waits).filter(([, until]) => isAhead(until)));
    // Before anything else, as if it had failed: an update that is cut off begins anew, ever later.
    const failing = before.failures + 1;
    const soon = later(failing, true);
    const isCounted = await writeState({ ...before, failures: failing, next: soon });
    await around.wakeAt(isCounted ? soon : later(failing, false));

    const stop = new AbortController();
    running = { name, stop };
    const network = { ...around.network, fetch: cutOff(around.network.fetch, stop.signal) };
    const isWanted = async () => {
      const now = await around.chosen();
      return now !== null && (await nameOf(now)) === name;
    };
    const { result, mirrors, news } = await check({ ...around, network, source: chosen.source, name, waits, isWanted })
      .catch((error: unknown): Checked<T> => {
        console.error('CekAsal: feed not checked', error);
        return { result: { code: 'failed' }, mirrors: [], news: null };
      })
      .finally(() => {
        running = null;
      });

    for (const { mirror, outcome } of mirrors) if (outcome.code === 'wait') waits[mirror] = outcome.until;
    const at = around.network.now();
    const failures = isFailure(result) ? failing : 0;
    const earliest = result.code === 'wait' ? result.until : 0;
    const next = Math.max(earliest, later(failures, isCounted));
    await Promise.all([writeState({ source: name, at, next, failures, result, mirrors, waits }), around.wakeAt(next)]);
    if (news === 'changed') around.changed();
    else if (news) around.updated(news);
  }

  async function tendOnce(): Promise<void> {
    const chosen = await around.chosen();
    const name = chosen && (await nameOf(chosen));
    // Rules of a feed that applies no longer must not stay in use.
    const isForgotten = await forgetRelease(name).catch((error: unknown) => {
      console.warn('CekAsal: former rules not forgotten', error);
      return false;
    });
    if (isForgotten) around.changed();
    if (!name) {
      unstored = null;
      await Promise.all([around.wakeAt(null), around.area.remove(STATE_KEY)]);
      return;
    }
    const { next } = await readState(name);
    if (next !== null && isAhead(next)) await around.wakeAt(next);
    else await updateOnce();
  }

  return {
    update() {
      updating ??= inTurn(updateOnce).finally(() => {
        updating = null;
      });
      return updating;
    },
    async tend() {
      const chosen = await around.chosen();
      const name = chosen && (await nameOf(chosen));
      // Nobody waits for a mirror of a feed that applies no longer.
      if (running && running.name !== name) running.stop.abort();
      await inTurn(tendOnce);
    },
    async view() {
      const chosen = await around.chosen();
      if (!chosen) return { source: null, check: { running: false, at: null, next: null, result: null, mirrors: [] } };
      const { at, next, result, mirrors } = await readState(await nameOf(chosen));
      return {
        source: { by: chosen.by, mirrors: chosen.source.mirrors, id: await sourceId(chosen.source) },
        check: { running: running !== null, at, next, result, mirrors },
      };
    },
  };
}
