// The product memory: a card says nothing until its product page was seen, then it speaks; nothing is left once it is cleared.
import { expect, test } from 'vitest';
import { SHOPEE_IMPORTED } from '../../site/catalogue.ts';
import { shopeeSearchPage, shopeeUrl } from '../../site/shopee.ts';
import { badge, badges, type Driver, pause, until } from '../driver.ts';

const RESULTS = 'https://shopee.co.id/search?keyword=lampu%20meja';

export function memoryScenarios(driver: () => Driver): void {
  test('a card speaks with what its product page said, until the memory is cleared', async () => {
    const { shopId, itemId, title, price } = SHOPEE_IMPORTED;
    driver().site.put(
      RESULTS,
      shopeeSearchPage('lampu meja', [{ shopId, itemId, title, price, location: 'Jakarta Utara' }]),
    );
    const popup = await driver().extensionTab('/popup.html');
    const forget = () =>
      popup.evaluate(
        `[...document.querySelectorAll('button')].find(({ textContent }) => /ingatan|forget/i.test(textContent))?.click() ?? null`,
      );
    await until(
      () => popup.evaluate<string>('document.body.innerText'),
      (text) => text.includes('Ingat barang'),
    );
    await forget();
    const tab = await driver().tab();
    await tab.open(RESULTS);
    await pause(1_500);
    expect(await badges(tab)).toEqual([]);

    await tab.open(shopeeUrl(SHOPEE_IMPORTED));
    expect((await badge(tab))?.text).toMatch(/impor/i);
    await tab.open(RESULTS);
    expect((await badge(tab))?.text).toMatch(/impor/i);

    await until(
      () => popup.evaluate<string>('document.body.innerText'),
      (text) => /Hapus ingatan \(\d+ barang\)/.test(text),
    );
    await forget();
    await until(
      () => popup.evaluate<string>('document.body.innerText'),
      (text) => !text.includes('Hapus ingatan'),
    );
    await tab.open(RESULTS);
    await pause(1_500);
    expect(await badges(tab)).toEqual([]);
    await tab.close();
    await popup.close();
  });
}
