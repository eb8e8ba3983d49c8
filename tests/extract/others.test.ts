// Lazada and Blibli on small pages of our own, built after what their pages show; each with its trap.
import { describe, expect, test } from 'vitest';
import { extract, extractAnswer } from '../../utils/extract/extract.ts';
import { mapNamed, parsePage, places } from './page.ts';

const read = (id: string, html: string, url: string) => extract(parsePage(html), new URL(url), mapNamed(id), places);

const lazadaCard = (id: number, title: string, price: string, place: string) =>
  `<div class="Bm3ON" data-qa-locator="product-item" data-item-id="${id}"><a href="//www.lazada.co.id/products/pdp-i${id}.html"><img type="product" alt="${title}"></a>` +
  `<div class="RfADt"><a href="//www.lazada.co.id/products/pdp-i${id}.html" title="${title}"><i class="ic-dynamic-badge"></i>${title}</a></div>` +
  `<div class="aBrP0"><span class="ooOxS">${price}</span></div><span class="_1cEkb"><span>12 Terjual</span></span><span class="oa6ri" title="${place}">${place}</span></div>`;

describe('Lazada', () => {
  const search = 'https://www.lazada.co.id/catalog/?q=mangkuk';

  test('cards: an empty place stays unknown, a country is a place', () => {
    const html = [
      lazadaCard(7001, 'Mangkuk batok kelapa', 'Rp35.000', 'Kab. Kulon Progo'),
      lazadaCard(7002, 'Mangkuk lipat silikon', 'Rp19.900', 'China'),
      lazadaCard(7003, 'Mangkuk enamel', 'Rp21.000', ''),
    ].join('');
    const { page, listings } = read('lazada', `<div data-qa-locator="general-products">${html}</div>`, search);
    expect(page).toBe('results');
    expect(listings.map(({ id, price, seller }) => [id, price?.amount, seller?.location ?? null])).toEqual([
      ['7001', 35000, 'Kab. Kulon Progo'],
      ['7002', 19900, 'China'],
      ['7003', 21000, null],
    ]);
  });

  const scripts =
    `<script>var __i18n__ = {"ships_from_overseas.title":"Ships from overseas","pdp_static.shipFromOverseas.title":"Ships from overseas"};</script>` +
    `<script>var pdpTrackingData = "{\\"pdt_category\\":[\\"Dapur\\",\\"Mangkuk\\"],\\"brand_name\\":\\"No Brand\\",\\"pdt_name\\":\\"Mangkuk batok kelapa\\",\\"seller_name\\":\\"\\",\\"pdt_price\\":\\"Rp35.000\\"}"; try { pdpTrackingData = JSON.parse(pdpTrackingData); } catch (e) {}</script>` +
    `<script type="application/ld+json">{"@type":"Product","name":"Mangkuk batok kelapa","offers":{"price":0,"seller":{"name":""}}}</script>`;
  const product = 'https://www.lazada.co.id/products/pdp-i7001-s8001.html';

  test('a product before its modules came: title and price from the state inside a string, no seller, nothing guessed', () => {
    const { listings } = read('lazada', scripts, product);
    expect(listings).toMatchObject([
      {
        id: '7001',
        title: 'Mangkuk batok kelapa',
        price: { amount: 35000 },
        brand: null,
        seller: null,
        shipsFrom: null,
        crossBorder: null,
      },
    ]);
  });

  test.each([
    ['the older design', '', ''],
    ['the newer design', '-v2', '-v2'],
  ])('a product in %s', (_, title, seller) => {
    const price = title
      ? '<span class="pdp-v2-product-price-content-salePrice-amount">Rp35.000</span><span class="pdp-v2-product-price-content-originalPrice-amount">Rp50.000</span>'
      : '<div class="pdp-product-price"><span class="pdp-price pdp-price_size_xl">Rp35.000</span><div class="origin-block"><span class="pdp-price pdp-price_size_xs">Rp50.000</span></div></div>';
    const html =
      `${scripts}<ul id="J_breadcrumb"><li class="breadcrumb_item"><a class="breadcrumb_item_anchor">Dapur</a></li><li class="breadcrumb_item"><span class="breadcrumb_item_anchor">Mangkuk batok kelapa</span></li></ul>` +
      `<h1 class="pdp-mod-product-badge-title${title}">Mangkuk batok kelapa</h1>${price}` +
      `<a class="seller-name${seller}__detail-name" href="/shop/dapur-desa/">Dapur Desa</a>` +
      `<ul class="pdp-mod-specification"><li class="key-li"><span class="key-title">Negara Asal</span><div class="key-value">Indonesia</div></li></ul>`;
    const [listing] = read('lazada', html, product).listings;
    expect(listing).toMatchObject({
      price: { amount: 35000 },
      seller: { name: 'Dapur Desa' },
      category: ['Dapur'],
      attributes: { 'Negara Asal': 'Indonesia' },
      shipsFrom: null,
    });
  });

  test('an answer of the search', () => {
    const item = {
      itemId: '7001',
      itemUrl: '//www.lazada.co.id/products/pdp-i7001.html',
      name: 'Mangkuk',
      price: '35000',
      sellerName: 'Dapur Desa',
      sellerId: '1',
      brandName: 'No Brand',
      location: 'Kab. Bantul',
    };
    const { page, listings } = extractAnswer(
      { mods: { listItems: [item, { ...item, itemId: '7002', location: undefined }] } },
      new URL('https://www.lazada.co.id/'),
      mapNamed('lazada'),
    );
    expect(page).toBe('results');
    expect(listings.map(({ id, brand, seller }) => [id, brand, seller?.name, seller?.location])).toEqual([
      ['7001', null, 'Dapur Desa', 'Kab. Bantul'],
      ['7002', null, 'Dapur Desa', null],
    ]);
  });
});

