// Pages that mean harm or are broken: nothing of ours reaches them, and nothing of theirs is rendered as markup.
import { expect, test } from 'vitest';
import { HOSTILE } from '../../site/hostile.ts';
import { captchaPage, shopeeEmptyPage, shopeeRefusedPage } from '../../site/shopee.ts';
import { withoutExtension } from '../../site/site.ts';
import { type Driver, pause, type Tab, until } from '../driver.ts';

/** Long enough for a page that never gets ready: the reading deadline is three seconds after the document. */
const DEADLINE = 4_000;

const EMPTY: Record<string, [url: string, body: string]> = {
  'a refused visitor': ['https://shopee.co.id/Lampu-i.771100201.1', shopeeRefusedPage()],
  'a shell that never fills': ['https://shopee.co.id/Lampu-i.771100201.2', shopeeEmptyPage()],
  'a captcha in place of a product': ['https://www.tokopedia.com/dapur-rapi/rak-1', captchaPage()],
};

export function hostileScenarios(driver: () => Driver, tab: () => Tab): void {
  test.for(Object.entries(HOSTILE))('%s: no exception, nothing rendered from markup', async ([name, page]) => {
    const url = driver().site.put(
      `https://www.tokopedia.com/dapur-rapi/jahat-${Object.keys(HOSTILE).indexOf(name)}`,
      page(),
    );
    await tab().open(withoutExtension(url));
    await pause(400);
    const without = [...tab().errors];
    await tab().open(url);
    await until(
      () => tab().shown(),
      (shown) => shown.some((item) => !item.text.includes('…')),
      DEADLINE,
    );
    await pause(400);
    expect(tab().errors).toEqual(without);
    for (const item of await tab().shown()) expect(item.foreign).toBe(0);
    const [item] = await tab().shown();
    if (item) await tab().click(item.box.x + 5, item.box.y + item.box.height / 2);
    await pause(500);
    for (const shown of await tab().shown()) expect(shown.foreign).toBe(0);
    expect(await tab().evaluate('typeof globalThis.owned + typeof ({}).polluted')).toBe('undefinedundefined');
  });

  test('a refused visitor, an empty shell, a captcha: no badge', async () => {
    const tabs = await Promise.all(
      Object.values(EMPTY).map(async ([url, body]) => {
        const own = await driver().tab();
        await own.open(driver().site.put(url, body));
        return own;
      }),
    );
    await pause(DEADLINE);
    for (const own of tabs) {
      expect(await own.shown()).toEqual([]);
      expect(own.errors).toEqual([]);
      await own.close();
    }
  });
}
