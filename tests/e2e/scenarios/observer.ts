// The page's own answers, by consent: read only where the user agreed, only those about goods, and the page cannot tell by
// what it gets. The pages of this file ask their own host, as every marketplace's do.
import { expect, test } from 'vitest';
import { asking, json, script } from '../../site/html.ts';
import { type ShopeeCard, shopeeSearchPage } from '../../site/shopee.ts';
import { badge, badges, type Driver, pause, type Tab } from '../driver.ts';

const PAGE = 'https://shopee.co.id/search?keyword=kipas%20genggam';
const GOODS = 'https://shopee.co.id/api/v4/search/search_items?keyword=kipas';
const CART = 'https://shopee.co.id/api/v4/cart/get?x=1';

const CARD: ShopeeCard = {
  shopId: '7101',
  itemId: '8800123',
  title: 'Kipas Genggam Lipat 3 Kecepatan',
  price: 39_000,
  location: 'Jakarta Utara',
};

/** What the marketplace flags as sold from abroad; the page itself does not print it. */
const item = {
  itemid: Number(CARD.itemId),
  shopid: Number(CARD.shopId),
  name: CARD.title,
  price: CARD.price * 100_000,
  shop_location: CARD.location,
  cb_option: 1,
};

/** The page's scripts: listen for whatever might be said aloud, then ask by fetch and by XMLHttpRequest. */
const ASK = script(`
  window.heard = [];
  for (const type of ['message', 'cekasal-offer', 'cekasal-ask']) addEventListener(type, () => heard.push(type));
  window.asked = (async () => {
    const answer = await fetch('${GOODS}');
    const request = new XMLHttpRequest();
    request.open('GET', '${CART}');
    const cart = new Promise((done) => request.addEventListener('load', () => done(request.responseText)));
    request.send();
    const refused = await fetch('/api/v4/search/search_items?offline', { signal: AbortSignal.abort() }).catch(({ name }) => name);
    return { goods: await answer.json(), used: answer.bodyUsed, cart: JSON.parse(await cart), refused,
      native: [fetch, XMLHttpRequest.prototype.open].every((one) => String(one).includes('[native code]')),
      names: [fetch.name, fetch.length, XMLHttpRequest.prototype.open.name] };
  })();`);

interface Asked {
  goods: unknown;
  used: boolean;
  cart: unknown;
  refused: string;
  native: boolean;
  names: unknown[];
}

const consent = async (driver: Driver, observe: boolean): Promise<void> => {
  const page = await driver.extensionTab('/popup.html');
  await page.evaluate(
    `(globalThis.browser ?? chrome).storage.local.set({ sites: { shopee: { observe: ${observe} } } }).then(() => true)`,
  );
  await pause(500);
  await page.close();
};

const asked = (tab: Tab) => tab.evaluate<Asked>('window.asked');

export function observerScenarios(driver: () => Driver): void {
  test('answers about goods are read once the user agreed, and the page gets what it would get anyway', async () => {
    const { site } = driver();
    site.put(PAGE, asking(shopeeSearchPage('kipas genggam', [CARD]).replace('<title>', `${ASK}<title>`)));
    site.put(GOODS, json({ items: [{ item_basic: item }] }));
    // Goods of an abroad shop, but in an answer that concerns the user.
    site.put(CART, json({ items: [{ item_basic: { ...item, itemid: 8_800_124 } }] }));
    for (const url of [GOODS, CART]) driver().pageAsks(url);

    const tab = await driver().tab();
    await tab.open(PAGE);
    const before = await asked(tab);
    await pause(1_500);
    expect(await badges(tab)).toEqual([]);

    await consent(driver(), true);
    const count = site.requests.length;
    await tab.open(PAGE);
    expect((await badge(tab))?.text).toMatch(/impor/i);
    expect(await asked(tab)).toEqual(before);
    expect(await tab.evaluate('window.heard')).toEqual([]);
    expect(await tab.evaluate('Object.keys(window).filter((key) => /cekasal/i.test(key))')).toEqual([]);
    expect(site.requests.slice(count).filter((url) => !url.endsWith('.ico'))).toEqual([PAGE, GOODS, CART]);
    expect(tab.errors.filter((error) => !/favicon/.test(error))).toEqual([]);

    await consent(driver(), false);
    await tab.open(PAGE);
    await asked(tab);
    await pause(1_500);
    expect(await badges(tab)).toEqual([]);
    await tab.close();
  });
}
