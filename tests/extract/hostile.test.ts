// Pages that are broken or mean harm: no exception, no listing where there is none, nothing of the prototype chain.
import { describe, expect, it } from 'vitest';
import { extract, extractAnswer } from '../../utils/extract/extract.ts';
import { openReader } from '../../utils/extract/reader.ts';
import { IMPORTED } from '../site/catalogue.ts';
import { captchaPage, shopeeEmptyPage, shopeeRefusedPage } from '../site/shopee.ts';
import { tokopediaProductPage, tokopediaUrl } from '../site/tokopedia-product.ts';
import { mapNamed, parsePage, readPage } from './page.ts';

const ADDRESS = tokopediaUrl(IMPORTED);
const page = (changes: Partial<typeof IMPORTED>) =>
  readPage(tokopediaProductPage({ ...IMPORTED, ...changes }), ADDRESS);

describe('a page that is no product', () => {
  it.each([
    ['a captcha on the address of a product', captchaPage(), ADDRESS],
    ['a captcha on Shopee', captchaPage(), 'https://shopee.co.id/Rak-i.1.2'],
    ['a refused visitor', shopeeRefusedPage(), 'https://shopee.co.id/Rak-i.1.2'],
    ['an empty shell', shopeeEmptyPage(), 'https://shopee.co.id/search?keyword=rak'],
    ['an empty document', '', ADDRESS],
    ['a page of the help section', tokopediaProductPage(IMPORTED), 'https://www.tokopedia.com/help/article'],
  ])('gives nothing: %s', (_, html, address) => {
    expect(readPage(html, address)).toMatchObject({ page: 'none', listings: [] });
  });

  it('gives nothing where the title is missing, and says what is missing', () => {
    const html = tokopediaProductPage(IMPORTED)
      .replace(/<h1[\s\S]*?<\/h1>/, '')
      .replace(/<meta content="[^"]*" data-rh="true" property="og:title"\/>/, '')
      .replace(/window.__cache=[\s\S]*?;window/, 'window');
    const found = readPage(html, ADDRESS);
    expect(found.listings).toEqual([]);
    expect(found.problems).toContainEqual({ field: 'title', problem: 'missing' });
  });
});

describe('a hostile product page', () => {
  it('keeps markup as the text that it is', () => {
    const title = '<img src=x onerror=alert(1)> Rak <b>Besi</b>';
    expect(page({ title }).listings[0]?.title).toBe(title);
  });

  it('cuts a title of ten megabytes to 500 characters, and reads on', () => {
    const root = parsePage(tokopediaProductPage(IMPORTED));
    const title = root.querySelector('h1')?.firstChild;
    if (title) title.nodeValue = 'Rak Besi '.repeat(1_200_000);
    const [listing] = extract(root, new URL(ADDRESS), mapNamed('tokopedia')).listings;
    expect(listing?.title?.startsWith('Rak Besi Rak Besi')).toBe(true);
    expect(listing?.title?.length).toBeLessThanOrEqual(500);
    expect(listing?.price?.amount).toBe(IMPORTED.price);
  });

  it('drops characters that turn or hide the text', () => {
    expect(page({ title: 'Rak \u202eanihC\u202c Be\u200bsi' }).listings[0]?.title).toBe('Rak anihC Besi');
  });

  it('reads the page without its state when that is cut off, and says so', () => {
    const found = page({ state: '{"pdpBasicInfo1":{"alias":"rak' });
    expect(found.listings[0]?.title).toBe(IMPORTED.title);
    expect(found.problems).toContainEqual({ field: 'page', problem: 'unreadable' });
  });

  it('survives state that is nested a hundred thousand deep', () => {
    expect(page({ state: '['.repeat(100_000) + ']'.repeat(100_000) }).listings).toHaveLength(1);
  });

  it('takes names of the prototype chain for the words that they are', () => {
    const info = JSON.parse('{"__proto__":"China","constructor":"Kayu","toString":"Besi"}');
    const [listing] = page({ info }).listings;
    expect(listing?.attributes.constructor).toBe('Kayu');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a hostile JSON answer', () => {
  const map = mapNamed('shopee');
  const read = (answer: unknown) => extractAnswer(answer, new URL('https://shopee.co.id/'), map);
  const item = { itemid: 1, shopid: 2, name: 'Rak', price: 5_500_000_000 };

  it.each([null, 3, 'x', [], {}, [[[[]]]], { items: null }])('gives nothing for %j', (answer) => {
    expect(read(answer)).toMatchObject({ page: 'none', listings: [] });
  });

  it('does not follow keys of the prototype chain', () => {
    const answer = JSON.parse('{"items":[{"__proto__":{"itemid":1,"shopid":2,"name":"Rak","price":1},"x":1}]}');
    expect(read(answer).listings).toEqual([]);
  });

  it('reads what is right beside what is wrong', () => {
    const answer = {
      items: [
        item,
        { ...item, itemid: 2, name: { toString: 'x' } },
        { ...item, itemid: 3, price: 'free', cb_option: 7 },
      ],
    };
    const { listings } = read(answer);
    expect(listings.map(({ id, price, crossBorder }) => [id, price?.amount ?? null, crossBorder])).toEqual([
      ['1', 55_000, null],
      ['3', null, null],
    ]);
  });
});

describe('a map from elsewhere', () => {
  it('loses only the selectors that no browser parses', () => {
    const map = structuredClone(mapNamed('tokopedia'));
    const bad = 'h1)';
    map.product.badge.unshift(bad);
    for (const card of map.cards) card.find = card.fallback ? card.find : bad;
    map.cards.unshift({ name: 'plain', find: 'a.card', fields: { title: [{ by: 'element', select: 'b' }] } });
    const reader = openReader(map);
    const root = parsePage('<h1>Rak</h1><a class="card" href="/toko/rak-besi"><b>Rak Besi</b></a>');
    const url = new URL('https://www.tokopedia.com/search?q=rak');
    expect(reader.titleElement(root)?.textContent).toBe('Rak');
    const [card, ...more] = reader.cardElements(root, url);
    expect(more).toEqual([]);
    expect(card && reader.card(card, url)?.title).toBe('Rak Besi');
  });
});
