// Pointing at an element: which finders are proposed, in which order, and what is never proposed.

import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Finder } from '../../utils/knowledge/map.ts';
import { FinderSchema } from '../../utils/knowledge/map-schema.ts';
import type { Proposal } from '../../utils/mending/propose.ts';
import { mapNamed } from '../extract/page.ts';
import { cards } from '../site/catalogue.ts';
import { shopeeSearchPage } from '../site/shopee.ts';
import { pageOf, point } from './page.ts';

const URL_ = 'https://shopee.co.id/Tas-i.77.88';
const page = (body: string, head = '') => pageOf(mapNamed('shopee'), URL_, `<head>${head}</head><body>${body}</body>`);
const kinds = (proposals: Proposal[]) => proposals.map(({ finder }) => finder.by);
const selects = (proposals: Proposal[]) =>
  proposals.flatMap(({ finder }) => (finder.by === 'element' ? [finder.select] : []));
const only = <K extends Finder['by']>(proposals: Proposal[], by: K) =>
  proposals.map(({ finder }) => finder).filter((finder): finder is Extract<Finder, { by: K }> => finder.by === by);

test('a value beside its label: the label first, then what is marked, data, and what looks so last', () => {
  const found = point(
    page(
      `<h1>Tas</h1><section id="spesifikasi"><div class="baris"><h3>Nama Merek</h3><div class="isi-baris" data-testid="merek-produk">Rimba Jaya</div></div></section>`,
      `<meta name="produk:merek" content="Rimba Jaya"><script type="application/ld+json">{"@type":"Thing","maker":{"title":"Rimba Jaya"}}</script>`,
    ),
    'brand',
    '.isi-baris',
  );
  expect(found[0]).toEqual({
    finder: { by: 'label', labels: ['Nama Merek'], within: '#spesifikasi', seen: '2026-11' },
    gives: 'Rimba Jaya',
    fragile: false,
    cards: null,
  });
  const order = ['label', 'element', 'jsonld', 'meta'];
  const firsts = order.map((by) => kinds(found).indexOf(by as Finder['by']));
  expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
  expect(found.every(({ gives }) => gives === 'Rimba Jaya')).toBe(true);
});

test('names that somebody gave are proposed, those of a build are not', () => {
  const found = point(
    page('<div data-testid="css-1x9q2f" id="a8f3e2d1"><b data-qa-locator="shop-name">Toko Ani</b></div>'),
    'seller',
    'b',
  );
  expect(selects(found)[0]).toBe('[data-qa-locator="shop-name"]');
  expect(JSON.stringify(found)).not.toMatch(/css-1x9q2f|a8f3e2d1/);
});

test('a class is the last resort, weak, and said to be fragile', () => {
  const found = point(page('<div><div class="toko">Toko Ani</div></div>'), 'seller', '.toko');
  expect(found[0]).toMatchObject({ fragile: true, finder: { by: 'element', select: '.toko', weak: true } });
});

test('what finds several different things is not proposed', () => {
  const found = point(
    page('<div><p data-testid="teks">Toko Ani</p><p data-testid="teks">Toko Budi</p></div>'),
    'seller',
    'p',
  );
  expect(selects(found)).not.toContain('[data-testid="teks"]');
  for (const { gives } of found) expect(gives).toBe('Toko Ani');
});

test('one line: label and value in one text, or the value inside the label’s line', () => {
  const inline = point(page('<div><p>Dikirim dari: Kota Bogor</p></div>'), 'shipsFrom', 'p');
  expect(inline[0]).toMatchObject({ gives: 'Kota Bogor', finder: { by: 'label', labels: ['Dikirim dari'] } });
  const bold = point(page('<div><p>Barang berangkat dari <b>Kota Bogor</b></p></div>'), 'shipsFrom', 'b');
  expect(bold[0]).toMatchObject({ gives: 'Kota Bogor', finder: { by: 'label', labels: ['Barang berangkat dari'] } });
});

test('specifications: all rows, by their heading or their list', () => {
  const rows = `<ul data-testid="rincian"><li><span>Merek</span><span>Rimba</span></li><li><span>Bahan</span><span>Katun</span></li></ul>`;
  const list = point(page(rows), 'attributes', 'li span + span');
  expect(list[0]?.finder).toMatchObject({ by: 'rows', row: '[data-testid="rincian"] > li' });
  const headed = point(
    page('<section><h2>Rincian Barang</h2><div><div><h3>Bahan</h3><div>Katun</div></div></div></section>'),
    'attributes',
    'h3 + div',
  );
  expect(headed[0]?.finder).toMatchObject({ by: 'rows', under: ['Rincian Barang'], name: 'h3' });
});

test('the text under a heading', () => {
  const found = point(
    page('<section><h2>Tentang Barang</h2><div class="x1">Anyaman tangan dari Bali.</div></section>'),
    'description',
    '.x1',
  );
  expect(only(found, 'section')[0]?.under).toEqual(['Tentang Barang']);
});

