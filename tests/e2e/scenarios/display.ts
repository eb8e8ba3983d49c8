// Imports dimmed or hidden on pages of many cards, in the real page: whole cells go, the strip brings them back, an endless
// page ends, and a site that is turned off stays silent.
import { expect, test } from 'vitest';
import { SEARCH_URL } from '../../site/site.ts';
import { badges, type Driver, pause, type Shown, type Tab, until } from '../driver.ts';

/** As popup and panel store it. */
export const choose = async (driver: Driver, choice: object): Promise<void> => {
  const page = await driver.extensionTab('/popup.html');
  await page.evaluate(
    `(globalThis.browser ?? chrome).storage.local.set({ sites: { tokopedia: ${JSON.stringify(choice)} } }).then(() => true)`,
  );
  await page.close();
};

const strip = async (tab: Tab): Promise<Shown | undefined> =>
  until(
    async () => (await tab.shown()).find(({ kind }) => kind === 'strip'),
    (seen) => seen !== undefined,
  );

const visibleCards = (tab: Tab) =>
  tab.evaluate<number>(
    `[...document.querySelectorAll('.grid-cards > a')].filter((card) => card.getClientRects().length > 0).length`,
  );

export function displayScenarios(driver: () => Driver): void {
  test('hidden: every second card goes, no hole stays, and one press brings them back', async () => {
    await choose(driver(), { display: 'hide', off: false });
    const tab = await driver().tab();
    await tab.open(SEARCH_URL);
    const bar = await strip(tab);
    expect(bar?.text).toContain('6 barang impor atau kemungkinan impor disembunyikan di halaman ini');
    expect(await visibleCards(tab)).toBe(6);
    const rows = await tab.evaluate<number[][]>(`(() => {
      const seen = [...document.querySelectorAll('.grid-cards > a')].map((card) => card.getBoundingClientRect()).filter(({ width }) => width > 0);
      return seen.map(({ x, y }) => [Math.round(x), Math.round(y)]);
    })()`);
    // A row is full before the next begins.
    const columns = new Set(rows.map(([x]) => x)).size;
    expect(new Set(rows.slice(0, columns).map(([, y]) => y)).size).toBe(1);
    const show = bar?.buttons.find(({ text }) => text === 'Tampilkan');
    if (!show) throw new Error('The strip has no button that shows them.');
    await tab.click(show.x, show.y);
    expect(
      await until(
        () => visibleCards(tab),
        (count) => count === 12,
      ),
    ).toBe(12);
    expect((await strip(tab))?.text).toContain('6 barang impor atau kemungkinan impor ditampilkan lagi');
    await tab.close();
    await choose(driver(), { display: 'mark', off: false });
  });

  test('dimmed: all cards stay, their badges legible', async () => {
    await choose(driver(), { display: 'dim', off: false });
    const tab = await driver().tab();
    await tab.open(SEARCH_URL);
    expect((await strip(tab))?.text).toContain('6 barang impor atau kemungkinan impor diredupkan');
    expect(await visibleCards(tab)).toBe(12);
    expect(await badges(tab)).toHaveLength(6);
    await tab.close();
    await choose(driver(), { display: 'mark', off: false });
  });

  test('turned off here: nothing stands on the page', async () => {
    await choose(driver(), { display: 'mark', off: true });
    const tab = await driver().tab();
    await tab.open(SEARCH_URL);
    await pause(1_500);
    expect(await tab.shown()).toEqual([]);
    await choose(driver(), { display: 'mark', off: false });
    // Turned on again, the open page is read at once.
    expect(
      await until(
        () => badges(tab),
        (seen) => seen.length === 6,
      ),
    ).toHaveLength(6);
    await tab.close();
  });
}
