// Where the shares of health.ts are kept: the browser's own storage, checked on reading.
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type Health, noteSeen, type SeenPage } from './health.ts';
import type { MarketplaceMap } from './knowledge/map.ts';

const KEY = 'health';
const HealthSchema = v.record(v.string(), v.record(v.string(), v.object({ pages: v.number(), share: v.number() })));

export async function readHealth(): Promise<Health> {
  const stored = await browser.storage.local.get(KEY).catch((): Record<string, unknown> => ({}));
  const result = v.safeParse(HealthSchema, stored[KEY]);
  return result.success ? result.output : {};
}

let turn: Promise<unknown> = Promise.resolve();

/** Notes what one page gave; one page after the other. */
export function keepSeen(map: MarketplaceMap, page: SeenPage, found: readonly string[]): Promise<void> {
  const next = turn.then(async () => {
    await browser.storage.local.set({ [KEY]: noteSeen(await readHealth(), map, page, found) });
  });
  turn = next.catch(() => undefined);
  return next;
}
