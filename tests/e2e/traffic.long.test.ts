// What the feed costs on the wire, counted at the server with all headers, both ways, for a real browser.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from './chromium.ts';
import type { Driver, Tab } from './driver.ts';
import { openFeedHost } from './feed-host.ts';
import { openFirefox } from './firefox.ts';
import { changed, withBrands } from './many-brands.ts';

const KB = 1024;

describe.each([
  ['Chromium', openChromium, '.output/chrome-mv3'],
  ['Firefox', openFirefox, '.output/firefox-mv3'],
])('%s', (_, open, extension) => {
  let driver: Driver;
  let tab: Tab;
  let feed: Awaited<ReturnType<typeof openFeedHost>>;
  beforeAll(async () => {
    driver = await open();
    tab = await driver.extensionTab('/options.html');
  });
  afterEach(() => feed?.close());
  afterAll(() => driver?.close());

  const ask = (message: object) =>
    tab.evaluate<{ release: { version: number } }>(
      `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(message)})`,
    );
  async function begin(count: number) {
    feed = await openFeedHost(extension);
    const rules = withBrands(feed.ruleset, count);
    await feed.publishRules(rules);
    await ask({ type: 'draft', source: JSON.parse(feed.source) });
    return { rules, first: feed.traffic() };
  }
  async function updated(version: number): Promise<number> {
    expect((await ask({ type: 'update' })).release.version).toBe(version);
    return feed.traffic();
  }

  test('10,000 entries: an unchanged check, five changed ones, and seven releases at once', async () => {
    const { rules, first } = await begin(10_000);
    const costs: Record<string, number> = { first, unchanged: await updated(1) };
    let now = changed(rules, 5, 1);
    await feed.publishRules(now);
    costs.five = await updated(2);
    for (let version = 3; version <= 9; version += 1) {
      now = changed(now, 5, version);
      await feed.publishRules(now);
    }
    costs.seven = await updated(9);
    expect(costs.unchanged).toBeLessThan(3 * KB);
    expect(costs.five).toBeLessThan(15 * KB);
    expect(costs.seven).toBeLessThan(15 * KB);
  });

  test('100,000 entries: all of it', async () => {
    const { first } = await begin(100_000);
    expect(first).toBeGreaterThan(500 * KB);
    expect(first).toBeLessThan(1.5 * KB * KB);
  });
});
