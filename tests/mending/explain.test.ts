// What a volunteer is told of a page: each field, its value, and what every finder gave.
import { expect, test } from 'vitest';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';
import { explainPage, type FieldReport } from '../../utils/mending/explain.ts';
import { mapNamed } from '../extract/page.ts';
import { cards, IMPORTED, SHOPEE_IMPORTED } from '../site/catalogue.ts';
import { shopeeProductPage, shopeeUrl } from '../site/shopee.ts';
import { SEARCH_URL } from '../site/site.ts';
import { searchPage } from '../site/tokopedia-cards.ts';
import { tokopediaProductPage, tokopediaUrl } from '../site/tokopedia-product.ts';
import { pageOf } from './page.ts';

const filled = (html: string) => html.replaceAll(/<\/?template[^>]*>/g, '');
const fieldOf = (reports: ReturnType<typeof explainPage>, field: string, at = 0): FieldReport => {
  const found = reports[at]?.fields.find((one) => one.field === field);
  if (!found) throw new Error(`no ${field}`);
  return found;
};

test('a product: the value, the finder it comes from, and what the others gave', () => {
  const html = filled(tokopediaProductPage(IMPORTED));
  const reports = explainPage(pageOf(mapNamed('tokopedia'), tokopediaUrl(IMPORTED), html));
  expect(reports).toHaveLength(1);
  const { value, finders } = fieldOf(reports, 'title');
  expect(value).toBe(IMPORTED.title);
  expect(finders.map(({ finder }) => finder)).toEqual(mapNamed('tokopedia').product.fields.title);
  expect(finders[0]).toMatchObject({ gave: IMPORTED.title, outcome: 'used' });
  expect(finders.map(({ outcome }) => outcome)).toContain('nothing');
  expect(finders.filter(({ outcome }) => outcome === 'agrees').length).toBeGreaterThan(0);
});

test('a finder that says something else is shown with what it says', () => {
  const html = filled(tokopediaProductPage(IMPORTED)).replace(
    /content="Promo [^"]*"/,
    'content="Promo Barang Lain di A"',
  );
  const { finders } = fieldOf(explainPage(pageOf(mapNamed('tokopedia'), tokopediaUrl(IMPORTED), html)), 'title');
  expect(finders.at(-1)).toMatchObject({ gave: 'Barang Lain', outcome: 'dropped' });
});

test('three labels of the same words are told apart by where they look', () => {
  const html = filled(shopeeProductPage({ ...SHOPEE_IMPORTED, specification: { Merek: 'Rimba Jaya' } }));
  const { finders } = fieldOf(explainPage(pageOf(mapNamed('shopee'), shopeeUrl(SHOPEE_IMPORTED), html)), 'brand');
  expect(finders.map(({ gave }) => gave)).toEqual(['Rimba Jaya', 'Rimba Jaya', 'Rimba Jaya', null, null]);
  expect(finders.map(({ outcome }) => outcome)).toEqual(['used', 'agrees', 'agrees', 'nothing', 'nothing']);
});

test('facts that the map has no finder for are named too', () => {
  const html = filled(tokopediaProductPage(IMPORTED));
  const reports = explainPage(pageOf(mapNamed('tokopedia'), tokopediaUrl(IMPORTED), html));
  expect(fieldOf(reports, 'brand')).toEqual({ field: 'brand', value: null, finders: [] });
});

test('results: every design with its cards, and the chosen card’s fields', () => {
  const page = pageOf(mapNamed('tokopedia'), SEARCH_URL, searchPage('blender', cards(12), []));
  const reports = explainPage(page, { 1: 3 });
  expect(reports.map(({ name }) => name)).toEqual(['search 2020-2025', 'search 2026', 'category', 'any card']);
  const found = reports.findIndex(({ count }) => count === 12);
  expect(reports.filter(({ count }) => count)).toHaveLength(1);
  expect(found).toBe(1);
  expect(reports[1]?.shown).toBe(3);
  expect(fieldOf(reports, 'title', 1).value).toBe(cards(12)[3]?.title);
});

test('a fallback counts only where no other design finds a card', () => {
  const map = mapNamed('lazada');
  const html = `<main>${[1, 2, 3].map((n) => `<div><div data-qa-locator="product-item"><a href="/products/tas-i${n}11-s9.html" title="Tas ${n}">Tas ${n}</a><span>Rp1${n}.000</span></div></div>`).join('')}</main>`;
  const url = 'https://www.lazada.co.id/catalog/?q=tas';
  const counts = (text: string, used: MarketplaceMap = map) =>
    explainPage(pageOf(used, url, text)).map(({ name, count }) => [name, count]);
  expect(counts(html)).toContainEqual(['any card', 0]);
  expect(counts(html)).toContainEqual(['results', 3]);
  expect(counts(html.replaceAll('data-qa-locator', 'data-lain'))).toContainEqual(['any card', 3]);
});

test('a page that is no shop’s has nothing to explain', () => {
  expect(
    explainPage(pageOf(mapNamed('tokopedia'), 'https://www.tokopedia.com/cart/isi', '<h1>Keranjang</h1>')),
  ).toEqual([]);
});
