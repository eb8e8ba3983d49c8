// Trial maps: a changed map that a volunteer tries in one tab, until it is ended or the tab closes. Kept by the background in
// the session's storage, which pages and content scripts can't see; checked when it is stored and when it is read.
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { parseJson } from './extract/graph.ts';
import type { MarketplaceMap } from './knowledge/map.ts';
import { MapSchema } from './knowledge/map-schema.ts';

const keyOf = (tab: number): string => `trial/${tab}`;
/** Ended, but what the page has asked meanwhile may still be of the trial: until the page says hello again. */
const OVER = 'over';

const sameTexts = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b);

/** Whether a map may stand in for `known`: of the same marketplace, for the same hosts, no more and no fewer. */
export function mayReplace(trial: MarketplaceMap, known: MarketplaceMap | null): boolean {
  if (!known || trial.id !== known.id || !sameTexts(trial.hosts, known.hosts)) return false;
  return sameTexts(Object.keys(trial.sisters ?? {}), Object.keys(known.sisters ?? {}));
}

/** Begins a trial in a tab. @throws Error when the map is of another marketplace. */
export async function beginTrial(tab: number, trial: MarketplaceMap, known: MarketplaceMap | null): Promise<void> {
  if (!mayReplace(trial, known)) throw new Error('not a map of this marketplace');
  // As text: a browser's storage keeps objects with their keys in another order, and the order of a map says something.
  await browser.storage.session.set({ [keyOf(tab)]: JSON.stringify(trial) });
}

const stored = async (tab: number): Promise<unknown> => (await browser.storage.session.get(keyOf(tab)))[keyOf(tab)];

/**
 * The map on trial in this tab that may stand in for `known`. Asked when a page begins anew: what was said before a trial's
 * end is over then.
 */
export async function trialIn(tab: number | undefined, known: MarketplaceMap | null): Promise<MarketplaceMap | null> {
  if (tab === undefined) return null;
  const text = await stored(tab);
  if (text === OVER) await forgetTrial(tab);
  const result = v.safeParse(MapSchema, typeof text === 'string' ? parseJson(text) : null);
  return result.success && mayReplace(result.output, known) ? result.output : null;
}

/** Whether what this tab's page says was, or may still be, read with a trial map. */
export const isTrying = async (tab: number | undefined): Promise<boolean> =>
  tab !== undefined && (await stored(tab)) !== undefined;

/** Ends the trial in a tab. */
export const endTrial = (tab: number): Promise<void> => browser.storage.session.set({ [keyOf(tab)]: OVER });

/** Nothing is left of a tab that is gone. */
export const forgetTrial = (tab: number): Promise<void> => browser.storage.session.remove(keyOf(tab));

/** Tells the tab's content script to begin anew. Nobody may be there to hear it. */
export const beginAnew = (tab: number): Promise<void> =>
  browser.tabs.sendMessage(tab, { type: 'again' }).then(
    () => undefined,
    () => undefined,
  );
