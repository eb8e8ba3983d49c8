// Shopee's Indonesian pages: results (cards named by aria-label), and a product page with the labelled table of
// specifications. The page arrives as an empty shell and fills by script, as the real one does.
import { escapeHtml, htmlDocument, picture, rupiahDigits, script } from './html.ts';
import { SHOPEE_CSS } from './styles.ts';

export interface ShopeeProduct {
  shopId: string;
  itemId: string;
  title: string;
  price: number;
  shopName: string;
  category?: string[];
  /** Rows of "Spesifikasi Produk": Merek, Negara Asal, Dikirim Dari, ... */
  specification?: Record<string, string>;
  description?: string;
  fillAfter?: number;
}

export interface ShopeeCard {
  shopId: string;
  itemId: string;
  title: string;
  price: number;
  location: string;
}

function path(product: { title: string; shopId: string; itemId: string }): string {
  const words = product.title.match(/[A-Za-z0-9]+/g) ?? ['Produk'];
  return `/${words.join('-')}-i.${product.shopId}.${product.itemId}`;
}

export function shopeeUrl(product: { title: string; shopId: string; itemId: string }): string {
  return `https://shopee.co.id${path(product)}`;
}

const FILL = `setTimeout(() => {
  const template = document.querySelector('template[data-late]');
  document.querySelector('#main').replaceChildren(template.content.cloneNode(true));
  template.remove();
}, DELAY);`;

/** An empty shell whose content comes later by the page's script. */
function shell(title: string, content: string, fillAfter: number): string {
  return htmlDocument({
    title,
    css: SHOPEE_CSS,
    head: '<meta name="shopee:version" content="sw-WEBFE-MKP-2026.05">',
    body: `<div id="main"></div><template data-late>${content}</template>${script(FILL.replace('DELAY', String(fillAfter)))}`,
  });
}

export function shopeeProductPage(product: ShopeeProduct): string {
  const category = ['Shopee', ...(product.category ?? ['Perlengkapan Rumah', 'Dapur'])];
  const links = category
    .map((name) => `<a href="/${name.length}-cat.${name.length}">${escapeHtml(name)}</a>`)
    .join(' ');
  const row = ([name, value]: [string, string]) =>
    `<div class="row"><h3>${escapeHtml(name)}</h3><div>${escapeHtml(value)}</div></div>`;
  const rows = Object.entries(product.specification ?? {})
    .map(row)
    .join('');
  const paragraphs = (product.description ?? '').split('\n').map((line) => `<p>${escapeHtml(line)}</p>`);
  const content =
    `<div><div class="shopee-progress-bar"></div><header class="shopee-top container-wrapper">Shopee</header><div><div class="page-product"><div role="main" class="container">` +
    `<div class="flex items-center page-product__breadcrumb">${links} <span>${escapeHtml(product.title)}</span></div>` +
    `<section class="flex card"><section><img class="photo" alt="Foto produk" src="${picture(product.title)}"></section>` +
    `<section class="flex flex-auto"><div class="flex-auto flex-column"><div><h1>${escapeHtml(product.title)}</h1></div>` +
    `<div><button>4.9</button> <span>86</span> <span>Penilaian</span> <span>250 Terjual</span></div>` +
    `<div><div class="flex flex-column"><section aria-live="polite"><div><div class="price">Rp${rupiahDigits(product.price)}</div></div></section></div></div>` +
    `<section class="flex"><h2>Pengiriman</h2><div>Garansi tiba 3 - 5 Des</div></section></div></section></section>` +
    `<div><section class="page-product__shop"><div><div><a href="/toko${product.shopId}"><img alt="" width="40" height="40" src="${picture(product.shopName)}"></a>` +
    `<div><div>${escapeHtml(product.shopName)}</div><div>Aktif 3 menit lalu</div></div></div></div></section></div>` +
    `<div class="page-product__content"><div class="page-product__content--left"><div class="product-detail page-product__detail">` +
    `<section><h2>Spesifikasi Produk</h2><div><div class="row"><h3>Kategori</h3><div>${links}</div></div>${rows}</div></section>` +
    `<section><h2>Deskripsi Produk</h2><div><div>${paragraphs.join('')}</div></div></section></div></div></div></div></div></div></div>`;
  return shell(`Jual ${product.title} | Shopee Indonesia`, content, product.fillAfter ?? 150);
}

