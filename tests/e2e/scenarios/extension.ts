// The extension's own side: rules kept in its database, a worker that comes and goes, the popup and its language.
import { expect, test } from 'vitest';
import { IMPORTED } from '../../site/catalogue.ts';
import { tokopediaUrl } from '../../site/tokopedia-product.ts';
import { badge, type Driver, type Tab, until } from '../driver.ts';

const PAGE = tokopediaUrl(IMPORTED);

/** Opens the extension's database on a page of the extension, runs `work` in one transaction, closes it again. */
const inDatabase = (work: string) => `new Promise((done, fail) => {
  const opening = indexedDB.open('cekasal');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    const store = database.transaction('ruleset', 'readwrite').objectStore('ruleset');
    const request = ${work};
    store.transaction.oncomplete = () => { database.close(); done(request?.result ?? null); };
    store.transaction.onerror = () => fail(store.transaction.error);
  };
})`;

/** Stores rules without phrases as the extension itself would have: header, sections, and the hash of them all. */
const WITHOUT_PHRASES = `(async () => {
  const stored = await ${inDatabase(`store.get('rules')`)};
  const header = JSON.parse(new TextDecoder().decode(stored.bytes.subarray(0, stored.header)));
  const parts = [];
  let at = stored.header;
  for (const section of header.sections) {
    const part = stored.bytes.subarray(at, at + section.length);
    at += section.length;
    if (section.name !== 'phrases') parts.push(part);
    else {
      parts.push(new TextEncoder().encode('[]'));
      section.length = 2;
    }
  }
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(await new Blob([head, ...parts]).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const changed = { ...stored, bytes, hash, header: head.length };
  await ${inDatabase(`store.put(changed, 'rules')`)};
})()`;

const STORED_VERSION = `${inDatabase(`store.get('rules')`)}.then((stored) => stored.version)`;

/** One bit of what is stored turns over. */
const DAMAGE = `(async () => {
  const stored = await ${inDatabase(`store.get('rules')`)};
  stored.bytes[9999] ^= 1;
  await ${inDatabase(`store.put(stored, 'rules')`)};
})()`;

const DELETE_DATABASE = `new Promise((done, fail) => {
  const deleting = indexedDB.deleteDatabase('cekasal');
  deleting.onsuccess = () => done(true);
  deleting.onerror = () => fail(deleting.error);
  deleting.onblocked = () => fail(new Error('The database is held open.'));
})`;

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
  test('rules changed in the database count once the worker has been stopped; a deleted database comes back', async () => {
    expect(await says(tab(), /impor/i)).toMatch(/impor/i);
    const helper = await driver().extensionTab('/popup.html');
    const version = await helper.evaluate<string>(STORED_VERSION);
    expect(version).toMatch(/^\d{4}\.\d{2}\.\d{2}-/);

    await helper.evaluate(WITHOUT_PHRASES);
    await driver().stopWorker(helper);
    expect(await says(tab(), /belum/i)).toBe('Belum diketahui');

    await helper.evaluate(DELETE_DATABASE);
    await driver().stopWorker(helper);
    expect(await says(tab(), /impor/i)).toMatch(/impor/i);
    expect(await helper.evaluate(STORED_VERSION)).toBe(version);
    await helper.close();
  });

  test('rules that are damaged in the database are replaced by the bundled ones', async () => {
    const helper = await driver().extensionTab('/popup.html');
    await helper.evaluate(DAMAGE);
    await driver().stopWorker(helper);
    expect(await says(tab(), /impor/i)).toMatch(/impor/i);
    await helper.close();
  });

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
