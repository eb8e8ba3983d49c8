// A hundred generated hostile documents in Chromium (each takes near a second): no exception of ours, no long task, nothing
// rendered from markup.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedDocument } from '../site/generated.ts';
import { withoutExtension } from '../site/site.ts';
import { type ChromiumDriver, openChromium } from './chromium.ts';
import { pause, type Tab } from './driver.ts';

const DOCUMENTS = 100;
const TABS = 4;
/** Milliseconds in which a page is read and judged. */
const READING = 250;
/** A busy machine makes any task long; only what is long again and again is ours. */
const TRIES = 4;
const MINUTES = 60_000;

let driver: ChromiumDriver;
beforeAll(async () => {
  driver = await openChromium();
});
afterAll(() => driver?.close());

/** Long tasks (over 50 ms) since the document began; 0 where the page has broken the observer. */
const LONG_TASKS = `new Promise((done) => {
  let count = 0;
  try { new PerformanceObserver((list) => { count += list.getEntries().length; }).observe({ type: 'longtask', buffered: true }); } catch {}
  setTimeout(() => done(count), 30);
})`;

interface Outcome {
  long: number;
  errors: string[];
  foreign: number;
  owned: string;
}

async function look(tab: Tab, url: string): Promise<Outcome> {
  await tab.open(url);
  await pause(READING);
  const foreign = (await tab.shown()).reduce((sum, item) => sum + item.foreign, 0);
  const [long, owned] = [
    await tab.evaluate<number>(LONG_TASKS),
    await tab.evaluate<string>('typeof globalThis.owned + typeof ({}).polluted'),
  ];
  return { long, errors: [...tab.errors], foreign, owned };
}

/** What of an outcome is ours: not there without the extension. Null when nothing is. */
async function blame(tab: Tab, url: string, seen: Outcome): Promise<object | null> {
  const without = await look(tab, withoutExtension(url));
  const errors = seen.errors.filter((error) => !without.errors.includes(error));
  const long = seen.long && !without.long ? seen.long : 0;
  const owned = seen.owned === without.owned ? '' : seen.owned;
  return errors.length || long || owned || seen.foreign ? { errors, long, owned, foreign: seen.foreign } : null;
}

test('nothing of ours reaches them', { timeout: 20 * MINUTES }, async () => {
  const seeds = Array.from({ length: DOCUMENTS }, (_, i) => i + 1);
  const suspects: { seed: number; url: string }[] = [];
  const visit = async () => {
    const tab = await driver.tab();
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      const address =
        seed % 2 ? `https://www.tokopedia.com/toko/barang-${seed}` : `https://www.tokopedia.com/search?q=${seed}`;
      const url = driver.site.put(address, generatedDocument(seed));
      const { long, errors, foreign, owned } = await look(tab, url);
      if (long || errors.length || foreign || owned !== 'undefinedundefined') suspects.push({ seed, url });
    }
    await tab.close();
  };
  await Promise.all(Array.from({ length: TABS }, visit));

  // Again, one by one: several windows on two cores make each other's tasks long.
  const tab = await driver.tab();
  const wrong: object[] = [];
  for (const { seed, url } of suspects) {
    let ours: object | null = null;
    for (let i = 0; i < TRIES; i++) {
      ours = await blame(tab, url, await look(tab, url));
      if (!ours) break;
    }
    if (ours) wrong.push({ seed, ...ours });
  }
  expect(wrong).toEqual([]);
});
