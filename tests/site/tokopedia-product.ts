// Tokopedia's product page as served in 2025 and 2026: component ids and test ids in page order, seller and shipping as
// skeletons that fill after a delay, and the page's own state in `window.__cache`.
import { escapeHtml, htmlDocument, picture, rupiah, script, scriptLiteral } from './html.ts';
import { TOKOPEDIA_CSS } from './styles.ts';

export interface TokopediaProduct {
  id: string;
  title: string;
  price: number;
  oldPrice?: number;
  shop: { slug: string; name: string; official?: boolean };
  /** Printed in the document's title only; may be empty. */
  city?: string;
  /** "Dikirim dari ..." */
  shipsFrom?: string;
  category?: string[];
  /** Rows of the info list, beside Kondisi and Pemesanan Minimum. */
  info?: Record<string, string>;
  description?: string;
  /** The variant that metas and state still hold while the page shows another. */
  defaultVariant?: { title: string; price: number; names: [shown: string, other: string] };
  /** Milliseconds until seller and shipping are there. */
  fillAfter?: number;
  /** The text after `window.__cache=`, when it is not this product's own state. */
  state?: string;
  /** Markup put at the end of the head and of the body. */
  headExtra?: string;
  bodyExtra?: string;
}

export function slugOf(product: TokopediaProduct): string {
  const words = product.title.toLowerCase().match(/[a-z0-9]+/g) ?? ['produk'];
  return `${words.join('-').slice(0, 90)}-${product.id}`;
}

export function tokopediaUrl(product: TokopediaProduct): string {
  return `https://www.tokopedia.com/${product.shop.slug}/${slugOf(product)}`;
}

/** The Apollo state of the page, normalised as Tokopedia's is: entities that point at each other by id. */
export function tokopediaState(product: TokopediaProduct): string {
  const category = product.category ?? ['Rumah Tangga', 'Dapur'];
  const details = category.map((name, i) => [`pdpCategoryDetail${100 + i}`, { id: String(100 + i), name }] as const);
  const reference = (id: string, typename: string) => ({ type: 'id', generated: false, id, typename });
  const price = product.defaultVariant?.price ?? product.price;
  const query = `$ROOT_QUERY.pdpMainInfo({"productKey":"${slugOf(product)}","shopDomain":"${product.shop.slug}"})`;
  return scriptLiteral({
    ROOT_QUERY: { isAuthenticatedV2: '' },
    [`pdpBasicInfo${product.id}`]: {
      alias: slugOf(product),
      productID: product.id,
      shopID: '7700112233',
      shopName: product.shop.name,
      condition: 'NEW',
      status: 'ACTIVE',
      url: tokopediaUrl(product),
      category: reference('pdpCategory2787', 'pdpCategory'),
      __typename: 'pdpBasicInfo',
    },
    pdpCategory2787: {
      id: '2787',
      name: category.at(-1),
      breadcrumbURL: 'https://www.tokopedia.com/p/rumah-tangga',
      detail: details.map(([id]) => reference(id, 'pdpCategoryDetail')),
      __typename: 'pdpCategory',
    },
    ...Object.fromEntries(details),
    [`${query}.components.3.data.0`]: {
      name: product.defaultVariant?.title ?? product.title,
      price: reference(`${query}.components.3.data.0.price`, 'pdpContentSnapshotPrice'),
      __typename: 'pdpDataProductContent',
    },
    [`${query}.components.3.data.0.price`]: { value: price, currency: 'UNKNOWN', priceFmt: rupiah(price) },
    [`${query}.productDetailDescription`]: { title: 'Deskripsi', content: product.description ?? '' },
  });
}

function metas(product: TokopediaProduct): string {
  const title = product.defaultVariant?.title ?? product.title;
  const price = product.defaultVariant?.price ?? product.price;
  const meta = (property: string, content: string) =>
    `<meta content="${escapeHtml(content)}" data-rh="true" property="${property}"/>`;
  return (
    meta('product:price:amount', String(price)) +
    meta('product:price:currency', 'Rp') +
    meta('og:title', `Promo ${title} di ${product.shop.name} | Tokopedia`) +
    `<link data-rh="true" href="${tokopediaUrl(product)}?utm_source=google&amp;utm_medium=organic&amp;utm_campaign=pdp" rel="canonical"/>`
  );
}

function breadcrumb(product: TokopediaProduct): string {
  const step = (name: string) =>
    `<li text="${escapeHtml(name)}"><a data-unify="Typography" href="/p/${name.length}">${escapeHtml(name)}</a></li>`;
  const steps = ['Home', ...(product.category ?? ['Rumah Tangga', 'Dapur'])].map(step).join('');
  const last = `<li text="${escapeHtml(product.title)}"><h2 data-unify="Typography" aria-current="page">${escapeHtml(product.title)}</h2></li>`;
  return `<nav aria-label="Breadcrumb"><ol data-unify="Breadcrumb" data-testid="lnkPDPDetailBreadcrumb">${steps}${last}</ol></nav>`;
}

