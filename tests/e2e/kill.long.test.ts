// P1: the background is ended at 200 random moments of an update, by the browser's own means. Afterwards all that is kept is one
// release, the old one or the new one, and the next look is planned.
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChromiumDriver, openChromium } from './chromium.ts';
import { pause, type Tab, until } from './driver.ts';
import { type FeedHost, openFeedHost } from './feed-host.ts';

const KILLS = 200;
const EXTENSION = '.output/chrome-mv3';

interface Kept {
  version: number;
  /** Files whose hash is not the one that the manifest names. */
  foreign: string[];
  keys: string[];
  /** Milliseconds until the alarm. */
  alarm: number;
}

/** Reads with the extension's rights, but with none of its code. */
const READ = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open('cekasal'));
  const store = database.transaction('ruleset').objectStore('ruleset');
  const [keys, pointer] = await Promise.all([done(store.getAllKeys()), done(store.get('pointer'))]);
  const slot = await done(store.get(pointer.slot));
  database.close();
  const text = (bytes) => new TextDecoder().decode(bytes);
  const manifest = JSON.parse(text(slot.document).split('\\n')[1]);
  const end = slot.pack.indexOf(10);
  const foreign = [];
  let at = end + 1;
  const names = new Set(Object.keys(manifest.files));
  for (const [name, length] of JSON.parse(text(slot.pack.subarray(0, end)))) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', slot.pack.slice(at, at + length)));
    const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (manifest.files[name]?.sha256 !== hash) foreign.push(name);
    names.delete(name);
    at += length;
  }
  const alarm = (await chrome.alarms.get('feed'))?.scheduledTime ?? Infinity;
  return { version: manifest.version, foreign: [...foreign, ...names], keys: keys.sort(), alarm: alarm - Date.now() };
})()`;

const ask = (tab: Tab, message: object) =>
  tab.evaluate<{ release: { version: number } | null; check: { result: { code: string } | null } }>(
    `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
  );

let driver: ChromiumDriver;
let feed: FeedHost;
let tab: Tab;
let workers: CDPSession;
const running = new Set<string>();

beforeAll(async () => {
  feed = await openFeedHost(EXTENSION);
  await feed.publish();
  driver = await openChromium({ extension: EXTENSION });
  tab = await driver.extensionTab('/options.html');
  workers = await driver.session(tab);
  workers.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      if (runningStatus === 'stopped') running.delete(versionId);
      else running.add(versionId);
    }
  });
  await workers.send('ServiceWorker.enable');
});
afterAll(async () => {
  await driver?.close();
  await feed?.close();
});

test(`P1: after ${KILLS} kills every file matches one manifest`, { timeout: 900_000 }, async () => {
  await ask(tab, { type: 'draft', source: JSON.parse(feed.source) });
  // What an update takes from the question to the answer, so that the kills fall on all of it.
  await feed.publish('merek uji');
  const start = performance.now();
  await ask(tab, { type: 'update' });
  let span = performance.now() - start;
  let before = 2;
  const ends = { old: 0, next: 0 };
  for (let i = 0; i < KILLS; i += 1) {
    const next = await feed.publish(i % 2 === 0 ? undefined : 'merek uji');
    await tab.evaluate(`chrome.runtime.sendMessage({ type: 'update' }).catch(() => {}), true`);
    await pause(Math.random() * span * 1.3);
    await workers.send('ServiceWorker.stopAllWorkers');
    await until(
      async () => running.size,
      (size) => size === 0,
    );
    const kept = await tab.evaluate<Kept>(READ);
    expect(kept.foreign, `kill ${i}`).toEqual([]);
    expect([before, next], `kill ${i}`).toContain(kept.version);
    expect(kept.keys.filter((key) => !/^(?:pointer|root|slot-[ab])$/.test(key))).toEqual([]);
    expect(kept.alarm, `kill ${i}`).toBeLessThan(10 * 3_600_000);
    const isOld = kept.version === before;
    ends[isOld ? 'old' : 'next'] += 1;
    // Kept about the middle of what an update takes: the machine may be busier now than before.
    span = Math.min(2_000, Math.max(20, span * (isOld ? 1.03 : 0.97)));
    before = kept.version;
    if (i % 20 === 0) expect((await ask(tab, { type: 'feed' })).release?.version).toBe(before);
  }
  // Else the kills came too early or too late to mean anything.
  expect(ends.old).toBeGreaterThan(KILLS / 10);
  expect(ends.next).toBeGreaterThan(KILLS / 10);
  const last = await feed.publish();
  await ask(tab, { type: 'update' });
  expect(await ask(tab, { type: 'feed' })).toMatchObject({ release: { version: last }, storage: 'fine' });
});
