// The extension is updated or reloaded while pages are open: the old content script's badges go, the new one's come, and
// nobody is welcomed again.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IMPORTED } from '../site/catalogue.ts';
import { SEARCH_URL } from '../site/site.ts';
import { tokopediaUrl } from '../site/tokopedia-product.ts';
import { type ChromiumDriver, openChromium } from './chromium.ts';
import { badge, badges, panel, type Tab, until } from './driver.ts';

let driver: ChromiumDriver;
beforeAll(async () => {
  driver = await openChromium();
});
afterAll(() => driver?.close());

const settle = (tab: Tab, count: number) =>
  until(
    () => badges(tab),
    (seen) => seen.length === count,
  );

/** An element of the page on which a badge is the old one. */
const MARK = `document.querySelectorAll('span:not([class]):not([data-testid]):empty')`;

test('P8: after the extension was reloaded: one badge each, the new ones, and they answer', async () => {
  const product = await driver.tab();
  const results = await driver.tab();
  await product.open(tokopediaUrl(IMPORTED));
  await results.open(SEARCH_URL);
  const before = await badge(product);
  expect(before?.text).toMatch(/impor/i);
  await settle(results, 6);
  await product.click((before?.box.x ?? 0) + 5, (before?.box.y ?? 0) + 5);
  await until(
    () => panel(product),
    (seen) => seen !== undefined,
  );
  for (const tab of [product, results]) await tab.evaluate(`globalThis.old = new Set(${MARK}), true`);

  // Chromium brings unpacked extensions back in developer mode only.
  const settings = await driver.tab();
  await settings.open('chrome://extensions');
  await settings.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  const helper = await driver.extensionTab('/popup.html');
  await helper.evaluate('setTimeout(() => chrome.runtime.reload()), true');
  for (const tab of [product, results]) {
    await until(
      () =>
        tab.evaluate<boolean>(
          `[...old].some((host) => host.isConnected && ![...${MARK}].some((one) => !old.has(one)))`,
        ),
      (waits) => !waits,
    );
  }
  expect(await settle(results, 6)).toHaveLength(6);
  const [fresh, ...others] = await settle(product, 1);
  expect(others).toEqual([]);
  expect(await panel(product)).toBeUndefined();
  await product.click((fresh?.box.x ?? 0) + 5, (fresh?.box.y ?? 0) + 5);
  const opened = await until(
    () => panel(product),
    (seen) => seen !== undefined && seen.text.length > 20,
  );
  expect(opened?.text).toMatch(/made in China/i);
  const after = await driver.extensionTab('/popup.html');
  const welcomes = await after.evaluate<number>(
    `chrome.tabs.query({}).then((tabs) => tabs.filter(({ url }) => url?.endsWith('/welcome.html')).length)`,
  );
  expect(welcomes).toBe(0);
  expect([...product.errors, ...results.errors]).toEqual([]);
});