function shopeeCard(card: ShopeeCard): string {
  const title = escapeHtml(card.title);
  return (
    `<li class="col-xs-2-4 shopee-search-item-result__item" data-sqe="item"><div role="group" aria-label="Product card: ${title}"><div class="shopee_ic"><div class="body" role="group" aria-label="Product card">` +
    `<a class="contents" aria-label="View product: ${title}" href="${path(card)}?extraParams=%7B%22display_model_id%22%3A1%7D&amp;xptdk=6033b08c"><div class="flex flex-col"><div class="relative"><picture><img class="photo" loading="lazy" alt="${title}" src="${picture(card.title)}"></picture></div>` +
    `<div class="p-2"><div><div class="line-clamp-2"><img alt="flag-label" src="${picture('flag')}">${title}</div>` +
    `<div class="flex items-center"><div><div><div><span data-testid="a11y-label" aria-label="promotion price"></span><div class="truncate amount"><span>Rp</span><span>${rupiahDigits(card.price)}</span><span></span></div></div></div></div></div></div>` +
    `<div><div><div aria-hidden="true"><img alt="rating-star-full" src="${picture('star')}"><div>4.9</div></div><div>100+ Terjual</div></div></div>` +
    `<div class="flex items-center"><div><img alt="EDT icon" src="${picture('van')}"><div>&lt; 2 Hari</div></div><div></div><div><img alt="location-icon" src="${picture('pin')}"><span data-testid="a11y-label" aria-label="location-${escapeHtml(card.location)}"></span><span class="align-middle">${escapeHtml(card.location)}</span></div></div></div></div></a>` +
    `<a class="similar" href="/find_similar_products?catid=100644&amp;itemid=${card.itemId}&amp;shopid=${card.shopId}">Produk Serupa</a></div></div></div></li>`
  );
}

export function shopeeSearchPage(query: string, cards: ShopeeCard[]): string {
  const content =
    `<header class="shopee-top">Shopee</header><section aria-label="" class="shopee-search-item-result"><h1 class="shopee-search-result-header"><span>Hasil pencarian untuk '<span>${escapeHtml(query)}</span>'</span></h1>` +
    `<ul class="row shopee-search-item-result__items">${cards.map(shopeeCard).join('')}</ul></section>`;
  return shell(`${query} | Shopee Indonesia`, content, 100);
}

/** What a refused visitor gets: a page of the right host and address without any listing. */
export function shopeeRefusedPage(): string {
  return htmlDocument({
    title: 'Shopee Indonesia',
    css: SHOPEE_CSS,
    body:
      '<div id="main"><div><section tabindex="-1"><button class="stardust-button"><span>lompat ke konten utama</span></button></section><div class="shopee-progress-bar"></div>' +
      '<div class="refused"><div>Halaman Tidak Tersedia</div><div>Maaf, telah terjadi kesalahan. Silakan log in dan coba lagi atau kembali ke Halaman Utama.</div><div><button>Log In</button></div></div></div></div>',
  });
}

/** The shell of a page that never fills. */
export function shopeeEmptyPage(): string {
  return htmlDocument({
    title: 'Shopee Indonesia',
    css: SHOPEE_CSS,
    body: '<div id="main"></div><div id="app"></div>',
  });
}

/** A check that the visitor is no robot: titled like the shop, holds no listing. */
export function captchaPage(): string {
  return htmlDocument({
    title: 'Tokopedia',
    css: SHOPEE_CSS,
    body: '<div class="refused"><h1>Verifikasi dulu, ya</h1><p>Geser potongan gambar sampai pas.</p><button type="button">Mulai</button></div>',
  });
}