test('breadcrumbs: all links, without home', () => {
  const found = point(page('<nav id="remah"><a>Beranda</a><a>Tas</a><a>Tas Wanita</a></nav>'), 'category', 'a + a');
  expect(found[0]).toMatchObject({ gives: 'Tas › Tas Wanita', finder: { select: '#remah a' } });
});

test('a card: what it gives there, and on how many cards', () => {
  const offers = cards(4).map((card, i) => ({ ...card, shopId: `7${i}`, itemId: `8${i}`, location: card.city }));
  const results = pageOf(
    mapNamed('shopee'),
    'https://shopee.co.id/search?keyword=a',
    shopeeSearchPage('a', offers).replaceAll(/<\/?template[^>]*>/g, ''),
  );
  const found = point(results, 'location', 'li .align-middle', { on: 'card', design: 0 });
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]?.gives).toBe('Jakarta Barat');
  expect(found[0]?.cards).toEqual({ found: 4, of: 4 });
});

test.for<[string, string]>([
  ['a form', '<form><b class="nama">Toko Ani</b></form>'],
  ['an address', '<address><b class="nama">Toko Ani</b></address>'],
  ['the visitor’s address', '<div data-testid="chosen-address"><b class="nama">Toko Ani</b></div>'],
  ['the account', '<div id="account-menu"><b class="nama">Toko Ani</b></div>'],
  ['nothing', '<b class="nama"></b>'],
])('inside %s nothing is proposed', ([, html]) => {
  expect(point(page(html), 'seller', '.nama')).toEqual([]);
});

test.for<[string, string]>([
  ['a telephone number', '0812-3456-7890'],
  ['a mail address', 'ani@contoh.example'],
  ['markup', '&lt;img src=x&gt;'],
  ['a script’s address', 'javascript:alert(1)'],
  ['letters of another script', 'Mеrek'],
  ['a very long text', 'merek '.repeat(400)],
  ['a price', 'Rp12.000'],
  ['a text turned round', 'Me‮kere'],
])('%s is never a label', ([, text]) => {
  const found = point(
    page(`<section><div><h3>${text}</h3><div id="nilai">Rimba</div></div></section>`),
    'brand',
    '#nilai',
  );
  expect(found.length).toBeGreaterThan(0);
  const said = JSON.stringify(found);
  for (const { finder } of found) expect(v.safeParse(FinderSchema, finder).success).toBe(true);
  expect(said).not.toMatch(/0812|contoh\.example|<img|javascript|Mеrek|Rp12|‮/);
  expect(said.length).toBeLessThan(3000);
});

test('names full of quotes and selectors stay inside the grammar', () => {
  const evil = `x&quot;],script,[y=&quot;`;
  const found = point(
    page(`<div data-testid="${evil}" id="a b" class="${evil}"><b itemprop="nama}toko">Toko Ani</b></div>`),
    'seller',
    'b',
  );
  for (const { finder } of found) expect(v.safeParse(FinderSchema, finder).success).toBe(true);
  expect(JSON.stringify(found)).not.toContain('script');
});

test('pages whose state names the product many times over are searched within bounds', () => {
  const many = Array.from({ length: 3000 }, (_, i) => ({ [`k${i}`]: { nama: 'Toko Ani' } }));
  const state = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Product', many, nested: { __proto__x: 1 } })}</script>`;
  const found = point(page('<p class="toko">Toko Ani</p>', state), 'seller', 'p');
  expect(found.length).toBeLessThanOrEqual(6);
});

test('a page of endless depth and breadth is answered', () => {
  const deep = `${'<div>'.repeat(400)}<b>Toko Ani</b>${'</div>'.repeat(400)}`;
  const wide = '<p>isi</p>'.repeat(3000);
  expect(() => point(page(deep + wide), 'seller', 'b')).not.toThrow();
});

test('a value that stands before another is no label: a place, a link', () => {
  const place = point(page('<div id="toko"><span>Jakarta Selatan</span><b>Toko Ani</b></div>'), 'seller', 'b');
  expect(kinds(place)).not.toContain('label');
  const crumbs = point(page('<div id="remah"><a>Tas</a><a>Tas Wanita</a></div>'), 'category', 'a + a');
  expect(kinds(crumbs)).not.toContain('label');
});

test('a class that a build made up is proposed only for want of anything better', () => {
  const html = '<div><p class="vR6K3w">Toko Ani</p></div>';
  expect(point(page(html), 'seller', 'p')[0]).toMatchObject({
    fragile: true,
    finder: { select: '.vR6K3w', weak: true },
  });
  const named = point(page(`<section id="toko-ini">${html}</section>`), 'seller', 'p');
  expect(JSON.stringify(named)).not.toContain('vR6K3w');
});

test('a choice of different kinds, not six of one', () => {
  const names = 'data-testid="nama-toko" data-qa-locator="shop-name" itemprop="seller" id="toko-utama"';
  const found = point(page(`<b ${names}>Toko Ani</b>`, '<meta name="toko" content="Toko Ani">'), 'seller', 'b');
  expect(kinds(found)).toEqual(['element', 'element', 'meta']);
});
