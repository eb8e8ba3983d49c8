// The signed feed in the real browser: a draft source is pasted into the settings, its rules reach the badges, outlive the
// background, are renewed, refuse what is not theirs, and go again.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UNKNOWN } from '../../site/catalogue.ts';
import { tokopediaUrl } from '../../site/tokopedia-product.ts';
import { badge, type Driver, panel, type Tab, until } from '../driver.ts';
import { type FeedHost, openFeedHost } from '../feed-host.ts';

/** How the title of a product begins of which nothing is known. */
const BRAND = 'gelas kaca bening';

/** One bit of the release in use turns over. */
const DAMAGE = `new Promise((done, fail) => {
  const opening = indexedDB.open('cekasal');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    const store = database.transaction('ruleset', 'readwrite').objectStore('ruleset');
    store.get('pointer').onsuccess = ({ target: { result: { slot } } }) => {
      store.get(slot).onsuccess = ({ target: { result } }) => {
        result.pack[9999] ^= 1;
        store.put(result, slot);
      };
    };
    store.transaction.oncomplete = () => { database.close(); done(true); };
    store.transaction.onerror = () => fail(store.transaction.error);
  };
})`;

const DELETE_DATABASE = `new Promise((done, fail) => {
  const deleting = indexedDB.deleteDatabase('cekasal');
  deleting.onsuccess = () => done(true);
  deleting.onerror = () => fail(deleting.error);
  deleting.onblocked = () => fail(new Error('The database is held open.'));
})`;

const press = (tab: Tab, words: string) =>
  tab.evaluate(`(() => {
    const button = [...document.querySelectorAll('button')].find((one) => one.innerText === ${JSON.stringify(words)});
    button?.click();
    return button !== undefined;
  })()`);
const rulesOf = (tab: Tab) => tab.evaluate<string>(`document.querySelector('.rules')?.innerText ?? ''`);
async function says(tab: Tab, words: string): Promise<string> {
  const text = await until(
    () => rulesOf(tab),
    (now) => now.includes(words),
    // A busy machine is no failure.
    20_000,
  );
  expect(text).toContain(words);
  return text;
}

export function feedScenarios(driver: () => Driver): void {
  let feed: FeedHost;
  let settings: Tab;
  beforeAll(async () => {
    feed = await openFeedHost(driver().name === 'chromium' ? '.output/chrome-mv3' : '.output/firefox-mv3');
    await feed.publish();
    settings = await driver().extensionTab('/options.html');
  });
  afterAll(async () => {
    await settings?.close();
    await feed?.close();
  });

  async function verdict(): Promise<string | undefined> {
    const page = await driver().tab();
    await page.open(tokopediaUrl(UNKNOWN));
    const seen = await badge(page);
    await page.close();
    return seen?.text;
  }

  test('without a source no request is made, and the settings say so', async () => {
    expect(await says(settings, 'tidak ada permintaan ke mana pun')).toContain('ikut terpasang bersama ekstensi');
    expect(await verdict()).toContain('Belum diketahui');
  });

  test('a source that is pasted brings its rules to the badges', async () => {
    const paste = (text: string) =>
      settings.evaluate(`(() => {
        const details = document.querySelector('.rules details');
        details.open = true;
        const area = details.querySelector('textarea');
        area.value = ${JSON.stringify(text)};
        return area.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
    await paste(feed.source.slice(0, 80));
    await press(settings, 'Pakai di browser ini');
    await says(settings, 'bukan berkas sumber');
    await feed.publish(BRAND);
    await paste(feed.source);
    await press(settings, 'Pakai di browser ini');
    const text = await says(settings, 'terbitan nomor 2');
    expect(text).toContain('Di browser ini aturannya diambil dari sumber percobaan: 127.0.0.1');
    expect(await verdict()).toContain('Kemungkinan impor');
  });

  test('its rules outlive the background', async () => {
    await driver().stopWorker(settings);
    expect(await verdict()).toContain('Kemungkinan impor');
    await press(settings, 'Perbarui sekarang');
    expect(await says(settings, 'Aturan Anda sudah yang terbaru')).toContain('terbitan nomor 2');
  });

  test('a newer release is taken, by a background that was stopped before', async () => {
    await feed.publish();
    await driver().stopWorker(settings);
    await press(settings, 'Perbarui sekarang');
    await says(settings, 'terbitan nomor 3');
    expect(await verdict()).toContain('Belum diketahui');
  });

  test('an older release is refused, told and changes nothing', async () => {
    const path = join(feed.dir, 'manifest.signed');
    const newest = readFileSync(path);
    writeFileSync(path, readFileSync(join(feed.dir, 'history/2.signed')));
    await press(settings, 'Perbarui sekarang');
    const text = await says(settings, 'lebih lama daripada yang pernah diterima');
    expect(text).toContain('terbitan nomor 3');
    expect(text).toContain('Perlu diperiksa');
    expect(await verdict()).toContain('Belum diketahui');
    writeFileSync(path, newest);
    await press(settings, 'Perbarui sekarang');
    await says(settings, 'Aturan Anda sudah yang terbaru');
  });

  test('P5: a release that is damaged in the database gives way to the one before, and then to those of the extension', async () => {
    await settings.evaluate(DAMAGE);
    await driver().stopWorker(settings);
    // The one before calls it a brand of makers abroad.
    expect(await verdict()).toContain('Kemungkinan impor');
    await settings.evaluate(DELETE_DATABASE);
    await driver().stopWorker(settings);
    expect(await verdict()).toContain('Belum diketahui');
    await press(settings, 'Perbarui sekarang');
    await says(settings, 'terbitan nomor 3');
    expect(await verdict()).toContain('Belum diketahui');
  });

  test('S4: rules that have expired stay in use and are called old, in the settings and beside the evidence', async () => {
    await feed.publish(BRAND, { expires: Date.now() - 86_400_000 });
    await press(settings, 'Perbarui sekarang');
    expect(await says(settings, 'Aturan lama')).toContain('terbitan nomor 4');
    const page = await driver().tab();
    await page.open(tokopediaUrl(UNKNOWN));
    const seen = await badge(page);
    expect(seen?.text).toContain('Kemungkinan impor');
    await page.click((seen?.box.x ?? 0) + 5, (seen?.box.y ?? 0) + 5);
    const opened = await until(
      () => panel(page),
      (shown) => shown?.text.includes('Aturan lama') === true,
    );
    expect(opened?.text).toContain('Aturan lama');
    await page.close();
  });

  test('when the draft ends, the rules of the extension are back and nothing is asked for any more', async () => {
    await feed.publish(BRAND);
    await press(settings, 'Perbarui sekarang');
    await says(settings, 'terbitan nomor 5');
    expect(await verdict()).toContain('Kemungkinan impor');
    await press(settings, 'Kembali ke sumber bawaan');
    await says(settings, 'ikut terpasang bersama ekstensi');
    expect(await verdict()).toContain('Belum diketahui');
    await driver().stopWorker(settings);
    expect(await verdict()).toContain('Belum diketahui');
    expect(settings.errors).toEqual([]);
  });
}
