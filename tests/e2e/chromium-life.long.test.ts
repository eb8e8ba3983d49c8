// What takes its time in Chromium: what pages live through, volunteer mode, the page's own answers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from './chromium.ts';
import type { Driver } from './driver.ts';
import { lifeScenarios } from './scenarios/life.ts';
import { mendingScenarios } from './scenarios/mending.ts';
import { observerScenarios } from './scenarios/observer.ts';

describe('Chromium, at length', () => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await openChromium();
  });
  afterAll(() => driver?.close());

  describe('what pages live through', () => lifeScenarios(() => driver));
  describe('volunteer mode', () => mendingScenarios(() => driver));
  describe('answers of the page', () => observerScenarios(() => driver));

  // The last of all: it looks back at the whole run.
  test('nothing was asked for but the pages that were opened', () => {
    expect(driver.site.requests.length + driver.strangers().length).toBeGreaterThan(0);
    expect(driver.strangers()).toEqual([]);
  });
});