describe('Blibli', () => {
  const names = (...texts: string[]) =>
    texts.map((text) => `<span class="els-product__seller-name">${text}</span>`).join('');
  const card = (link: string, title: string, seller: string) =>
    `<a class="elf-product-card" href="/p/x/${link}?ds=1"><div class="els-product"><span class="els-product__title" title="${title}"><span>${title}</span></span>` +
    `<div class="els-product__fixed-price" title="35.000"><span>Rp</span><span>35.000</span></div><span class="els-product__discount-price">50.000</span>` +
    `<div class="els-product__seller"><div class="els-product__seller-left"><div class="els-product__seller">${seller}</div></div></div></div></a>`;

  test('one class holds seller and place: two are seller and place, one is the place', () => {
    const html =
      card('ps--DAD-60001-00001', 'Mangkuk batok', names('Dapur Desa', 'Kab. Bantul')) +
      card('is--DAD-60001-00002-00001', 'Mangkuk enamel', names('Kota Bekasi'));
    const { listings } = read('blibli', html, 'https://www.blibli.com/cari/mangkuk');
    expect(
      listings.map(({ id, price, seller }) => [id, price?.amount, seller?.name ?? null, seller?.location]),
    ).toEqual([
      ['DAD-60001-00001', 35000, 'Dapur Desa', 'Kab. Bantul'],
      [null, 35000, null, 'Kota Bekasi'],
    ]);
  });

  test('an answer of a product page says whether it comes from abroad; the address in it is the visitor’s', () => {
    const answer = (international: boolean) => ({
      data: {
        productSku: 'DAD-60001-00001',
        name: 'Mangkuk batok',
        price: { offered: 35000, listed: 50000 },
        brand: { name: 'no brand' },
        categories: [{ name: 'Dapur' }, { name: 'Mangkuk' }],
        merchant: { code: 'DAD-60001', name: 'Dapur Desa', location: 'Kab. Bantul', international },
        pickupPoint: { international },
        shippingAddress: { cityName: 'Kota Jakarta Barat' },
      },
    });
    const read = (international: boolean) =>
      extractAnswer(answer(international), new URL('https://www.blibli.com/'), mapNamed('blibli')).listings[0];
    expect(read(true)).toMatchObject({
      crossBorder: true,
      brand: null,
      price: { amount: 35000 },
      seller: { location: 'Kab. Bantul' },
      category: ['Dapur', 'Mangkuk'],
    });
    expect(read(false)).toMatchObject({ crossBorder: false, shipsFrom: null });
  });

  test('the block page and the empty shell give nothing', () => {
    const shell = '<title>Blibli</title><div id="blibli-main-ctrl"><div class="loading"></div></div>';
    expect(read('blibli', shell, 'https://www.blibli.com/cari/mangkuk')).toMatchObject({ page: 'none', listings: [] });
  });
});
