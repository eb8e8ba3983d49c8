// Everything that a shopper would notice, in Firefox.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver, Tab } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { badgeScenarios } from './scenarios/badges.ts';
import { displayScenarios } from './scenarios/display.ts';
import { extensionScenarios } from './scenarios/extension.ts';
import { hostileScenarios } from './scenarios/hostile.ts';
import { localScenarios } from './scenarios/local.ts';
import { memoryScenarios } from './scenarios/memory.ts';
import { walk } from './scenarios/navigation.ts';
import { optionsScenarios, permissionScenarios } from './scenarios/options.ts';
import { resultScenarios } from './scenarios/results.ts';

describe('Firefox', () => {
  let driver: Driver;
  let tab: Tab;
  beforeAll(async () => {
    driver = await openFirefox();
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
  describe('settings and welcome', () => {
    optionsScenarios(() => driver);
    permissionScenarios(() => driver);
  });
  describe('imports dimmed or hidden', () => displayScenarios(() => driver));
  describe('local goods', () => localScenarios(() => driver));
  describe('the product memory', () => memoryScenarios(() => driver));
  describe('hostile pages', () => hostileScenarios(() => driver, ['markup in every text', 'clobbered document']));

  test('in-page navigation: the badge is never of another product', async () => {
    const walks = await Promise.all([21, 22, 23, 24].map((seed) => walk(driver, 2, seed)));
    for (const { frames } of walks) expect(frames).toBeGreaterThan(40);
  });

  // The last of all: it looks back at the whole run.
  test('nothing was asked for but the pages that were opened', () => {
    expect(driver.site.requests.length + driver.strangers().length).toBeGreaterThan(0);
    expect(driver.strangers()).toEqual([]);
  });
});
