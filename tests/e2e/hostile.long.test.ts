// The long tier of hostile and empty pages: each of them in each browser.
import { afterAll, beforeAll, describe } from 'vitest';
import { HOSTILE } from '../site/hostile.ts';
import { openChromium } from './chromium.ts';
import type { Driver } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { emptyScenarios, hostileScenarios } from './scenarios/hostile.ts';

/** Pages that keep a browser busy for many seconds by themselves. */
const HEAVY = ['a title of ten megabytes'];

const names = Object.keys(HOSTILE);

const BROWSERS: [name: string, open: () => Promise<Driver>, names: string[]][] = [
  ['Chromium', openChromium, names],
  ['Firefox', openFirefox, names.filter((name) => !HEAVY.includes(name))],
];

describe.for(BROWSERS)('%s', ([, open, pages]) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await open();
  });
  afterAll(() => driver?.close());
  hostileScenarios(() => driver, pages);
  emptyScenarios(() => driver);
});
