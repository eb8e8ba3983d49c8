// Tokopedia's pages of many listings: search (2026: bare anchors, shop before city), category (test ids, city before
// shop) and a shop's page (no shop and no city on the card). Class names are left out: the real ones are build output.
import { escapeHtml, htmlDocument, picture, rupiah, script, scriptLiteral } from './html.ts';
import { TOKOPEDIA_CSS } from './styles.ts';

export interface TokopediaCard {
  title: string;
  price: number;
  oldPrice?: number;
  shop: { slug: string; name: string };
  /** As printed; empty when the card prints none. */
  city: string;
  /** "Beli Lokal" is shown over the picture. */
  beliLokal?: boolean;
  /** The link goes through the advertisement counter. */
  advertised?: boolean;
}

export function cardUrl(card: TokopediaCard): string {
  const slug = (card.title.toLowerCase().match(/[a-z0-9]+/g) ?? ['produk']).join('-');
  const product = `https://www.tokopedia.com/${card.shop.slug}/${slug}`;
  if (!card.advertised) return `${product}?extParam=ivf%3Dfalse%26keyword%3Dblender%26src%3Dsearch`;
  return `https://ta.tokopedia.com/promo/v1/clicks/8a-xgVY2gmUEH_rR?ob=23&r=${encodeURIComponent(`${product}?src=topads`)}`;
}

/** A card of the search results of 2026, about 60 elements deep and wide as the real one is. */
export function searchCard(card: TokopediaCard): string {
  return bareCard(card, true);
}

function bareCard(card: TokopediaCard, onSearch: boolean): string {
  const marker = onSearch ? ' data-testid="imgLeg-c"' : '';
  const local = card.beliLokal ? `<div><img alt="Beli Lokal" src="${picture('Beli Lokal')}"/></div>` : '';
  const discount = card.oldPrice
    ? `<div><span>${Math.round(100 - (100 * card.price) / card.oldPrice)}%</span><span></span></div>`
    : '';
  const old = card.oldPrice ? `<div><span class="old">${rupiah(card.oldPrice)}</span></div>` : '';
  const place = onSearch
    ? `<div class="place"><div><img alt="shop badge" src="${picture('badge')}"/></div>` +
      `<div><span class="si3 flip">${escapeHtml(card.shop.name)}</span><span class="flip">${escapeHtml(card.city)}</span></div></div>`
    : '';
  return (
    `<a data-theme="default" href="${escapeHtml(cardUrl(card))}"><div><div><div><div${marker}><span data-testid="imgLeg-sb"></span>` +
    `<img alt="product-image" decoding="async" src="${picture(card.title)}"/></div>${discount}${local}</div></div>` +
    `<div class="facts"><div><span class="name">${escapeHtml(card.title)}</span></div>` +
    `<div><div><span class="amount">${rupiah(card.price)}</span></div>${old}</div>` +
    `<div><span>Bisa COD</span></div><div><div><div><img alt="rating" src="${picture('star')}"/></div><span>4.8</span></div><span></span><span>250+ terjual</span></div>` +
    `${place}<div><button type="button" aria-label="Lainnya"><img alt="three dots" src="${picture('dots')}"/></button></div></div></div><div></div></a>`
  );
}

function categoryCard(card: TokopediaCard): string {
  const hidden = card.city ? '' : ' class="hidden disable-trans"';
  return (
    `<a data-testid="lnkProductContainer" href="${escapeHtml(cardUrl(card))}"><div><div class="wishlistButton"><div><div><span>Tambah ke Wishlist</span></div></div></div></div>` +
    `<div data-testid="divProductWrapper"><div><div><div class="photo"><img alt="${escapeHtml(card.title)}" title="" src="${picture(card.title)}"/></div></div></div>` +
    `<div class="facts"><span class="name">${escapeHtml(card.title)}</span><div><div><span class="amount">${rupiah(card.price)}</span></div></div>` +
    `<div class="place"><div><img alt="shop badge" src="${picture('badge')}"/></div><div><span${hidden}>${escapeHtml(card.city)}</span><span>${escapeHtml(card.shop.name)}</span></div></div></div></div></a>`
  );
}

const HEADER =
  '<div id="zeus-header" data-testid="headerContainer"><b>tokopedia</b><input type="search" aria-label="Cari di Tokopedia"></div>';

/** The page's own part in what tests make happen: more cards at the end, and cards re-used for other listings. */
const CARDS_SCRIPT = `
  const grid = document.querySelector('[data-testid=divSRPContentProducts]');
  globalThis.append = (count) => {
    const template = document.querySelector('template[data-more]');
    for (const card of [...template.content.children].slice(0, count)) grid.append(card);
  };
  globalThis.recycle = (index, other) => {
    const card = grid.children[index];
    card.href = other.href;
    card.querySelector('.name').firstChild.data = other.title;
    card.querySelector('.amount').firstChild.data = other.price;
    const [shop, city] = card.querySelectorAll('span.flip');
    shop.textContent = other.shop;
    city.textContent = other.city;
  };
`;

/** Results of a search; `more` waits in a template until the test appends it. */
export function searchPage(query: string, cards: TokopediaCard[], more: TokopediaCard[] = []): string {
  return htmlDocument({
    title: `Jual ${query} | Tokopedia`,
    css: TOKOPEDIA_CSS,
    body:
      `${HEADER}<div class="grid-cards sold" data-testid="dSRPSearchInfo"><span>Menampilkan 1 - ${cards.length} barang untuk <strong>"${escapeHtml(query)}"</strong></span></div>` +
      `<div class="grid-cards" data-testid="divSRPContentProducts" data-ssr="contentProductsSRPSSR">${cards.map(searchCard).join('')}</div>` +
      `<template data-more>${more.map(searchCard).join('')}</template>${script(CARDS_SCRIPT)}`,
  });
}

export function categoryPage(name: string, cards: TokopediaCard[]): string {
  return htmlDocument({
    title: `${name} Pilihan Terlengkap & Produk Terbaru - Harga Terbaik | Tokopedia`,
    css: TOKOPEDIA_CSS,
    body: `${HEADER}<div class="grid-cards" data-ssr="productsCategoryL2/L3SSR">${cards.map(categoryCard).join('')}</div>`,
  });
}

export function shopPage(shop: { slug: string; name: string; city: string }, cards: TokopediaCard[]): string {
  const store = {
    '@context': 'http://schema.org/',
    '@type': 'Store',
    name: shop.name,
    address: { '@type': 'PostalAddress', addressLocality: shop.city },
    url: `https://www.tokopedia.com/${shop.slug}`,
  };
  return htmlDocument({
    title: `Toko ${shop.name} - Produk Lengkap & Harga Terbaik | Tokopedia`,
    css: TOKOPEDIA_CSS,
    head: `<script type="application/ld+json">${scriptLiteral(store)}</script>`,
    body:
      `${HEADER}<div data-ssr="shopSSR"><div class="shop-head" data-ssr="shopInfoSSR"><div><h1 data-testid="shopNameHeader">${escapeHtml(shop.name)}</h1>` +
      `<div><span data-testid="shopLocationHeader" class="default">${escapeHtml(shop.city)}</span></div></div><div data-testid="shopRatingDetailHeader">4.9 Rating &amp; Ulasan</div></div>` +
      `<div class="grid-cards" data-ssr="shopProductSSR">${cards.map((card) => bareCard(card, false)).join('')}</div></div>`,
  });
}
