// `npm start`: builds the extension, shows demo pages under the marketplaces' real host names, and opens the extension on
// them. With a display the browser stays open to try; without one, pictures of the same walk are written to tmp/demo/.
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openChromium } from '../tests/e2e/chromium.ts';
import { badge, badges, type Driver, panel, type Tab, until } from '../tests/e2e/driver.ts';
import { openFirefox } from '../tests/e2e/firefox.ts';
import { IMPORTED, LOCAL, SHOPEE_IMPORTED, UNKNOWN } from '../tests/site/catalogue.ts';
import { shopeeUrl } from '../tests/site/shopee.ts';
import { SEARCH_URL, SHOPEE_SEARCH_URL } from '../tests/site/site.ts';
import { tokopediaUrl } from '../tests/site/tokopedia-product.ts';
import { findBrowser, installBrowsers, installCommand } from './browsers.ts';
import { build, ROOT } from './run.ts';

const PICTURES = join(ROOT, 'tmp', 'demo');
const say = (sentence: string) => console.log(sentence);

type Look = { language: 'id' | 'en'; colorScheme: 'light' | 'dark' };

/** Both languages and both schemes, each with each that matters. */
const LOOKS: Look[] = [
  { language: 'id', colorScheme: 'light' },
  { language: 'id', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'light' },
];

async function open(name: 'chromium' | 'firefox', headless: boolean, look: Look): Promise<Driver> {
  return name === 'chromium' ? openChromium({ headless, ...look }) : openFirefox({ headless, language: look.language });
}

async function openPanel(tab: Tab): Promise<void> {
  const seen = await badge(tab);
  if (!seen) throw new Error('No badge appeared on a demo page. Please report this with the output above.');
  await tab.click(seen.box.x + seen.box.width / 2, seen.box.y + seen.box.height / 2);
  await until(
    () => panel(tab),
    (item) => item !== undefined && item.text.length > 20,
  );
}

/** The walk: each step opens something and says what there is to see. */
const WALK: [name: string, see: string, step: (driver: Driver, tab: Tab) => Promise<Tab>][] = [
  ['1-imported', 'Produk impor / an imported product', (_, tab) => product(tab, tokopediaUrl(IMPORTED))],
  ['2-local', 'Produk lokal / a local product', (_, tab) => product(tab, tokopediaUrl(LOCAL))],
  ['3-evidence', 'Bukti di panel / the evidence in the panel', async (_, tab) => opened(tab, tokopediaUrl(IMPORTED))],
  ['4-unknown', 'Belum diketahui, panel terbuka / unknown, panel open', (_, tab) => opened(tab, tokopediaUrl(UNKNOWN))],
  ['5-shopee', 'Shopee: Negara Asal / country of origin', (_, tab) => opened(tab, shopeeUrl(SHOPEE_IMPORTED))],
  ['6-results', 'Hasil pencarian / search results', (_, tab) => results(tab, SEARCH_URL)],
  ['7-shopee-results', 'Hasil pencarian Shopee / Shopee results', (_, tab) => results(tab, SHOPEE_SEARCH_URL)],
  ['8-popup', 'Popup', popup],
  ['9-check', 'Pengaturan, Cek teks / settings, a text checked', checked],
  ['10-welcome', 'Selamat datang / welcome page', (driver) => driver.extensionTab('/welcome.html')],
];

async function product(tab: Tab, url: string): Promise<Tab> {
  await tab.open(url);
  await badge(tab);
  return tab;
}

async function opened(tab: Tab, url: string): Promise<Tab> {
  await product(tab, url);
  await openPanel(tab);
  return tab;
}

async function results(tab: Tab, url: string): Promise<Tab> {
  await tab.open(url);
  await until(
    () => badges(tab),
    (seen) => seen.length >= 6,
  );
  return tab;
}

async function popup(driver: Driver, tab: Tab): Promise<Tab> {
  await product(tab, tokopediaUrl(IMPORTED));
  const opened = await driver.popup(tab);
  await opened.resize(380, 720);
  await until(
    () => opened.evaluate<string>('document.body.innerText'),
    (text) => text.includes('China'),
  );
  return opened;
}

/** Somebody pastes a text into the settings. */
async function checked(driver: Driver): Promise<Tab> {
  const opened = await driver.extensionTab('/options.html');
  const text = 'Lampu Meja LED Lipat\nNegara Asal: China\nDikirim dari: Kota Bekasi\nCahaya hangat, bisa dilipat.';
  await opened.resize(720, 1100);
  await until(
    () => opened.evaluate<boolean>(`document.querySelector('textarea') !== null`),
    (there) => there,
  );
  await opened.evaluate(`{
    document.querySelector('textarea').value = ${JSON.stringify(text)};
    document.querySelector('.check button').click();
  }`);
  await until(
    () => opened.evaluate<boolean>(`document.querySelector('.verdict') !== null`),
    (there) => there,
  );
  return opened;
}

/** The language is the shopper's choice, kept by the extension, whatever the browser speaks. */
async function speak(driver: Driver, language: 'id' | 'en'): Promise<void> {
  const helper = await driver.extensionTab('/popup.html');
  await helper.evaluate(`(globalThis.browser ?? chrome).storage.local.set({ lang: '${language}' })`);
  await helper.close();
}

async function takePictures(name: 'chromium' | 'firefox'): Promise<void> {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  for (const look of LOOKS) {
    say(`Taking pictures: language ${look.language}, ${look.colorScheme} ...`);
    const driver = await open(name, true, look);
    try {
      await speak(driver, look.language);
      const tab = await driver.tab();
      for (const [picture, see, step] of WALK) {
        const shown = await step(driver, tab);
        const file = join(PICTURES, `${look.language}-${look.colorScheme}-${picture}.png`);
        await shown.screenshot(file);
        say(`  ${relative(ROOT, file)}  ${see}`);
        if (shown !== tab) await shown.close();
      }
    } finally {
      await driver.close();
    }
  }
  say(`\nDone. There is no display here, so look at the pictures in ${relative(process.cwd(), PICTURES) || PICTURES}/`);
}

async function showAround(name: 'chromium' | 'firefox'): Promise<void> {
  say('Membuka browser ... / Opening the browser ...');
  const driver = await open(name, false, { language: 'id', colorScheme: 'light' });
  for (const url of [
    SHOPEE_SEARCH_URL,
    SEARCH_URL,
    tokopediaUrl(LOCAL),
    tokopediaUrl(UNKNOWN),
    tokopediaUrl(IMPORTED),
  ]) {
    await (await driver.tab()).open(url);
  }
  say('Klik lencana di sebelah judul barang. Tutup browser untuk selesai.');
  say(
    'Click the badge beside the title. Close the browser to end. (The pages are made by this project; no shop is asked.)',
  );
  await driver.closed;
  await driver.close();
}

async function main(): Promise<void> {
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!findBrowser('chromium') && !findBrowser('firefox')) installBrowsers(['chromium'], say);
  const name = findBrowser('chromium') ? 'chromium' : 'firefox';
  if (!findBrowser(name)) {
    say(`A browser is needed: Chromium, Chrome or Firefox. Install one with:\n  ${installCommand(['chromium'])}`);
    process.exitCode = 1;
    return;
  }
  say('Building the extension ...');
  await build([name === 'chromium' ? 'chrome' : 'firefox']);
  if (display) await showAround(name);
  else await takePictures(name);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
