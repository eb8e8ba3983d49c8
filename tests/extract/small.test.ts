// Shops whose pages nobody has captured: what schema.org and labelled values say is read, all else is left open.
import { describe, expect, test } from 'vitest';
import { extract } from '../../utils/extract/extract.ts';
import { mapNamed, parsePage, places } from './page.ts';

const read = (id: string, html: string, url: string) => extract(parsePage(html), new URL(url), mapNamed(id), places);
const jsonld = (value: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...value })}</script>`;

const PRODUCT = {
  '@type': 'Product',
  name: 'Tas Anyam Pandan',
  brand: { '@type': 'Brand', name: 'Rimba Jaya' },
  description: 'Anyaman tangan.',
  offers: {
    '@type': 'Offer',
    price: '125000',
    priceCurrency: 'IDR',
    seller: { '@type': 'Organization', name: 'Toko Anyam' },
  },
};
const CRUMBS = {
  '@type': 'BreadcrumbList',
  itemListElement: ['Beranda', 'Tas', 'Tas Wanita', 'Tas Anyam Pandan'].map((name, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    item: { '@id': `/${i}`, name },
  })),
};
const WORDS = {
  title: 'Tas Anyam Pandan',
  price: { amount: 125000, currency: 'IDR' },
  brand: 'Rimba Jaya',
  category: ['Tas', 'Tas Wanita'],
  description: 'Anyaman tangan.',
};

describe('a shop that says everything in JSON-LD', () => {
  const url = 'https://www.jakmall.com/toko-anyam/tas-anyam-pandan';

  test('its product', () => {
    const { page, listings } = read('jakmall', jsonld(PRODUCT) + jsonld(CRUMBS), url);
    expect(page).toBe('product');
    expect(listings).toMatchObject([{ ...WORDS, seller: { name: 'Toko Anyam', location: null }, shipsFrom: null }]);
  });

  test('not a product that stands at another address', () => {
    const other = { ...PRODUCT, url: 'https://www.jakmall.com/toko-anyam/tas-lain' };
    expect(read('jakmall', jsonld(other), url)).toMatchObject({ page: 'none', listings: [] });
    const head = '<link rel="canonical" href="https://www.jakmall.com/toko-anyam/tas-lain">';
    expect(read('jakmall', head + jsonld(PRODUCT), url).listings).toEqual([]);
  });

  test('a price that is none is left out', () => {
    const offers = { ...PRODUCT.offers, price: '125.000' };
    expect(read('jakmall', jsonld({ ...PRODUCT, offers }), url).listings[0]?.price).toBeNull();
  });
});

describe('a shop with neither embedded data nor telling attributes', () => {
  const url = 'https://www.bhinneka.com/jual/keranjang-rotan-9911';
  const html =
    '<ol class="breadcrumb"><li><a>Beranda</a></li><li><a>Rumah</a></li><li><a>Keranjang</a></li></ol>' +
    '<div id="product_details"><h1>Keranjang Rotan</h1><div><span>Rp 210.000</span> <del>Rp 250.000</del></div>' +
    '<div><span>Merek</span><span>Rimba Jaya</span></div><div><span>Dikirim dari</span>: <span>Kab. Cirebon</span></div>' +
    '<div><span>Dikirim ke</span>: <span>Kota Medan</span></div></div>' +
    '<section><h3>Spesifikasi</h3><table><tr><td>Negara Asal</td><td>Indonesia</td></tr><tr><td>Bahan</td><td>Rotan</td></tr></table></section>';

  test('its labelled values', () => {
    const { listings } = read('bhinneka', html, url);
    expect(listings).toMatchObject([
      {
        id: '9911',
        title: 'Keranjang Rotan',
        price: { amount: 210000, currency: 'IDR' },
        brand: 'Rimba Jaya',
        shipsFrom: 'Kab. Cirebon',
        category: ['Rumah', 'Keranjang'],
        attributes: { 'Negara Asal': 'Indonesia', Bahan: 'Rotan' },
        seller: null,
      },
    ]);
    expect(JSON.stringify(listings)).not.toContain('Medan');
  });

  test('nothing when its product block has gone', () => {
    expect(read('bhinneka', html.replace('product_details', 'x1'), url).listings).toEqual([]);
  });

  test('cards around the links of products', () => {
    const card = (id: number) =>
      `<div><div><a href="/jual/keranjang-${id}"><img alt=""></a></div><h6><a href="/jual/keranjang-${id}">Keranjang ${id}</a></h6><span>Rp 99.000</span></div>`;
    const { page, listings } = read(
      'bhinneka',
      `<div>${card(1)}${card(2)}</div>`,
      'https://www.bhinneka.com/jual?cari=keranjang',
    );
    expect(page).toBe('results');
    expect(listings.map(({ id, title, price }) => [id, title, price?.amount])).toEqual([
      ['1', 'Keranjang 1', 99000],
      ['2', 'Keranjang 2', 99000],
    ]);
  });
});

describe('Zalora', () => {
  const url = 'https://www.zalora.co.id/p/rimba-jaya-tas-anyam-pandan-coklat-2324538';
  const main =
    '<main><h1>Rimba Jaya</h1><div><span>Dijual oleh</span> <span>Toko Anyam</span></div><div>Dikirim dari <b>Kota Bandung</b></div>' +
    '<section><h2>Rincian</h2><dl><dt>Negara Asal</dt><dd>Indonesia</dd></dl></section></main>';

  test('a product: the words of JSON-LD, and the labels of visible blocks', () => {
    const product = { ...PRODUCT, offers: { ...PRODUCT.offers, seller: { name: 'ZALORA' } } };
    expect(read('zalora', jsonld(product) + jsonld(CRUMBS) + main, url).listings).toMatchObject([
      {
        ...WORDS,
        id: '2324538',
        seller: { name: 'Toko Anyam', location: null },
        shipsFrom: 'Kota Bandung',
        attributes: { 'Negara Asal': 'Indonesia' },
      },
    ]);
  });

  test('a heading that may be the brand is not taken for the title', () => {
    expect(read('zalora', main, url).listings).toEqual([]);
  });

  test('cards: title and brand by what their attributes say, the lower price', () => {
    const card = (id: number) =>
      `<a data-test-id="productLink" href="/p/tas-${id}"><div data-test-id="productBrandName">Rimba Jaya Anyaman Nusantara</div><div data-test-id="productTitle">Tas ${id}</div>` +
      `<div data-test-id="originalPrice">Rp 250.000</div><div data-test-id="productPrice"><span>Rp 210.000</span></div></a>`;
    const { listings } = read('zalora', `<div>${card(11)}${card(12)}</div>`, 'https://www.zalora.co.id/search?q=tas');
    expect(listings.map(({ id, title, brand, price }) => [id, title, brand, price?.amount])).toEqual([
      ['11', 'Tas 11', 'Rimba Jaya Anyaman Nusantara', 210000],
      ['12', 'Tas 12', 'Rimba Jaya Anyaman Nusantara', 210000],
    ]);
  });
});

describe('mobile webs', () => {
  test('Tokopedia: its own markers; a head and a state that name the desktop’s address say nothing', () => {
    const desktop = 'https://www.tokopedia.com/toko-wajan/wajan-besi';
    const html =
      `<head><title>Jual Wajan Lain - Kab. Tegal - Toko Lain | Tokopedia</title><link rel="canonical" href="${desktop}"></head>` +
      '<h1 data-testid="pdpProductName">Wajan Besi</h1><div data-testid="pdpProductPrice">Rp85.000</div><div data-testid="pdpShopName">Toko Wajan</div>' +
      '<p data-testid="chosen-address">Dikirim ke <b>Medan</b></p>';
    expect(read('tokopedia-mobile', html, 'https://m.tokopedia.com/toko-wajan/wajan-besi').listings).toMatchObject([
      {
        title: 'Wajan Besi',
        price: { amount: 85000 },
        seller: { name: 'Toko Wajan', location: null },
        shipsFrom: null,
      },
    ]);
  });

  test('Shopee: a card without the place’s label is read by the place’s name', () => {
    const card = (item: number, place: string) =>
      `<a href="/Keranjang-i.77.${item}"><div>Keranjang Rotan Anyam</div><div><span>Rp</span><span>55.000</span></div><div>10RB+ Terjual</div><div>&lt; 2 Hari</div><div>${place}</div></a>`;
    const html = card(1, 'Kab. Cirebon') + card(2, 'Gratis Ongkir') + card(3, 'Luar Negeri');
    const { listings } = read('shopee', html, 'https://shopee.co.id/search?keyword=keranjang');
    expect(listings.map(({ id, seller }) => [id, seller?.location ?? null])).toEqual([
      ['1', 'Kab. Cirebon'],
      ['2', null],
      ['3', 'Luar Negeri'],
    ]);
  });
});
