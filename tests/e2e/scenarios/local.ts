// Local goods in the real browser: beside an imported product in the panel, at the foot of results as a strip, and gone for good
// once they are not wanted. No link is followed: they lead to pages that no test opened.
import { expect, test } from 'vitest';
import { cards, LOCAL, SHOPEE_CARDS, SHOPEE_IMPORTED } from '../../site/catalogue.ts';
import { shopeeSearchPage, shopeeUrl } from '../../site/shopee.ts';
import { searchPage } from '../../site/tokopedia-cards.ts';
import { tokopediaUrl } from '../../site/tokopedia-product.ts';
import { badge, badges, type Driver, panel, pause, type Shown, type Tab, until } from '../driver.ts';
import { choose } from './display.ts';

const RESULTS = 'https://www.tokopedia.com/search?q=sepatu%20kulit';
const SHOPEE_RESULTS = 'https://shopee.co.id/search?keyword=tas%20wanita';
const RULES = { target: '_blank', rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' };

const shown = async (tab: Tab, kind: Shown['kind']): Promise<Shown | undefined> =>
  until(
    async () => (await tab.shown()).find((one) => one.kind === kind),
    (seen) => seen !== undefined,
  );

const press = (tab: Tab, strip: Shown | undefined, words: string) => {
  const button = strip?.buttons.find(({ text }) => text === words);
  if (!button) throw new Error(`No button says "${words}".`);
  return tab.click(button.x, button.y);
};

export function localScenarios(driver: () => Driver): void {
  test('beside imported goods the panel names who makes such here, and each link searches for just that', async () => {
    const tab = await driver().tab();
    await tab.open(shopeeUrl(SHOPEE_IMPORTED));
    const seen = await badge(tab);
    if (!seen) throw new Error('No badge stands on the product.');
    await tab.click(seen.box.x + 5, seen.box.y + 5);
    const opened = await until(
      () => panel(tab),
      (one) => (one?.links.length ?? 0) > 0,
    );
    expect(opened?.text).toContain('Buatan lokal untuk lampu');
    expect(opened?.text).toMatch(/Dasar: .+, dilihat \d+ \w+ \d{4}/);
    const links = opened?.links ?? [];
    expect(links.length).toBeLessThanOrEqual(3);
    for (const { text, ...link } of links) {
      const [, words = ''] = /^Cari “(.+)” di Shopee$/.exec(text) ?? [];
      const href = `https://shopee.co.id/search?keyword=${encodeURIComponent(words)}`;
      expect(link).toEqual({ href, ...RULES });
    }
    expect(tab.errors).toEqual([]);
    await tab.close();
  });

  test('goods that may be local can be proposed: the form stands in a tab of the extension, filled in, and sends nothing', async () => {
    const tab = await driver().tab();
    // Tall enough for all of the panel: what is out of sight can't be pressed.
    await tab.resize(1_200, 2_400);
    await tab.open(tokopediaUrl(LOCAL));
    const seen = await badge(tab);
    if (!seen) throw new Error('No badge stands on the product.');
    await tab.click(seen.box.x + 5, seen.box.y + 5);
    const words = 'Usulkan sebagai alternatif lokal';
    const opened = await until(
      () => panel(tab),
      (one) => one?.buttons.some(({ text }) => text === words) === true,
    );
    const choice = opened?.buttons.find(({ text }) => text === words);
    if (!choice) throw new Error(`No button says "${words}".`);
    await tab.click(choice.x, choice.y);
    const form = await driver().extensionTab('/propose.html');
    const preview = `document.querySelector('.preview')?.textContent ?? ''`;
    const text = await until(
      () => form.evaluate<string>(preview),
      (shown) => shown.includes('Dapur Bu Ratri'),
    );
    expect(text).toContain('kinds: [sambal]');
    expect(text).toContain('https://www.tokopedia.com/dapur-bu-ratri/');
    expect(form.errors).toEqual([]);
    for (const one of [form, tab]) await one.close();
  });

  test('results say at their foot who makes it here; the two strips stand above each other', async () => {
    driver().site.put(RESULTS, searchPage('sepatu kulit', cards(12), []));
    await choose(driver(), { display: 'dim', off: false });
    const tab = await driver().tab();
    await tab.open(RESULTS);
    const strip = await shown(tab, 'local');
    expect(strip?.text).toContain('Buatan lokal untuk “sepatu kulit”:');
    expect(strip?.links.length).toBeGreaterThan(0);
    for (const { text: _, href, ...link } of strip?.links ?? []) {
      expect(href).toMatch(/^https:\/\/www\.tokopedia\.com\/[^#]+$/);
      expect(link).toEqual(RULES);
    }
    const imports = await shown(tab, 'strip');
    const [one, other] = [(await shown(tab, 'local'))?.box, imports?.box].sort((a, b) => (a?.y ?? 0) - (b?.y ?? 0));
    expect((one?.y ?? 0) + (one?.height ?? 0)).toBeLessThan(other?.y ?? 0);
    expect(await badges(tab)).toHaveLength(6);
    expect(tab.errors).toEqual([]);
    await tab.close();
    await choose(driver(), { display: 'mark', off: false });
  });

  test('after "Jangan tampilkan lagi" it stays away everywhere, until the settings bring it back', async () => {
    driver().site.put(RESULTS, searchPage('sepatu kulit', cards(12), []));
    driver().site.put(SHOPEE_RESULTS, shopeeSearchPage('tas wanita', SHOPEE_CARDS));
    const tab = await driver().tab();
    const other = await driver().tab();
    await other.open(SHOPEE_RESULTS);
    expect((await shown(other, 'local'))?.text).toContain('“tas wanita”');
    await tab.open(RESULTS);
    await press(tab, await shown(tab, 'local'), 'Jangan tampilkan lagi');
    const isGone = (one: Tab) =>
      until(
        async () => (await one.shown()).filter(({ kind }) => kind === 'local'),
        (seen) => seen.length === 0,
      );
    expect([await isGone(tab), await isGone(other)]).toEqual([[], []]);
    await tab.open(RESULTS);
    await pause(1_500);
    expect(await isGone(tab)).toEqual([]);
    expect(await badges(tab)).toHaveLength(6);

    const settings = await driver().extensionTab('/options.html');
    await until(
      () => settings.evaluate<boolean>(`document.querySelector('.local-choice input') !== null`),
      (there) => there,
    );
    expect(await settings.evaluate(`document.querySelector('.local-choice input').checked`)).toBe(false);
    await settings.evaluate(`document.querySelector('.local-choice input').click()`);
    expect((await shown(tab, 'local'))?.text).toContain('“sepatu kulit”');
    for (const one of [settings, other, tab]) await one.close();
  });
}
