// Settings and welcome page in the real browser: a pasted text is judged by the background without a request, what is chosen
// counts on the marketplaces' pages, and everybody can read and use both pages.
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { SEARCH_URL } from '../../site/site.ts';
import { type Driver, type Tab, until } from '../driver.ts';

const TEXT = [
  'Lampu Meja LED <img src=x onerror=alert(1)><b id=stolen>',
  'Negara Asal: China',
  'https://www.lazada.co.id/products/lampu.html',
  'Cahaya hangat untuk kamar.',
].join('\n');

const textOf = (tab: Tab) => tab.evaluate<string>('document.body.innerText');
const says = (tab: Tab, words: string) =>
  until(
    () => textOf(tab),
    (text) => text.includes(words),
  );

/** Opened, drawn, and with what the rules hold. */
async function settings(driver: Driver): Promise<Tab> {
  const tab = await driver.extensionTab('/options.html');
  expect(await says(tab, 'bentuk nomor izin')).toMatch(/\d\.\d{3} merek/);
  return tab;
}

/** Axe in the page itself, colours included. */
const faults = (tab: Tab) =>
  tab.evaluate<string[]>(
    `${axe.source}; axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`,
  );

export function optionsScenarios(driver: () => Driver): void {
  test('a pasted text is judged with the keyboard alone, asks for nothing and is not remembered', async () => {
    const tab = await settings(driver());
    const strangers = driver().strangers();
    const remembered = `document.querySelector('[aria-labelledby=memory-title]').innerText`;
    const before = await tab.evaluate<string>(remembered);

    await tab.evaluate(`document.querySelector('textarea').focus(), true`);
    await tab.evaluate(`document.execCommand('insertText', false, ${JSON.stringify(TEXT)})`);
    await tab.press('Tab');
    await tab.press('Enter');
    await says(tab, 'Buktinya');
    expect(await tab.evaluate(`document.querySelector('[role=status]').innerText`)).toMatch(/^Impor\. .* 9\d%\.$/);
    expect(await tab.evaluate(`document.querySelector('blockquote').innerText`)).toBe('“China”');
    expect(await tab.evaluate(`document.querySelectorAll('img, #stolen').length`)).toBe(0);
    expect(await tab.evaluate(`document.querySelector('.goods').innerText`)).toContain('<b id=stolen');
    expect(await faults(tab)).toEqual([]);

    const again = await settings(driver());
    expect(await again.evaluate(remembered)).toBe(before);
    expect(await again.evaluate(`document.querySelector('textarea').value`)).toBe('');
    await again.close();
    const asked = await tab.evaluate<string[]>(
      `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin))`,
    );
    expect(asked).toEqual([]);
    expect(driver().strangers()).toEqual(strangers);
    expect(tab.errors).toEqual([]);
    await tab.close();
  });

  test('the language that is chosen in the settings counts on the welcome page, too', async () => {
    const tab = await settings(driver());
    const welcome = await driver().extensionTab('/welcome.html');
    expect(await says(welcome, 'jawaban yang jujur')).toContain('Kemungkinan impor');
    const choose = (lang: string) =>
      tab.evaluate(`(() => {
        const select = document.querySelector('select');
        select.value = '${lang}';
        return select.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    await choose('en');
    expect(await says(welcome, 'an honest answer')).toContain('Likely imported');
    expect(await says(tab, 'Check a text')).not.toContain('Cek teks');
    expect(await faults(welcome)).toEqual([]);
    await choose('id');
    await says(welcome, 'jawaban yang jujur');
    expect([...tab.errors, ...welcome.errors]).toEqual([]);
    await welcome.close();
    await tab.close();
  });

  test('imports that are hidden by a choice in the settings are hidden on the page of results', async () => {
    const tab = await settings(driver());
    const choose = (display: string) =>
      tab.evaluate(`(() => {
        const group = [...document.querySelectorAll('fieldset')].find((one) => one.innerText.startsWith('Tokopedia'));
        [...group.querySelectorAll('label')].find((one) => one.innerText.trim() === '${display}').click();
        return true;
      })()`);
    await choose('Sembunyikan');
    const results = await driver().tab();
    await results.open(SEARCH_URL);
    const shown = await until(
      () => results.shown(),
      (seen) => seen.some(({ kind }) => kind === 'strip'),
    );
    expect(shown.find(({ kind }) => kind === 'strip')?.text).toContain('6 barang impor');
    await choose('Tandai saja');
    await until(
      () => results.shown(),
      (seen) => !seen.some(({ kind }) => kind === 'strip'),
    );
    await results.close();
    await tab.close();
  });

  test('the popup leads to the settings; the welcome page was opened by the installation', async () => {
    expect(driver().welcomed).toBe(true);
    const popup = await driver().extensionTab('/popup.html');
    await says(popup, 'Pengaturan');
    const helper = await driver().extensionTab('/welcome.html');
    const press = `[...document.querySelectorAll('button')].find((one) => one.innerText === 'Pengaturan').click()`;
    // It closes itself.
    await popup.evaluate(`setTimeout(() => ${press}, 50), true`);
    const open = `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) =>
      tabs.filter(({ url }) => url === location.origin + '/options.html').map(({ id }) => id))`;
    const opened = await until(
      () => helper.evaluate<number[]>(open),
      (ids) => ids.length > 0,
    );
    expect(opened).toHaveLength(1);
    await helper.evaluate(`(globalThis.browser ?? chrome).tabs.remove(${JSON.stringify(opened)}).then(() => true)`);
    await popup.close().catch(() => undefined);
    await helper.close();
  });
}

/** Firefox alone lets a host of the manifest be taken back by the extension itself. */
export function permissionScenarios(driver: () => Driver): void {
  test('a host that may no longer be read is named on the welcome page, and one press brings it back', async () => {
    const tab = await driver().extensionTab('/welcome.html');
    await says(tab, 'CekAsal boleh membaca');
    await tab.evaluate(`browser.permissions.remove({ origins: ['https://shopee.co.id/*'] })`);
    expect(await says(tab, 'belum boleh')).toContain('CekAsal belum boleh membaca shopee.co.id.');
    const { x, y } = await tab.evaluate<{ x: number; y: number }>(`(() => {
      const { x, y, width, height } = document.querySelector('.allow').getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    })()`);
    await tab.click(x, y);
    expect(await says(tab, 'CekAsal boleh membaca')).not.toContain('belum boleh');
    await tab.close();
  });
}
