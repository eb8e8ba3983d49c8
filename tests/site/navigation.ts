// A product page that goes to other products in the page, as Tokopedia does: address, title, shop, price and description
// change one by one, in any order, the nodes are re-used, and the embedded state stays that of the first product.
import { rupiah, script, scriptLiteral } from './html.ts';
import { slugOf, type TokopediaProduct, tokopediaProductPage } from './tokopedia-product.ts';

/** What of the page changes by itself. */
export const PARTS = ['url', 'title', 'shop', 'price', 'description'] as const;
export type Part = (typeof PARTS)[number];

/** One walk to another product: which, and after how many milliseconds each part changes. */
export interface Step {
  product: number;
  delays: Record<Part, number>;
  /** Put new text nodes in place of changing the old ones. */
  replaceNodes: boolean;
}

const WALK = `
  const find = (id) => document.querySelector('[data-testid=' + id + ']');
  const write = (node, text, replace) => {
    if (replace || node.childNodes.length !== 1 || node.firstChild.nodeType !== 3) node.textContent = text;
    else node.firstChild.data = text;
  };
  const parts = {
    url: (p) => { history.pushState(null, '', p.path); document.title = p.documentTitle; },
    title: (p, replace) => write(find('lblPDPDetailProductName'), p.title, replace),
    shop: (p, replace) => { find('llbPDPFooterShopName').setAttribute('href', p.shopPath); write(find('llbPDPFooterShopName').querySelector('h2'), p.shop, replace); },
    description: (p, replace) => write(find('lblPDPDescriptionProduk'), p.description, replace),
    price: (p, replace) => write(find('lblPDPDetailProductPrice'), p.price, replace),
  };
  globalThis.knownTexts = PRODUCTS.map((p) => [p.path, p.title, p.shop, p.price, p.description]);
  globalThis.walk = (step) => {
    for (const [name, change] of Object.entries(parts)) {
      setTimeout(() => change(PRODUCTS[step.product], step.replaceNodes), step.delays[name]);
    }
  };
  // Which product each part of the page shows now, and whether something that is not the page's stands in it.
  const own = new WeakSet(document.querySelectorAll('*'));
  const mark = (root) => { for (const element of root.querySelectorAll('*')) own.add(element); };
  const text = (node) => [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data).join('');
  globalThis.shown = () => {
    const at = (name, value) => PRODUCTS.findIndex((product) => product[name] === value);
    return {
      url: at('path', location.pathname),
      title: at('title', text(find('lblPDPDetailProductName'))),
      shop: at('shop', text(find('llbPDPFooterShopName')?.querySelector('h2') ?? document.createElement('p'))),
      description: at('description', text(find('lblPDPDescriptionProduk'))),
      price: at('price', text(find('lblPDPDetailProductPrice'))),
      strangers: [...document.body.querySelectorAll('*')].filter((element) => !own.has(element) && element.isConnected).length,
    };
  };
  for (const template of document.querySelectorAll('template')) mark(template.content);
  new MutationObserver(() => {
    const late = document.querySelectorAll('#pdp_comp-shop_credibility *, #pdp_comp-shipment_v4 *');
    for (const element of late) own.add(element);
  }).observe(document.querySelector('section'), { childList: true, subtree: true });
`;

/** The page of the first product, from which `walk(step)` leads to the others. */
export function navigationPage(catalogue: TokopediaProduct[]): string {
  // One line each, so that a part's text is one node and can be compared.
  const products = catalogue.map((product) => ({
    ...product,
    description: product.description?.replaceAll('\n', ' '),
  }));
  const [first] = products;
  if (!first) throw new Error('A walk needs at least one product.');
  const known = products.map((product) => ({
    path: `/${product.shop.slug}/${slugOf(product)}`,
    documentTitle: `Promo ${product.title} - ${product.city ?? ''} - ${product.shop.name} | Tokopedia`,
    title: product.title,
    shop: product.shop.name,
    shopPath: `/${product.shop.slug}`,
    price: rupiah(product.price),
    description: product.description ?? '',
  }));
  const walk = script(`{ const PRODUCTS = ${scriptLiteral(known)}; ${WALK} }`);
  return tokopediaProductPage({ ...first, fillAfter: 50, bodyExtra: walk });
}
