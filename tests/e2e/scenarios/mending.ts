// Volunteer mode on a redesigned page: a label was renamed, so the fact behind it is not read. A volunteer points at it, tries
// the map, sees the badge change, and takes the map away as YAML that the command line reads in the same way.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesetFolder } from '../../../cli/io.ts';
import { marketplaces } from '../../../utils/curation/entities/marketplaces.ts';
import { readEntry } from '../../../utils/curation/read.ts';
import { type ShopeeProduct, shopeeProductPage, shopeeUrl } from '../../site/shopee.ts';
import { badge, type Driver, type Shown, type Tab, until } from '../driver.ts';

const REDESIGNED: ShopeeProduct = {
  shopId: '771100401',
  itemId: '24880022001',
  title: 'Rak Dinding Kayu Minimalis',
  price: 84_000,
  shopName: 'rak.ceria',
  specification: { Merek: 'Rakindo', Bahan: 'Kayu', 'Paket Berangkat Dari': 'Shenzhen' },
  description: 'Rak dinding untuk dapur.',
};
const URL_ = shopeeUrl(REDESIGNED);
const OTHER: ShopeeProduct = { ...REDESIGNED, itemId: '24880022002', title: 'Rak Sudut Kayu Polos' };

export const drawer = async (tab: Tab, has: string): Promise<Shown> => {
  const seen = await until(
    async () => (await tab.shown()).find(({ kind, text }) => kind === 'drawer' && text.includes(has)),
    (found) => found !== undefined,
  );
  if (!seen) throw new Error(`The drawer does not say "${has}": ${JSON.stringify(await tab.shown())}`);
  return seen;
};

/** Presses the first button of the drawer whose words begin so. */
export async function press(tab: Tab, words: string, has = words): Promise<void> {
  const button = (await drawer(tab, has)).buttons.find(({ text }) => text.trim().startsWith(words));
  if (!button) throw new Error(`The drawer has no button "${words}".`);
  await tab.click(button.x, button.y);
}

/** Presses the popup's entry on this tab. */
export async function openMending(driver: Driver, tab: Tab): Promise<void> {
  const popup = await driver.popup(tab);
  const find = `[...document.querySelectorAll('button')].find(({ textContent }) => /Mode relawan|Volunteer mode/.test(textContent))`;
  await until(
    () => popup.evaluate<boolean>(`${find} !== undefined`),
    (there) => there,
  );
  // It closes itself.
  await popup.evaluate(`setTimeout(() => ${find}.click(), 50)`);
  await until(
    () => tab.shown(),
    (seen) => seen.some(({ kind }) => kind === 'drawer'),
  );
  await popup.close().catch(() => undefined);
}

/** The middle of what a selector finds, scrolled into view. */
export const middleOf = (tab: Tab, expression: string) =>
  tab.evaluate<{ x: number; y: number }>(`(() => {
    const element = ${expression};
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + Math.min(width / 2, 20), y: y + height / 2 };
  })()`);

/** How many products are remembered, as the popup says. */
async function remembered(driver: Driver): Promise<number> {
  const popup = await driver.extensionTab('/popup.html');
  const text = await until(
    () => popup.evaluate<string>('document.body.innerText'),
    (said) => said.includes('Hapus ingatan'),
  );
  await popup.close();
  return Number(/Hapus ingatan \((\d+) barang\)/.exec(text)?.[1]);
}

const VALUE = `[...document.querySelectorAll('.row > div')].find(({ textContent }) => textContent === 'Shenzhen')`;

const says = async (tab: Tab, words: string) =>
  (
    await until(
      () => badge(tab),
      (seen) => seen?.text === words,
    )
  )?.text;

