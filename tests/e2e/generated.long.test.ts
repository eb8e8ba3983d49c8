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

test('nothing of ours reaches them', { timeout: 20 * MINUTES }, async () => {
  const seeds = Array.from({ length: DOCUMENTS }, (_, i) => i + 1);
  const wrong: object[] = [];
  const visit = async () => {
    const tab = await driver.tab();
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      const address =
        seed % 2 ? `https://www.tokopedia.com/toko/barang-${seed}` : `https://www.tokopedia.com/search?q=${seed}`;
      const url = driver.site.put(address, generatedDocument(seed));
      let seen = await look(tab, url);
      for (let i = 1; i < TRIES && seen.long > 0; i++) seen = await look(tab, url);
      if (seen.long || seen.errors.length || seen.foreign || seen.owned !== 'undefinedundefined') {
        const without = await look(tab, withoutExtension(url));
        const ours = seen.errors.filter((error) => !without.errors.includes(error));
        if ((seen.long && !without.long) || ours.length || seen.foreign || seen.owned !== without.owned)
          wrong.push({ seed, ...seen, without });
      }
    }
    await tab.close();
  };
  await Promise.all(Array.from({ length: TABS }, visit));
  expect(wrong).toEqual([]);
});
