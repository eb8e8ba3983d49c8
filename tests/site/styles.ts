// How the test pages look: enough of a shop that a screenshot shows whether a badge sits well, in light and in dark.

const BASE = `
  :root { color-scheme: light dark; --ink: #212121; --soft: #6d7588; --line: #e5e7e9; --paper: #fff; --panel: #f6f7f8 }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e8eaed; --soft: #9aa0ab; --line: #36393f; --paper: #17191c; --panel: #212327 }
  }
  * { box-sizing: border-box }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/20px "Open Sans", "DejaVu Sans", Arial, sans-serif }
  a { color: inherit; text-decoration: none }
  h1, h2, h3, h6, p, ul, ol { margin: 0; padding: 0; font-size: inherit; font-weight: inherit }
  ul, ol { list-style: none }
  button { font: inherit }
  [aria-busy] { height: 16px; width: 60%; border-radius: 8px; background: var(--line) }
`;

export const TOKOPEDIA_CSS = `${BASE}
  [data-testid=headerContainer] { display: flex; gap: 24px; align-items: center; padding: 14px 32px; border-bottom: 1px solid var(--line) }
  [data-testid=headerContainer] b { color: #00aa5b; font-size: 20px }
  [data-testid=headerContainer] input { flex: 1; min-width: 0; padding: 8px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: inherit }
  [data-testid=lnkPDPDetailBreadcrumb] { display: flex; gap: 8px; padding: 16px 32px 0; color: #00aa5b; font-size: 12px; white-space: nowrap; overflow: hidden }
  [data-testid=lnkPDPDetailBreadcrumb] h2 { color: var(--soft) }
  #main-pdp-container > .grid { display: grid; grid-template-columns: 300px minmax(0, 1fr) 240px; gap: 32px; padding: 24px 32px }
  @media (max-width: 800px) { #main-pdp-container > .grid { grid-template-columns: minmax(0, 1fr); padding: 16px } }
  #main-pdp-container section > div { margin-bottom: 18px }
  #pdp_comp-product_media img { width: 100%; border-radius: 8px }
  [data-testid=lblPDPDetailProductName] { font-size: 18px; line-height: 26px; font-weight: 700 }
  [data-testid=lblPDPDetailProductPrice] { font-size: 28px; line-height: 40px; font-weight: 700 }
  .items, .sold { color: var(--soft) }
  .original-price { color: var(--soft); text-decoration: line-through }
  [data-testid=btnVariantChipActiveSelected], [data-testid=btnVariantChipInactive] { display: inline-block; margin: 6px 8px 0 0; padding: 4px 12px; border: 1px solid var(--line); border-radius: 12px }
  [data-testid=btnVariantChipActiveSelected] { border-color: #00aa5b; color: #00aa5b }
  [role=tablist] { border-bottom: 1px solid var(--line); color: #00aa5b; font-weight: 700; padding: 8px 0 }
  [data-testid=lblPDPInfoProduk] { padding: 12px 0; color: var(--soft) }
  [data-testid=lblPDPInfoProduk] .main { color: var(--ink) }
  [data-testid=lblPDPDescriptionProduk] { white-space: pre-line }
  #pdp_comp-shop_credibility, #pdp_comp-shipment_v4 { border-top: 1px solid var(--line); padding-top: 16px; min-height: 60px }
  [data-testid=llbPDPFooterShopName] { font-weight: 700 }
  #pdp_comp-variant_options { border: 1px solid var(--line); border-radius: 8px; padding: 16px; align-self: start }
  .grid-cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 16px; padding: 16px 32px }
  .grid-cards > a { display: block; border-radius: 9px; overflow: hidden; box-shadow: 0 1px 6px rgb(0 0 0 / .18); background: var(--paper) }
  .grid-cards img[alt=product-image], .grid-cards .photo img { width: 100%; aspect-ratio: 1; display: block }
  .grid-cards img[alt="shop badge"], .grid-cards img[alt=rating], .grid-cards img[alt="three dots"] { width: 14px; height: 14px }
  .grid-cards img[alt="Beli Lokal"] { width: 70px; height: 18px }
  .grid-cards .facts { padding: 8px }
  .grid-cards .name { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; min-height: 40px }
  .grid-cards .amount { font-weight: 700; font-size: 16px }
  .grid-cards .old { color: var(--soft); text-decoration: line-through; font-size: 12px }
  .grid-cards .place { display: flex; gap: 6px; color: var(--soft); font-size: 12px }
  .shop-head { display: flex; gap: 16px; padding: 24px 32px; background: var(--panel) }
`;

export const SHOPEE_CSS = `${BASE}
  .shopee-top { background: #ee4d2d; color: #fff; padding: 16px 32px; font-size: 20px; font-weight: 700 }
  .page-product { padding: 16px 32px; background: var(--panel) }
  .page-product .card { display: grid; grid-template-columns: 320px minmax(0, 1fr); gap: 32px; background: var(--paper); padding: 16px; margin: 12px 0 }
  .page-product img.photo { width: 100% }
  .page-product h1 { font-size: 20px; line-height: 24px; font-weight: 500 }
  .page-product .price { font-size: 30px; line-height: 48px; color: #ee4d2d }
  .page-product section.page-product__shop, .product-detail { background: var(--paper); padding: 16px; margin: 12px 0 }
  .product-detail h2 { background: var(--panel); padding: 8px; font-size: 18px }
  .product-detail .row { display: flex; padding: 8px; gap: 12px }
  .product-detail .row > h3 { width: 160px; color: var(--soft) }
  .shopee-search-item-result { padding: 16px 32px; background: var(--panel) }
  .shopee-search-item-result__items { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 10px; padding-top: 12px }
  .shopee-search-item-result__item .body { background: var(--paper); border: 1px solid var(--line); position: relative }
  .shopee-search-item-result__item .photo { width: 100%; aspect-ratio: 1; display: block }
  .shopee-search-item-result__item img:not(.photo) { width: 12px; height: 12px }
  .shopee-search-item-result__item .p-2 { padding: 8px }
  .shopee-search-item-result__item .line-clamp-2 { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; min-height: 40px }
  .shopee-search-item-result__item .amount { color: #ee4d2d; font-weight: 500 }
  .shopee-search-item-result__item .similar { display: none }
  .refused { padding: 80px; text-align: center }
`;
