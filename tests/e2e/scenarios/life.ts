// What pages live through: back and forward, two marketplaces side by side, a narrower window, something laid over a badge.
import { expect, test } from 'vitest';
import { IMPORTED } from '../../site/catalogue.ts';
import { SEARCH_URL, SHOPEE_SEARCH_URL } from '../../site/site.ts';
import { tokopediaUrl } from '../../site/tokopedia-product.ts';
import { badge, badges, type Driver, pause, type Tab, until } from '../driver.ts';
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
    expect(tab.errors).toEqual([]);
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
}
