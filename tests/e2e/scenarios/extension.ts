// The extension's own side: a worker that comes and goes, the popup and its language.
import { expect, test } from 'vitest';
import { IMPORTED } from '../../site/catalogue.ts';
import { tokopediaUrl } from '../../site/tokopedia-product.ts';
import { badge, type Driver, type Tab, until } from '../driver.ts';

const PAGE = tokopediaUrl(IMPORTED);

const CHOOSE = (lang: string) => `{
  const select = document.querySelector('select');
  select.value = '${lang}';
  select.dispatchEvent(new Event('change', { bubbles: true }));
}`;

const textOf = (tab: Tab) => tab.evaluate<string>('document.body.innerText');

async function says(tab: Tab, words: RegExp): Promise<string | undefined> {
  await tab.open(PAGE);
  return (
    await until(
      () => badge(tab),
      (seen) => seen !== undefined && words.test(seen.text),
    )
  )?.text;
}

export function extensionScenarios(driver: () => Driver, tab: () => Tab): void {
  test('the popup shows the verdict, its evidence and the version of the rules; its language counts everywhere', async () => {
    expect(await says(tab(), /impor/i)).toMatch(/impor/i);
    const popup = await driver().popup(tab());
    const indonesian = await until(
      () => textOf(popup),
      (text) => text.includes('China'),
    );
    expect(indonesian).toMatch(/kemungkinan impor/i);
    expect(indonesian).toMatch(/made in China/i);
    expect(indonesian).toMatch(/\d{4}\.\d{2}\.\d{2}-/);

    await popup.evaluate(CHOOSE('en'));
    const english = await until(
      () => textOf(popup),
      (text) => text.includes('Likely imported'),
    );
    expect(english).toContain('Likely imported');
    expect(english).not.toMatch(/kemungkinan/i);
    expect(await says(tab(), /imported/i)).toBe('Likely imported');

    await popup.evaluate(CHOOSE('id'));
    expect(await says(tab(), /impor$/i)).toBe('Kemungkinan impor');
    expect(popup.errors).toEqual([]);
    await popup.close();
  });
}
