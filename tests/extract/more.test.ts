// TikTok Shop, AliExpress and Bukalapak on small pages and answers of our own, built after what theirs show; each with its trap.
import { describe, expect, test } from 'vitest';
import { extract, extractAnswer } from '../../utils/extract/extract.ts';
import { graphOf, jsonBehind, read as readPath } from '../../utils/extract/graph.ts';
import { barePrice } from '../../utils/extract/price.ts';
import { mapNamed, parsePage, places } from './page.ts';

const read = (id: string, html: string, url: string) => extract(parsePage(html), new URL(url), mapNamed(id), places);
const answer = (id: string, value: unknown, url: string) => extractAnswer(value, new URL(url), mapNamed(id));

describe('TikTok Shop', () => {
  const url = 'https://shop-id.tokopedia.com/pdp/mangkuk-batok-kelapa/1730000000000000001';
  const state = (address: string) => ({
    loaderData: {
      layout: null,
      'pdp/(name$)/(id)/page': {
        route_info: { request_url: `${address}?source=mall` },
        page_config: {
          components_map: [
            {
              component_name: 'product_info',
              component_data: {
                categories: [
                  { level: 1, category_name: 'Dapur' },
                  { level: 2, category_name: 'Mangkuk' },
                ],
                product_info: {
                  product_id: '1730000000000000001',
                  seller: { seller_id: '71', name: 'Dapur Desa', seller_location: 'Indonesia' },
                  product_base: {
                    title: 'Mangkuk Batok Kelapa',
                    specifications: [{ name: 'Negara Asal', value: 'Indonesia' }],
                    price: {
                      real_price: 'Rp35.000',
                      min_sku_price: '35000',
                      currency: 'IDR',
                      original_price: 'Rp50.000',
                    },
                  },
                  logistic: { event_tracking: { ship_from: 'local' } },
                  shipping: { shipping_to_address_info: { ship_to_address_brief: 'Kota Medan' }, ship_from_info: {} },
                },
              },
            },
          ],
        },
      },
    },
  });
  const page = (address: string, body = '<span data-fmp="true">Mangkuk Batok Kelapa</span>') =>
    `<body>${body}<script id="__MODERN_ROUTER_DATA__" type="application/json">${JSON.stringify(state(address))}</script></body>`;

  test('a product page: the seller’s place, the narrowest category, specifications; "local" and the visitor’s place are none', () => {
    const { page: kind, listings } = read('tiktokshop', page(url), url);
    expect(kind).toBe('product');
    expect(listings).toMatchObject([
      {
        id: '1730000000000000001',
        title: 'Mangkuk Batok Kelapa',
        price: { amount: 35000, currency: 'IDR' },
        seller: { id: '71', name: 'Dapur Desa', location: 'Indonesia' },
        shipsFrom: null,
        brand: null,
        category: ['Dapur', 'Mangkuk'],
        attributes: { 'Negara Asal': 'Indonesia' },
        crossBorder: null,
      },
    ]);
    expect(JSON.stringify(listings)).not.toContain('Medan');
  });

  test('state left over from another product says nothing', () => {
    const other = 'https://shop-id.tokopedia.com/pdp/gelas/1730000000000000002';
    const [listing] = read(
      'tiktokshop',
      page(url, '<h1>Gelas Lipat</h1><h2>Deskripsi</h2><p>Silikon.</p>'),
      other,
    ).listings;
    expect(listing).toMatchObject({
      id: '1730000000000000002',
      title: 'Gelas Lipat',
      price: null,
      seller: null,
      attributes: {},
    });
  });

  test('an answer of a product page, and one of a list, which knows no place', () => {
    expect(answer('tiktokshop', state(url), 'https://shop-id.tokopedia.com/').listings).toMatchObject([
      { kind: 'product', price: { amount: 35000 }, category: ['Dapur', 'Mangkuk'], seller: { location: 'Indonesia' } },
    ]);
    const item = {
      product_id: '1730000000000000001',
      title: 'Mangkuk Batok Kelapa',
      product_price_info: { currency_name: 'IDR', sale_price_decimal: '35000', sale_price_format: '35.000' },
      seller_info: { seller_id: '71', shop_name: 'Dapur Desa' },
      seo_url: { canonical_url: url },
    };
    const list = answer('tiktokshop', { data: { productList: [item] } }, 'https://shop-id.tokopedia.com/');
    expect(list.page).toBe('results');
    expect(list.listings).toMatchObject([
      { kind: 'card', url, price: { amount: 35000 }, seller: { name: 'Dapur Desa', location: null }, shipsFrom: null },
    ]);
  });
});

