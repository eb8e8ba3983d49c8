// The traps that a shop's page sets for whoever reads it. Pages are our own, faithful to what was captured.
import { describe, expect, it } from 'vitest';
import { IMPORTED, VARIANT } from '../site/catalogue.ts';
import { shopeeProductPage, shopeeSearchPage, shopeeUrl } from '../site/shopee.ts';
import { categoryPage, searchPage, shopPage, type TokopediaCard } from '../site/tokopedia-cards.ts';
import {
  type TokopediaProduct,
  tokopediaProductPage,
  tokopediaState,
  tokopediaUrl,
} from '../site/tokopedia-product.ts';
import { readPage } from './page.ts';

/** A page once its late parts have been filled in. */
const filled = (html: string) =>
  html.replace(
    /<div data-unify="LoaderLine" aria-busy="true"><\/div><template data-late>([\s\S]*?)<\/template>/g,
    '$1',
  );
const product = (changes: Partial<TokopediaProduct> = {}, of = IMPORTED) => {
  const made = { ...of, ...changes };
  return readPage(filled(tokopediaProductPage(made)), tokopediaUrl(of)).listings[0];
};

const CARD: TokopediaCard = {
  title: 'Wajan Besi 30 cm',
  price: 85_000,
  shop: { slug: 'toko-wajan', name: 'Toko Wajan' },
  city: 'Kab. Tegal',
};
const SEARCH = 'https://www.tokopedia.com/search?st=product&q=wajan';
const CATEGORY = 'https://www.tokopedia.com/p/dapur/peralatan-masak';

describe('a product page of Tokopedia', () => {
  it('reads title, price, seller, places, category and description', () => {
    expect(product()).toMatchObject({
      marketplace: 'tokopedia',
      kind: 'product',
      id: IMPORTED.id,
      url: tokopediaUrl(IMPORTED),
      title: IMPORTED.title,
      price: { amount: IMPORTED.price, currency: 'IDR' },
      seller: { name: IMPORTED.shop.name, location: 'Jakarta Barat' },
      shipsFrom: 'Jakarta Barat',
      category: IMPORTED.category,
      attributes: { Kondisi: 'Baru' },
      brand: null,
    });
    expect(product()?.description).toBe(IMPORTED.description);
  });

  it('does not take the address of the visitor for that of the goods', () => {
    const late = product({
      shipsFrom: undefined,
      bodyExtra: '<p data-testid="chosen-address">Dikirim ke <b>Medan</b></p>',
    });
    expect(late?.shipsFrom).toBeNull();
    expect(JSON.stringify(late)).not.toContain('Medan');
  });

  it('takes the variant that is shown, not the default one of metas and state', () => {
    const shown = product({}, VARIANT);
    expect(shown).toMatchObject({ title: VARIANT.title, price: { amount: VARIANT.price } });
  });

  it('gives no price rather than that of another variant when the printed one cannot be found', () => {
    const page = filled(tokopediaProductPage(VARIANT))
      .replaceAll('lblPDPDetailProductPrice', 'x1')
      .replaceAll('pdp_comp-product_content', 'x2');
    const listing = readPage(
      page.replace('<h1 data-expanded="false"', '<h1 id="pdp_comp-product_content" data-expanded="false"'),
      tokopediaUrl(VARIANT),
    ).listings[0];
    expect(listing?.title).toBe(VARIANT.title);
    expect(listing?.price).toBeNull();
  });

  it('leaves the place of the seller open when the document title leaves it empty', () => {
    expect(product({ city: '' })?.seller).toMatchObject({ name: IMPORTED.shop.name, location: null });
  });

  it('refuses state and metas that belong to another product', () => {
    const other = { ...VARIANT, defaultVariant: undefined, shop: { slug: 'lain', name: 'Toko Lain' } };
    const page = filled(tokopediaProductPage({ ...other, state: tokopediaState(other) }))
      .replace(/<h1[\s\S]*?<\/h1>/, `<h1 data-testid="lblPDPDetailProductName">${IMPORTED.title}</h1>`)
      .replace(/<div class="price"[\s\S]*?<\/div>/, '<div data-testid="lblPDPDetailProductPrice">Rp64.900</div>')
      .replaceAll('llbPDPFooterShopName', 'x1')
      .replaceAll('pdp_comp-shop_credibility', 'x2');
    const listing = readPage(page, tokopediaUrl(IMPORTED)).listings[0];
    expect(listing).toMatchObject({ title: IMPORTED.title, price: { amount: 64_900 }, seller: null, id: null });
  });
});

