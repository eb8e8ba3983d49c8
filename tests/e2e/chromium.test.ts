// Everything that a shopper would notice, in Chromium.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IMPORTED, LOCAL, UNKNOWN } from '../site/catalogue.ts';
import { SEARCH_URL } from '../site/site.ts';
import { tokopediaUrl } from '../site/tokopedia-product.ts';
import { type ChromiumDriver, openChromium } from './chromium.ts';
import { badge, badges, pause, type Tab, until } from './driver.ts';
import { badgeScenarios, contrast } from './scenarios/badges.ts';
import { displayScenarios } from './scenarios/display.ts';
import { extensionScenarios } from './scenarios/extension.ts';
import { hostileScenarios } from './scenarios/hostile.ts';
import { localScenarios } from './scenarios/local.ts';
import { memoryScenarios } from './scenarios/memory.ts';
import { walk } from './scenarios/navigation.ts';
import { optionsScenarios } from './scenarios/options.ts';
import { resultScenarios } from './scenarios/results.ts';

/** Of the content script. Raise it only as far as needed, and say why in the commit. */
const BUDGET = 19_500;

describe('Chromium', () => {
  let driver: ChromiumDriver;
  let tab: Tab;
  beforeAll(async () => {
    driver = await openChromium();
    tab = await driver.tab();
  });
  afterAll(() => driver?.close());

  describe('product pages', () =>
    badgeScenarios(
      () => driver,
      () => tab,
    ));
  describe('results', () =>
    resultScenarios(
      () => driver,
      () => tab,
    ));
  describe('the extension itself', () =>
    extensionScenarios(
      () => driver,
      () => tab,
    ));
  describe('settings and welcome', () => optionsScenarios(() => driver));
  describe('imports dimmed or hidden', () => displayScenarios(() => driver));
  describe('local goods', () => localScenarios(() => driver));
  describe('the product memory', () => memoryScenarios(() => driver));
  describe('hostile pages', () => hostileScenarios(() => driver, ['markup in every text', 'clobbered document']));

  test('badges shift nothing: the sum of layout shifts stays zero, also when more cards come', async () => {
    await tab.open(SEARCH_URL);
    await tab.evaluate(`globalThis.shift = 0, new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true })`);
    await until(
      () => badges(tab),
      (seen) => seen.length === 6,
    );
    await tab.evaluate('append(20)');
    const seen = await until(
      () => badges(tab),
      (items) => items.length === 16,
    );
    expect(seen).toHaveLength(16);
    await pause(300);
    expect(await tab.evaluate('shift')).toBe(0);
  });

  test(`what every page of a marketplace carries is at most ${BUDGET} bytes, packed`, () => {
    const script = readFileSync('.output/chrome-mv3/content-scripts/shop.js');
    expect(gzipSync(script).length).toBeLessThanOrEqual(BUDGET);
  });

  test('on a dark page the badges can be read', async () => {
    const night = await driver.tab();
    const features = [{ name: 'prefers-color-scheme', value: 'dark' }];
    const devtools = await driver.session(night);
    await devtools.send('Emulation.setEmulatedMedia', { features });
    for (const product of [IMPORTED, LOCAL, UNKNOWN]) {
      await night.open(tokopediaUrl(product));
      const seen = await badge(night);
      expect(contrast(seen?.colour ?? '', seen?.background ?? '')).toBeGreaterThanOrEqual(4.5);
    }
    await night.close();
  });

  test('in-page navigation: the badge is never of another product', async () => {
    const walks = await Promise.all([11, 12, 13, 14].map((seed) => walk(driver, 2, seed)));
    for (const { frames } of walks) expect(frames).toBeGreaterThan(40);
  });

  // The last of all: it looks back at the whole run.
  test('nothing was asked for but the pages that were opened', () => {
    expect(driver.site.requests.length + driver.strangers().length).toBeGreaterThan(0);
    expect(driver.strangers()).toEqual([]);
  });
});
