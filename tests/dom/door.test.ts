// The background's door: only our own content script on our hosts, only well-formed questions of bounded size.
import { expect, test } from 'vitest';
import { hostOf, parseRequest, senderHost } from '../../utils/door.ts';
import { HOSTS } from '../../utils/hosts.ts';
import { CAPS } from '../../utils/listing/listing.ts';

const OURS = 'cekasal';

test('our content script on a marketplace is let in', () => {
  expect(senderHost({ id: OURS, url: 'https://www.tokopedia.com/a/b?c=d' }, OURS, HOSTS)).toBe('www.tokopedia.com');
});

test.for([
  [{ id: 'lain', url: 'https://www.tokopedia.com/' }, 'another extension'],
  [{ id: OURS, url: 'https://www.tokopedia.com.example/' }, 'a look-alike host'],
  [{ id: OURS, url: 'http://www.tokopedia.com/' }, 'no https'],
  [{ id: OURS, url: 'about:blank' }, 'no host'],
  [{ id: OURS, url: 'bukan alamat' }, 'no address'],
  [{ id: OURS }, 'nothing'],
  [{ url: 'https://www.tokopedia.com/' }, 'no sender'],
] as const)('%o is refused: %s', ([sender]) => {
  expect(() => senderHost(sender, OURS, HOSTS)).toThrow('not asked by us');
});

const OWN = { id: OURS, pages: 'chrome-extension://cekasal/' };
const OPTIONS = { id: OURS, url: 'chrome-extension://cekasal/options.html' };
const asked = (type: string) =>
  parseRequest({ type, listings: [], listing: {}, other: false, map: null, host: 'x', source: null });

test('a page of the extension itself may have a text judged and ask what the rules hold', () => {
  for (const type of ['assess', 'alternatives', 'propose', 'about'])
    expect(hostOf(asked(type), OPTIONS, OWN, HOSTS)).toBeNull();
});

test('it may ask nothing that belongs to the page of a marketplace', () => {
  for (const type of ['hello', 'try', 'panel'])
    expect(() => hostOf(asked(type), OPTIONS, OWN, HOSTS)).toThrow('not asked by us');
});

test('the source of the rules is for our own pages alone', () => {
  const page = { id: OURS, url: 'https://shopee.co.id/x' };
  for (const type of ['feed', 'update', 'draft']) {
    expect(hostOf(asked(type), OPTIONS, OWN, HOSTS)).toBeNull();
    expect(() => hostOf(asked(type), page, OWN, HOSTS)).toThrow('not asked by us');
    expect(() => hostOf(asked(type), { id: 'lain', url: OPTIONS.url }, OWN, HOSTS)).toThrow('not asked by us');
  }
});

test('a draft source is checked: its addresses as they are used, or it is no request', () => {
  const draft = (source: unknown) => parseRequest({ type: 'draft', source });
  expect(draft({ mirrors: ['https://coba.example'], root: 'x', more: 1 })).toEqual({
    type: 'draft',
    source: { mirrors: ['https://coba.example/'], root: 'x' },
  });
  for (const source of [
    undefined,
    'x',
    {},
    { mirrors: ['http://coba.example/'], root: 'x' },
    { mirrors: [], root: 'x' },
  ])
    expect(() => draft(source)).toThrow('not a request');
});

test('a content script is still known by its host', () => {
  expect(hostOf(asked('assess'), { id: OURS, url: 'https://shopee.co.id/x' }, OWN, HOSTS)).toBe('shopee.co.id');
});

test.for([
  { id: 'lain', url: OPTIONS.url },
  { id: OURS, url: 'chrome-extension://cekasal.lain/options.html' },
  { id: OURS, url: 'chrome-extension://lain/options.html' },
  { id: OURS },
])('%o is no page of the extension', (sender) => {
  expect(() => hostOf(asked('assess'), sender, OWN, HOSTS)).toThrow('not asked by us');
});

test('a listing’s missing fields are filled and its long texts are cut', () => {
  const request = parseRequest({ type: 'assess', listings: [{ title: 'x'.repeat(CAPS.title + 9), tambahan: 1 }] });
  if (request.type !== 'assess') throw new Error('not assess');
  expect(request.listings[0]?.title).toHaveLength(CAPS.title);
  expect(request.listings[0]).toMatchObject({ kind: 'product', price: null, attributes: {} });
  expect(request.listings[0]).not.toHaveProperty('tambahan');
});

test.for([
  null,
  'assess',
  {},
  { type: 'hapus' },
  { type: 'hello' },
  { type: 'hello', host: 'x'.repeat(5000) },
  { type: 'assess' },
  { type: 'assess', listings: [{ title: 5 }] },
  { type: 'assess', listings: [{ price: { amount: -1, currency: 'IDR' } }] },
  { type: 'assess', listings: Array.from({ length: CAPS.listings + 1 }, () => ({})) },
])('%o is no request', (message) => {
  expect(() => parseRequest(message)).toThrow('not a request');
});

test('names of an object’s own inner workings are only names', () => {
  const attributes = JSON.parse('{"__proto__": "polluted", "constructor": "x", "Negara Asal": "China"}');
  const request = parseRequest({ type: 'assess', listings: [{ attributes }] });
  if (request.type !== 'assess') throw new Error('not assess');
  expect(request.listings[0]?.attributes['Negara Asal']).toBe('China');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