describe('cards of Tokopedia', () => {
  it('reads shop before city in a search, and city before shop in a category', () => {
    const inSearch = readPage(searchPage('wajan', [CARD]), SEARCH);
    const inCategory = readPage(categoryPage('Peralatan Masak', [CARD]), CATEGORY);
    for (const { page, listings } of [inSearch, inCategory]) {
      expect(page).toBe('results');
      expect(listings[0]).toMatchObject({
        kind: 'card',
        title: CARD.title,
        price: { amount: 85_000 },
        seller: { name: 'Toko Wajan', location: 'Kab. Tegal' },
      });
    }
  });

  it('does not move the shop into the place of an empty city', () => {
    const [listing] = readPage(categoryPage('Peralatan Masak', [{ ...CARD, city: '' }]), CATEGORY).listings;
    expect(listing?.seller).toMatchObject({ name: 'Toko Wajan', location: null });
  });

  it.each(['<span>Rp120.000</span><span>Rp85.000</span>', '<span>Rp 85.000</span><span>Rp 120.000</span>'])(
    'takes what the buyer pays now, whichever price stands first: %s',
    (prices) => {
      const page = categoryPage('Peralatan Masak', [CARD]).replace(
        '<span class="amount">Rp85.000</span>',
        `<span>29%</span>${prices}`,
      );
      expect(readPage(page, CATEGORY).listings[0]?.price).toEqual({ amount: 85_000, currency: 'IDR' });
    },
  );

  it('keeps both ends of a price range, the lower one as the price', () => {
    const page = searchPage('wajan', [CARD]).replace('>Rp85.000<', '>Rp 110.000 - Rp 120.000<');
    expect(readPage(page, SEARCH).listings[0]?.price).toEqual({ amount: 110_000, upTo: 120_000, currency: 'IDR' });
  });

  it('unwraps the link of an advertisement, and counts the same offer once', () => {
    const { listings } = readPage(searchPage('wajan', [{ ...CARD, advertised: true }, CARD]), SEARCH);
    expect(listings.map(({ url }) => url)).toEqual(['https://www.tokopedia.com/toko-wajan/wajan-besi-30-cm']);
  });

  it('prints the label of the platform as it stands', () => {
    const { listings } = readPage(searchPage('wajan', [{ ...CARD, beliLokal: true }]), SEARCH);
    expect(listings[0]?.labels).toEqual(['Beli Lokal']);
  });

  it('lets cards of a shop inherit its name and place', () => {
    const shop = { slug: 'toko-wajan', name: 'Toko Wajan', city: 'Kab. Tegal' };
    const { page, listings } = readPage(shopPage(shop, [CARD]), 'https://www.tokopedia.com/toko-wajan/product');
    expect(page).toBe('shop');
    expect(listings[0]?.seller).toMatchObject({ name: 'Toko Wajan', location: 'Kab. Tegal' });
  });

  it('follows a link to another host nowhere', () => {
    const page = searchPage('wajan', [CARD]).replaceAll(
      'https://www.tokopedia.com/toko-wajan/',
      'https://toko.example/toko-wajan/',
    );
    expect(readPage(page, SEARCH)).toMatchObject({ page: 'none', listings: [] });
  });
});

describe('Shopee Indonesia', () => {
  const late = (html: string) =>
    html.replace(/<div id="main"><\/div><template data-late>([\s\S]*)<\/template>/, '<div id="main">$1</div>');
  const BASKET = { shopId: '77', itemId: '9900', title: 'Keranjang Rotan Anyam', price: 55_000 };

  it('reads cards with the place, not the delivery time before it', () => {
    const page = late(shopeeSearchPage('keranjang', [{ ...BASKET, location: 'KAB. CIREBON' }]));
    const { listings } = readPage(page, 'https://shopee.co.id/search?keyword=keranjang');
    expect(listings[0]).toMatchObject({
      id: '9900',
      title: BASKET.title,
      price: { amount: 55_000, currency: 'IDR' },
      seller: { id: '77', name: null, location: 'KAB. CIREBON' },
    });
  });

  it('reads the labelled values of a product page, and a brand that is none as none', () => {
    const specification = { Merek: 'Tidak Ada Merek', 'Negara Asal': 'Indonesia', 'Dikirim Dari': 'KAB. CIREBON' };
    const page = late(
      shopeeProductPage({ ...BASKET, shopName: 'Rotan Jaya', specification, description: 'Anyaman rapi.' }),
    );
    expect(readPage(page, shopeeUrl(BASKET)).listings[0]).toMatchObject({
      id: '9900',
      title: BASKET.title,
      seller: { id: '77', name: 'Rotan Jaya' },
      shipsFrom: 'KAB. CIREBON',
      brand: null,
      attributes: { 'Negara Asal': 'Indonesia' },
      description: 'Anyaman rapi.',
    });
  });
});