function content(product: TokopediaProduct): string {
  const old = product.oldPrice
    ? `<div><span data-testid="lblPDPDetailDiscountPercentage">${Math.round(100 - (100 * product.price) / product.oldPrice)}%</span>` +
      `<div class="original-price"><span data-testid="lblPDPDetailOriginalPrice">${rupiah(product.oldPrice)}</span></div></div>`
    : '';
  return (
    `<div id="pdp_comp-product_content"><div lang="id"><div>` +
    `<h1 data-expanded="false" data-testid="lblPDPDetailProductName">${escapeHtml(product.title)}</h1></div>` +
    `<div><div class="items"><p data-testid="lblPDPDetailProductSoldCounter"><span class="main">Terjual</span> 250+</p>` +
    `<p><span class="main" data-testid="lblPDPDetailProductRatingNumber">4.9</span> <span data-testid="lblPDPDetailProductRatingCounter">(86 rating)</span></p></div></div>` +
    `<div><div class="price" data-testid="lblPDPDetailProductPrice">${rupiah(product.price)}</div>${old}</div></div></div>`
  );
}

function variants(product: TokopediaProduct): string {
  if (!product.defaultVariant) return '';
  const [shown, other] = product.defaultVariant.names;
  return (
    `<div id="pdp_comp-new_variant_options"><div id="pdpVariantContainer" data-testid="pdpVariantContainer">` +
    `<p data-testid="pdpVariantTitle#0"><b>Pilih ukuran:</b> <span>${escapeHtml(shown)}</span></p>` +
    `<div data-testid="btnVariantChipActiveSelected"><button type="button">${escapeHtml(shown)}</button></div>` +
    `<div data-testid="btnVariantChipInactive"><button type="button">${escapeHtml(other)}</button></div></div></div>`
  );
}

function details(product: TokopediaProduct): string {
  const rows = { Kondisi: 'Baru', 'Pemesanan Minimum': '1 Buah', ...product.info };
  const row = ([name, value]: [string, string]) =>
    `<li><span>${escapeHtml(name)}:</span> <span class="main">${escapeHtml(value)}</span></li>`;
  const description = escapeHtml(product.description ?? '').replaceAll('\n', '<br>');
  return (
    `<div id="pdp_comp-product_detail"><div role="tablist"><button aria-selected="true" role="tab" type="button" data-testid="tabPDPDetail">Detail</button></div>` +
    `<div role="tabpanel"><ul data-testid="lblPDPInfoProduk">${Object.entries(rows).map(row).join('')}</ul>` +
    `<div><span><span><div data-testid="lblPDPDescriptionProduk">${description}</div></span></span></div></div></div>`
  );
}

/** Skeletons beside templates; the page's script puts the template's content in their place. */
function lateParts(product: TokopediaProduct): string {
  const late = (name: string, markup: string) =>
    `<div id="pdp_comp-${name}"><div data-name="${name}"></div><div data-unify="LoaderLine" aria-busy="true"></div>` +
    `<template data-late>${markup}</template></div>`;
  const official = product.shop.official
    ? `<img data-testid="pdpShopBadgeOS" alt="Official Store" src="${picture('official')}" width="16" height="16">`
    : '';
  const seller =
    `<div><div data-testid="pdpShopCredibilityRow"><a data-testid="llbPDPFooterShopName" href="/${product.shop.slug}">${official}` +
    `<h2 data-unify="Typography">${escapeHtml(product.shop.name)}</h2></a><p><span>4.9</span> <span>(1,2 rb)</span></p></div></div>`;
  const shipping = product.shipsFrom
    ? `<div><h2>Pengiriman</h2><div><div class="pad-bottom"><h2>Dikirim dari <b>${escapeHtml(product.shipsFrom)}</b></h2></div>` +
      `<div data-testid="pdpShipmentV4Content"><span data-testid="chosen-address">Dikirim ke Jakarta Pusat</span></div></div></div>`
    : '<div><h2>Pengiriman</h2></div>';
  return late('shop_credibility', seller) + late('shipment_v4', shipping);
}

const FILL = `setTimeout(() => {
  for (const template of Document.prototype.querySelectorAll.call(document, 'template[data-late]')) {
    template.previousElementSibling.replaceWith(template.content.cloneNode(true));
    template.remove();
  }
}, DELAY);`;

export function tokopediaProductPage(product: TokopediaProduct): string {
  const city = product.city ?? '';
  const variant = product.defaultVariant?.title ?? product.title;
  return htmlDocument({
    title: `Promo ${variant} - ${city} - ${product.shop.name} | Tokopedia`,
    head: metas(product) + (product.headExtra ?? ''),
    css: TOKOPEDIA_CSS,
    body:
      `<div id="zeus-root"><div><div id="zeus-header" data-testid="headerContainer"><b>tokopedia</b><input type="search" aria-label="Cari di Tokopedia"></div>` +
      `<div data-ssr="mainPDPSSR" id="main-pdp-container">${breadcrumb(product)}<div class="grid">` +
      `<div id="pdp_comp-product_media"><img alt="${escapeHtml(product.title)}" src="${picture(product.title)}"></div>` +
      `<section>${content(product)}${variants(product)}${details(product)}${lateParts(product)}</section>` +
      `<div id="pdp_comp-variant_options"><h6>Atur jumlah dan catatan</h6><p>Subtotal</p><p data-testid="pdpProductPrice">${rupiah(product.price)}</p>` +
      `<button type="button">+ Keranjang</button></div></div></div></div></div>` +
      script(
        `window.__isBot="false";window.__cache=${product.state ?? tokopediaState(product)};window.__PAGE_TYPE__="productdetailpage-desktop";`,
      ) +
      script(FILL.replace('DELAY', String(product.fillAfter ?? 150))) +
      (product.bodyExtra ?? ''),
  });
}
