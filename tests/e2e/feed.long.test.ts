// The signed feed in both browsers.
import { afterAll, beforeAll, describe } from 'vitest';
import { openChromium } from './chromium.ts';
import type { Driver } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { feedScenarios } from './scenarios/feed.ts';

describe.each([
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
])('%s', (_, open) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await open();
  });
  afterAll(() => driver?.close());
  describe('the feed', () => feedScenarios(() => driver));
});
