// What takes its time in both browsers: what pages live through, volunteer mode, the page's own answers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from './chromium.ts';
import type { Driver } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { lifeScenarios } from './scenarios/life.ts';
import { mendingScenarios } from './scenarios/mending.ts';
import { observerScenarios } from './scenarios/observer.ts';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('%s, at length', (_, open) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await open();
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