export function mendingScenarios(driver: () => Driver): void {
  test('a renamed label is mended by pointing, tried in this tab, and exported', async () => {
    driver().site.put(URL_, shopeeProductPage(REDESIGNED));
    driver().site.put(shopeeUrl(OTHER), shopeeProductPage(OTHER));
    const tab = await driver().tab();
    await tab.open(URL_);
    expect(await says(tab, 'Belum diketahui')).toBe('Belum diketahui');

    await openMending(driver(), tab);
    expect((await drawer(tab, 'Shopee')).text).toContain('Dikirim dari tidak terbaca');
    await press(tab, 'Dikirim dari');
    expect((await drawer(tab, 'Cara membacanya')).text).toContain('Tidak menemukan apa-apa');
    await press(tab, 'Tunjuk di halaman');
    await drawer(tab, 'Klik tempatnya');
    await tab.evaluate(`globalThis.heard = 0, addEventListener('click', () => heard++, true)`);
    const { x, y } = await middleOf(tab, VALUE);
    await tab.click(x, y);
    const proposed = await drawer(tab, 'Usulan');
    expect(proposed.text).toContain('di samping label “Paket Berangkat Dari”');
    expect(proposed.text).toContain('Memberi: “Shenzhen”');
    expect(await tab.evaluate('heard')).toBe(0);
    await press(tab, 'Pakai cara ini');
    await press(tab, 'Coba di tab ini');
    expect(await says(tab, 'Impor · percobaan')).toBe('Impor · percobaan');

    await press(tab, 'Ekspor YAML');
    const { code } = await drawer(tab, 'Peta sebagai berkas');
    if (!code) throw new Error('There is no YAML.');
    expect(readEntry('shopee.yml', code, marketplaces).faults).toEqual([]);
    mkdirSync('tmp', { recursive: true });
    writeFileSync(`tmp/shopee-${driver().name}.yml`, code);
    writeFileSync(
      `tmp/redesigned-${driver().name}.html`,
      await tab.evaluate<string>('document.documentElement.outerHTML'),
    );
    const output = execFileSync(process.execPath, [
      ...['cli/main.ts', 'extract', `tmp/redesigned-${driver().name}.html`, '--url', URL_],
      ...['--map', `tmp/shopee-${driver().name}.yml`, '--ruleset', rulesetFolder(undefined)],
    ]);
    expect(JSON.parse(String(output)).listings[0]).toMatchObject({ title: REDESIGNED.title, shipsFrom: 'Shenzhen' });

    // After a reload the trial goes on, in this tab alone.
    await tab.open(URL_);
    expect(await says(tab, 'Impor · percobaan')).toBe('Impor · percobaan');
    // So it does on other pages of the marketplace; and nothing that it reads is remembered.
    const count = await remembered(driver());
    expect(count).toBeGreaterThan(0);
    await tab.open(shopeeUrl(OTHER));
    expect(await says(tab, 'Impor · percobaan')).toBe('Impor · percobaan');
    expect(await remembered(driver())).toBe(count);

    const other = await driver().tab();
    await other.open(URL_);
    expect(await says(other, 'Belum diketahui')).toBe('Belum diketahui');
    await other.close();

    await tab.open(shopeeUrl(OTHER));
    await openMending(driver(), tab);
    await press(tab, 'Berhenti mencoba');
    expect(await says(tab, 'Belum diketahui')).toBe('Belum diketahui');
    expect(tab.errors).toEqual([]);
    await tab.close();
  });

  test('pointing by keyboard, and Esc that leaves everything as it was', async () => {
    driver().site.put(URL_, shopeeProductPage(REDESIGNED));
    const tab = await driver().tab();
    await tab.open(URL_);
    await badge(tab);
    await openMending(driver(), tab);
    await press(tab, 'Judul');
    await press(tab, 'Tunjuk di halaman');
    await drawer(tab, 'Klik tempatnya');
    await tab.press('ArrowDown');
    expect((await drawer(tab, 'Rak Dinding')).text).toContain('Tunjuk di halaman: Judul');
    await tab.press('Escape');
    await drawer(tab, 'Cara membacanya');
    await tab.press('Escape');
    expect(
      await until(
        () => tab.shown(),
        (seen) => seen.every(({ kind }) => kind === 'badge'),
      ),
    ).toHaveLength(1);
    await tab.close();
  });
}
