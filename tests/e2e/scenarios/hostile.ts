// Pages that mean harm or are broken: nothing of ours reaches them, and nothing of theirs is rendered as markup.
import { expect, test } from 'vitest';
import { HOSTILE } from '../../site/hostile.ts';
import { captchaPage, shopeeEmptyPage, shopeeRefusedPage } from '../../site/shopee.ts';
import { withoutExtension } from '../../site/site.ts';
import { type Driver, panel, pause, until } from '../driver.ts';

/** Long enough for a page that never gets ready: the reading deadline is three seconds after the document. */
const DEADLINE = 4_000;

const EMPTY: Record<string, [url: string, body: string]> = {
  'a refused visitor': ['https://shopee.co.id/Lampu-i.771100201.1', shopeeRefusedPage()],
  'a shell that never fills': ['https://shopee.co.id/Lampu-i.771100201.2', shopeeEmptyPage()],
  'a captcha in place of a product': ['https://www.tokopedia.com/dapur-rapi/rak-1', captchaPage()],
};

/** @param names The pages of site/hostile.ts. */
export function hostileScenarios(driver: () => Driver, names: readonly string[]): void {
  test.concurrent.for(names)('%s: no exception, nothing rendered from markup', async (name) => {
    const tab = await driver().tab();
    const address = `https://www.tokopedia.com/dapur-rapi/jahat-${Object.keys(HOSTILE).indexOf(name)}`;
    const url = driver().site.put(address, HOSTILE[name]?.() ?? '');
    await tab.open(withoutExtension(url));
    await pause(400);
    const without = [...tab.errors];
    await tab.open(url);
    const shown = await until(
      () => tab.shown(),
      (items) => items.some((item) => !item.text.includes('…')),
      DEADLINE,
    );
    await pause(400);
    const [badge] = shown;
    if (badge) await tab.click(badge.box.x + 5, badge.box.y + badge.box.height / 2);
    await pause(400);
    for (const item of await tab.shown()) expect(item.foreign).toBe(0);
    expect(await tab.evaluate('typeof globalThis.owned + typeof ({}).polluted')).toBe('undefinedundefined');
    expect(tab.errors).toEqual(without);
    await tab.close();
  });

  test('markup on the page is shown as the words that it is', async () => {
    const tab = await driver().tab();
    await tab.open(
      driver().site.put('https://www.tokopedia.com/dapur-rapi/kutipan-1', HOSTILE['markup in every text']?.() ?? ''),
    );
    const [badge] = await until(
      () => tab.shown(),
      (items) => items.some((item) => !item.text.includes('…')),
    );
    if (!badge) throw new Error('No badge stands on the page.');
    await tab.click(badge.box.x + 5, badge.box.y + badge.box.height / 2);
    const opened = await until(
      () => panel(tab),
      (item) => item?.text.includes('made in China') === true,
    );
    expect(opened?.text).toContain('<b id=stolen>TEBAL</b>');
    await tab.close();
  });
}

/** Pages that show no product, though their address promises one. */
export function emptyScenarios(driver: () => Driver): void {
  test.concurrent.for(Object.entries(EMPTY))('%s: no badge', async ([, [url, body]]) => {
    const tab = await driver().tab();
    await tab.open(driver().site.put(url, body));
    await pause(DEADLINE);
    expect(await tab.shown()).toEqual([]);
    expect(tab.errors).toEqual([]);
    await tab.close();
  });
}
