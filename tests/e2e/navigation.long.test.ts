// The long tier of in-page navigation: fifty walks in each browser, five windows at a time.
import { describe, expect, test } from 'vitest';
import { openChromium } from './chromium.ts';
import type { Driver } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { walk } from './scenarios/navigation.ts';

const WINDOWS = 5;
const ROUNDS = 10;
const TEN_MINUTES = 600_000;

const BROWSERS: [name: string, open: () => Promise<Driver>][] = [
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
];

describe.for(BROWSERS)('%s', ([, open]) => {
  test('fifty walks: the badge is never of another product', { timeout: TEN_MINUTES }, async () => {
    const driver = await open();
    try {
      const seeds = Array.from({ length: WINDOWS }, (_, i) => 100 + i);
      const walks = await Promise.all(seeds.map((seed) => walk(driver, ROUNDS, seed)));
      for (const { frames } of walks) expect(frames).toBeGreaterThan(20 * ROUNDS);
    } finally {
      await driver.close();
    }
  });
});
