// What pages live through: back and forward, two marketplaces side by side, a narrower window, something laid over a badge.
import { expect, test } from 'vitest';
import { IMPORTED } from '../../site/catalogue.ts';
import { SEARCH_URL, SHOPEE_SEARCH_URL } from '../../site/site.ts';
import { tokopediaUrl } from '../../site/tokopedia-product.ts';
import { badge, badges, type Driver, pause, type Shown, type Tab, until } from '../driver.ts';
import { choose } from './display.ts';

const settle = (tab: Tab, count: number) =>
  until(
    () => badges(tab),
    (seen) => seen.length === count,
  );

const visibleCards = (tab: Tab) =>
  tab.evaluate<number>(
    `[...document.querySelectorAll('.grid-cards > a, li[data-sqe]')].filter((card) => card.getClientRects().length > 0).length`,
  );

/** As a shopper goes: no protocol's own way back knows of a page that was kept, it waits for one to load. */
async function go(tab: Tab, how: string, url: string): Promise<void> {
  await tab.evaluate(`setTimeout(() => ${how}), true`);
  await until(
    () => tab.evaluate<string>('location.href').catch(() => ''),
    (href) => href === url,
  );
}

const back = (tab: Tab) => go(tab, 'history.back()', SEARCH_URL);

export function lifeScenarios(driver: () => Driver): void {
  test('back to a page that the browser kept: each badge once, and by what was chosen meanwhile', async () => {
    const tab = await driver().tab();
    await tab.open(SEARCH_URL);
    await settle(tab, 6);
    await tab.evaluate(
      `globalThis.kept = 0, addEventListener('pageshow', ({ persisted }) => { kept += Number(persisted); })`,
    );
    await tab.open(tokopediaUrl(IMPORTED));
    expect(await badge(tab)).toBeDefined();
    await back(tab);
    expect(await tab.evaluate('globalThis.kept')).toBe(1);
    expect(await settle(tab, 6)).toHaveLength(6);

    await go(tab, `location.assign(${JSON.stringify(tokopediaUrl(IMPORTED))})`, tokopediaUrl(IMPORTED));
    await choose(driver(), { display: 'hide', off: false });
    await back(tab);
    await until(
      () => visibleCards(tab),
      (count) => count === 6,
    );
    expect(await visibleCards(tab)).toBe(6);
    await choose(driver(), { display: 'mark', off: false });
    expect(
      await until(
        () => visibleCards(tab),
        (count) => count === 12,
      ),
    ).toBe(12);
    await pause(300);
    expect(await badges(tab)).toHaveLength(6);
    // A browser asks for the icon by itself, and the test site's policy forbids it.
    expect(tab.errors.filter((error) => !error.includes('favicon.ico'))).toEqual([]);
    await tab.close();
  });

  test('what is chosen for one marketplace changes nothing on another that is open beside it', async () => {
    const [one, other] = [await driver().tab(), await driver().tab()];
    await one.open(SEARCH_URL);
    await other.open(SHOPEE_SEARCH_URL);
    await settle(one, 6);
    await settle(other, 6);
    await choose(driver(), { display: 'hide', off: false });
    await until(
      () => visibleCards(one),
      (count) => count === 6,
    );
    expect(await visibleCards(one)).toBe(6);
    expect(await settle(other, 6)).toHaveLength(6);
    expect(await visibleCards(other)).toBe(12);
    expect((await other.shown()).some(({ kind }) => kind === 'strip')).toBe(false);
    await choose(driver(), { display: 'mark', off: true });
    expect(await settle(one, 0)).toEqual([]);
    expect(await settle(other, 6)).toHaveLength(6);
    await choose(driver(), { display: 'mark', off: false });
    await one.close();
    await other.close();
  });

  test('a narrower window: the badge neither sticks out nor lies on the title', async () => {
    const tab = await driver().tab();
    await tab.open(tokopediaUrl(IMPORTED));
    await badge(tab);
    try {
      for (const width of [420, 1200, 640, 360]) {
        await tab.resize(width, 740);
        // Two turns: the page's layout, then ours.
        await pause(400);
        const [seen] = await badges(tab);
        if (!seen) throw new Error(`No badge at ${width} px.`);
        const { x, y, width: wide, height } = seen.box;
        expect(x + wide, `at ${width} px`).toBeLessThanOrEqual(width);
        const covered = await tab.evaluate<number>(`(() => {
          const title = document.querySelector('[data-testid=lblPDPDetailProductName]');
          const range = document.createRange();
          range.selectNodeContents([...title.childNodes].find(({ nodeType }) => nodeType === 3));
          return [...range.getClientRects()].filter((line) =>
            line.left < ${x + wide} - 1 && line.right > ${x} + 1 && line.top + 4 < ${y + height} && line.bottom - 4 > ${y}).length;
        })()`);
        expect(covered, `lines of the title under the badge at ${width} px`).toBe(0);
      }
    } finally {
      await tab.resize(1200, 800);
    }
    await tab.close();
  });

  /** Whether a press on the middle of each of these badges reaches it. */
  const reached = async (tab: Tab, seen: Shown[]) =>
    tab.evaluate<boolean[]>(
      `${JSON.stringify(seen.map(({ box }) => [box.x + box.width / 2, box.y + box.height / 2]))}.map(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && top.matches('span:not([class]):not([data-testid]):empty');
      })`,
    );

  test('cards with something laid over their corner: the badges come out from under it', async () => {
    const tab = await driver().tab();
    await tab.open(SEARCH_URL);
    await settle(tab, 6);
    await tab.evaluate(`for (const card of document.querySelectorAll('.grid-cards > a')) {
      card.style.position = 'relative';
      const cover = document.createElement('div');
      cover.className = 'cover';
      Object.assign(cover.style, { position: 'absolute', inset: '0', zIndex: '50' });
      card.append(cover);
    }`);
    const inView = async () => (await badges(tab)).filter(({ box }) => box.y > 0 && box.y + box.height < 800);
    const seen = await until(
      async () => reached(tab, await inView()),
      (all) => all.length > 0 && all.every(Boolean),
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(false);
    expect(await badges(tab)).toHaveLength(6);
    await tab.close();
  });

  test('a page that covers the badge wherever it goes has its way after two moves', async () => {
    const tab = await driver().tab();
    await tab.open(tokopediaUrl(IMPORTED));
    await badge(tab);
    await tab.evaluate(`(() => {
      const title = document.querySelector('[data-testid=lblPDPDetailProductName]');
      const cover = document.createElement('div');
      cover.className = 'cover';
      document.body.append(cover);
      globalThis.places = new Set();
      globalThis.host = title.querySelector('span:not([class]):empty');
      setInterval(() => {
        const { x, y, width, height } = host.getBoundingClientRect();
        places.add([x, y, getComputedStyle(host).zIndex].join());
        Object.assign(cover.style, { position: 'fixed', left: x + 'px', top: y + 'px', width: width + 'px', height: height + 'px', zIndex: 2147483647 });
      }, 50);
    })()`);
    await until(
      () => tab.evaluate<number>('places.size'),
      (size) => size === 3,
      20_000,
    );
    await pause(4_000);
    expect(await tab.evaluate('places.size')).toBe(3);
    expect(await badges(tab)).toHaveLength(1);
    expect(tab.errors).toEqual([]);
    await tab.close();
  });
}
