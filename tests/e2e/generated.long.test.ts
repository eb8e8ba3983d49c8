// A hundred generated hostile documents in Chromium (each takes near a second): no exception of ours, nothing rendered
// from markup. How long its tasks take is no matter of a test: a busy machine makes any of them long.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedDocument } from '../site/generated.ts';
import { withoutExtension } from '../site/site.ts';
import { type ChromiumDriver, openChromium } from './chromium.ts';
import { pause, type Tab } from './driver.ts';

const DOCUMENTS = 100;
const TABS = 4;
/** Milliseconds in which a page is read and judged. */
const READING = 250;
const MINUTES = 60_000;

let driver: ChromiumDriver;
beforeAll(async () => {
  driver = await openChromium();
});
afterAll(() => driver?.close());

interface Outcome {
  errors: string[];
  foreign: number;
  owned: string;
}

async function look(tab: Tab, url: string): Promise<Outcome> {
  await tab.open(url);
  await pause(READING);
  const foreign = (await tab.shown()).reduce((sum, item) => sum + item.foreign, 0);
  const owned = await tab.evaluate<string>('typeof globalThis.owned + typeof ({}).polluted');
  return { errors: [...tab.errors], foreign, owned };
}

/** What of an outcome is ours: not there without the extension. Null when nothing is. */
async function blame(tab: Tab, url: string, seen: Outcome): Promise<object | null> {
  const without = await look(tab, withoutExtension(url));
  const errors = seen.errors.filter((error) => !without.errors.includes(error));
  const owned = seen.owned === without.owned ? '' : seen.owned;
  return errors.length || owned || seen.foreign ? { errors, owned, foreign: seen.foreign } : null;
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
      const { errors, foreign, owned } = await look(tab, url);
      if (errors.length || foreign || owned !== 'undefinedundefined') suspects.push({ seed, url });
    }
    await tab.close();
  };
  await Promise.all(Array.from({ length: TABS }, visit));

  const tab = await driver.tab();
  const wrong: object[] = [];
  for (const { seed, url } of suspects) {
    const ours = await blame(tab, url, await look(tab, url));
    if (ours) wrong.push({ seed, ...ours });
  }
  expect(wrong).toEqual([]);
});
