// Everything that a shopper would notice, in Chromium.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChromiumDriver, openChromium } from './chromium.ts';
import type { Tab } from './driver.ts';
import { badgeScenarios } from './scenarios/badges.ts';
import { extensionScenarios } from './scenarios/extension.ts';
import { hostileScenarios } from './scenarios/hostile.ts';
import { walk } from './scenarios/navigation.ts';
import { resultScenarios } from './scenarios/results.ts';

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
  describe('hostile pages', () => hostileScenarios(() => driver, true));

  test('in-page navigation: the badge is never of another product', async () => {
    const walks = await Promise.all([11, 12, 13, 14].map((seed) => walk(driver, 2, seed)));
    for (const { frames } of walks) expect(frames).toBeGreaterThan(40);
  });
});
