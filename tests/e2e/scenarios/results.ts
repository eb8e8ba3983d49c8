// Pages of many cards: evidence or silence on each, one message a batch, right after re-use, and nothing moves.
import { expect, test } from 'vitest';
import { cards, SHOPEE_CARDS } from '../../site/catalogue.ts';
import { rupiah } from '../../site/html.ts';
import { shopeeUrl } from '../../site/shopee.ts';
import { CATEGORY_URL, SEARCH_URL, SHOP_URL, SHOPEE_SEARCH_URL, withoutExtension } from '../../site/site.ts';
import { cardUrl, type TokopediaCard } from '../../site/tokopedia-cards.ts';
import { badges, type Driver, panel, pause, type Tab, until } from '../driver.ts';

/** Every second card of the catalogue says that it is imported. */
const isImported = (card: { title: string }) => card.title.endsWith('Import China');
const addresses = (list: TokopediaCard[]) => list.filter(isImported).map((card) => new URL(cardUrl(card)).href);

const badgeLinks = async (tab: Tab) => (await badges(tab)).map((badge) => badge.link?.split('?extraParams')[0] ?? null);

const settle = (tab: Tab, count: number) =>
  until(
    () => badges(tab),
    (seen) => seen.length === count,
  );

const POSITIONS = `JSON.stringify([...document.querySelectorAll('.grid-cards > a, .grid-cards .name, .place')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
}))`;

export function resultScenarios(driver: () => Driver, tab: () => Tab): void {
  test.for([
    ['tokopedia search', SEARCH_URL, addresses(cards(12))],
    ['tokopedia category', CATEGORY_URL, addresses([...cards(7), ...cards(1, 8)])],
    ['tokopedia shop', SHOP_URL, addresses(cards(8))],
    ['shopee search', SHOPEE_SEARCH_URL, SHOPEE_CARDS.filter(isImported).map(shopeeUrl)],
  ] as const)('%s: a badge on the cards with evidence, silence on the others', async ([, url, expected]) => {
    await tab().open(url);
    const seen = await settle(tab(), expected.length);
    expect(await badgeLinks(tab())).toEqual(expected);
    for (const { text } of seen) expect(text).toMatch(/impor/i);
    expect(tab().errors).toEqual([]);
  });

  test('more cards: one message for the new ones, none for those that are known', async () => {
    const listener = await driver().extensionTab('/popup.html');
    await listener.evaluate(`globalThis.batches = [], (globalThis.browser ?? chrome).runtime.onMessage.addListener((message) => {
      if (message.type === 'assess') batches.push(message.listings.length);
    }), true`);
    const batches = () => listener.evaluate<number[]>('batches');
    const page = await driver().tab();
    await page.open(SEARCH_URL);
    await settle(page, 6);
    const first = await batches();
    expect(first.reduce((sum, size) => sum + size, 0)).toBe(12);
    expect(first.length).toBeLessThanOrEqual(2);
    await page.evaluate('append(20)');
    await settle(page, 16);
    expect((await batches()).slice(first.length)).toEqual([20]);
    expect(await badgeLinks(page)).toEqual(addresses(cards(32)));
    await pause(1_000);
    expect((await batches()).length).toBe(first.length + 1);
    await page.close();
    await listener.close();
  });

  test('a card that is re-used for another listing loses its badge at once and gets that of the new listing', async () => {
    await tab().open(SEARCH_URL);
    await settle(tab(), 6);
    const write = (card: TokopediaCard) =>
      JSON.stringify({
        href: cardUrl(card),
        title: card.title,
        price: rupiah(card.price),
        shop: card.shop.name,
        city: card.city,
      });
    const [imported, plain] = [cards(1, 40)[0], cards(1, 41)[0]];
    if (!imported || !plain) throw new Error('The catalogue is empty.');
    // Two frames later, in the page's own time, the old badge must be gone.
    const gone = await tab().evaluate<boolean>(`new Promise((done) => {
      const strangers = () => document.querySelector('.grid-cards > a').querySelectorAll('span:not([class]):not([data-testid]):empty').length;
      const before = strangers();
      recycle(0, ${write(plain)});
      requestAnimationFrame(() => requestAnimationFrame(() => done(strangers() < before)));
    })`);
    expect(gone).toBe(true);
    await tab().evaluate(`recycle(1, ${write(imported)})`);
    await settle(tab(), 6);
    await pause(500);
    expect(await badgeLinks(tab())).toEqual([cardUrl(imported), ...addresses(cards(12)).slice(1)]);
  });

  test('no card and no word moves for a badge', async () => {
    await tab().open(withoutExtension(SEARCH_URL));
    const before = await tab().evaluate<string>(POSITIONS);
    await tab().open(SEARCH_URL);
    await settle(tab(), 6);
    expect(await tab().evaluate<string>(POSITIONS)).toBe(before);
  });

  test('a click on a badge opens the panel and does not follow the card', async () => {
    await tab().open(SEARCH_URL);
    const [first] = await settle(tab(), 6);
    if (!first) throw new Error('No badge stands on the results.');
    await tab().click(first.box.x + first.box.width / 2, first.box.y + first.box.height / 2);
    const opened = await until(
      () => panel(tab()),
      (seen) => seen !== undefined && seen.text.length > 20,
    );
    expect(opened?.text).toContain('Import China');
    expect(await tab().evaluate('location.href')).toBe(SEARCH_URL);
  });
}