describe('AliExpress', () => {
  /** As the page writes it: an object that is no JSON around one that is. */
  const page = (host: string, changes: object = {}) => {
    const data = {
      titleModule: { subject: 'Coconut bowl' },
      storeModule: {
        storeName: 'Bowl Store',
        storeNum: 12,
        detailPageUrl: `//${host}/item/1005001.html`,
        countryCompleteName: 'China',
      },
      commonModule: { currencyCode: 'EUR', userCountryName: 'Indonesia' },
      webEnv: { host },
      priceModule: {
        activity: true,
        minActivityAmount: { currency: 'EUR', formatedAmount: '€ 3,39', value: 3.39 },
        minAmount: { currency: 'EUR', formatedAmount: '€ 9,99', value: 9.99 },
      },
      crossLinkModule: { breadCrumbPathList: [{ name: 'Home' }, { name: 'Kitchen' }, { name: 'Bowls' }] },
      specsModule: { props: [{ attrName: 'Brand Name', attrNameId: 2, attrValue: 'Cocovibe' }] },
      ...changes,
    };
    return (
      `<script>window.runParams = {};</script><script>\n window.runParams = {\n     data: ${JSON.stringify(data)},\n  csrfToken: 'x' };</script>` +
      '<meta itemprop="brand" content="AliExpress.com"><h1>Coconut bowl</h1>'
    );
  };

  test('a product: sold from abroad by China; neither the visitor’s country nor the site’s name is taken', () => {
    const { listings } = read('aliexpress', page('he.aliexpress.com'), 'https://he.aliexpress.com/item/1005001.html');
    expect(listings).toMatchObject([
      {
        id: '1005001',
        price: { amount: 3.39, currency: 'EUR' },
        seller: { name: 'Bowl Store', location: 'China' },
        brand: 'Cocovibe',
        category: ['Kitchen', 'Bowls'],
        crossBorder: true,
        shipsFrom: null,
      },
    ]);
  });

  test('a number of another currency is no price in this one', () => {
    const priceOf = (changes: object) =>
      read('aliexpress', page('id.aliexpress.com', changes), 'https://id.aliexpress.com/item/1005001.html').listings[0]
        ?.price;
    const rupiah = { activity: true, minActivityAmount: { formatedAmount: 'Rp 61.500', value: 61500 } };
    expect(priceOf({})).toBeNull();
    expect(priceOf({ commonModule: { currencyCode: 'IDR' }, priceModule: rupiah })).toEqual({
      amount: 61500,
      currency: 'IDR',
    });
    const dollars = { activity: true, minActivityAmount: { formatedAmount: 'US $4.10', value: 4.1 } };
    expect(priceOf({ commonModule: { currencyCode: 'USD' }, priceModule: dollars })).toEqual({
      amount: 4.1,
      currency: 'USD',
    });
  });

  test('cards: the price comes whole from its label, never from its pieces', () => {
    const card = (id: number, label: string) =>
      `<a class="search-card-item" href="https://www.aliexpress.com/item/${id}.html"><div role="heading" title="Bowl ${id}"><h3>Bowl ${id}</h3></div>` +
      `<div ${label}><div><span>$</span><span>9</span><span>.</span><span>95</span></div><div><span>$20.9</span></div></div><span title="$0.94 each, ≥ 2 pieces">$0.94 each, ≥ 2 pieces</span></a>`;
    const html = card(1005001, 'aria-label="$9.95"') + card(1005002, 'aria-label="Rp147.900"') + card(1005003, '');
    const { listings } = read('aliexpress', html, 'https://www.aliexpress.com/w/wholesale-bowl.html');
    expect(listings.map(({ id, title, price, crossBorder }) => [id, title, price, crossBorder])).toEqual([
      ['1005001', 'Bowl 1005001', { amount: 9.95, currency: 'USD' }, true],
      ['1005002', 'Bowl 1005002', { amount: 147900, currency: 'IDR' }, true],
      ['1005003', 'Bowl 1005003', null, true],
    ]);
  });
});

describe('Bukalapak', () => {
  const item = (id: string, imported: boolean, specs: object) => ({
    id,
    name: `Holder ${id}`,
    price: 135000,
    deal: { original_price: 150000 },
    imported,
    specs,
    url: `https://www.bukalapak.com/p/handphone/aksesoris/${id}-jual-holder`,
    category: { structure: ['Handphone', 'Aksesoris'] },
    store: { id: 7, name: 'Toko Pegangan', address: { city: 'Kab. Bogor', province: 'Jawa Barat' } },
  });

  test('an answer keeps the seller’s word that the goods are imported, and knows no brand that is none', () => {
    const data = [
      item('ekx1', true, {}),
      item('ekx2', false, { merk: 'Sonta' }),
      item('ekx3', false, { brand: ['Merk Lainnya'] }),
    ];
    const { page, listings } = answer('bukalapak', { data }, 'https://www.bukalapak.com/');
    expect(page).toBe('results');
    expect(listings.map(({ id, importFlag, brand, category }) => [id, importFlag, brand, category.at(-1)])).toEqual([
      ['ekx1', true, null, 'Aksesoris'],
      ['ekx2', false, 'Sonta', 'Aksesoris'],
      ['ekx3', false, null, 'Aksesoris'],
    ]);
    expect(listings[0]).toMatchObject({
      seller: { name: 'Toko Pegangan', location: 'Kab. Bogor' },
      shipsFrom: null,
      crossBorder: null,
    });
  });
});

describe('what these pages taught the engine', () => {
  test.each([
    ['a.state={data:', 'a.state = {};\n a.state = {\n\t data : {"x":{"y":1}}, other: \'z\' }'],
    ['a.state=', 'if (a.state == 1) b(); a.state={"x":{"y":1}};'],
    ['a.state.data=', 'a.state.data={"x":{"y":1}}'],
  ])('finds the JSON behind %s', (marker, script) => {
    const graph = graphOf(jsonBehind(script, marker));
    expect(readPath(graph, graph.root, 'x.y')).toBe(1);
  });

  test.each(['=', 'a.state={data:', ''])('finds nothing behind %j where it does not stand', (marker) => {
    expect(jsonBehind('a.state = { token: "x", more: {"x":1} }', marker)).toBeUndefined();
  });

  test('takes a bare "149.000" neither for 149 nor for 149,000 rupiah', () => {
    expect(barePrice('149.000', 'IDR')).toBeNull();
    expect(barePrice('149000.00', 'IDR')).toEqual({ amount: 149000, currency: 'IDR' });
    expect(barePrice('149.5', 'USD')).toEqual({ amount: 149.5, currency: 'USD' });
  });
});
