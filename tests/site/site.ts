// The marketplaces as tests see them: real host names, our own pages. `respond` answers any address; `put` adds a page.
import { cards, IMPORTED, LOCAL, SHOPEE_CARDS, SHOPEE_IMPORTED, SHOPEE_LOCAL, UNKNOWN, VARIANT } from './catalogue.ts';
import { type Answer, answer } from './html.ts';
import { shopeeProductPage, shopeeSearchPage, shopeeUrl } from './shopee.ts';
import { categoryPage, searchPage, shopPage } from './tokopedia-cards.ts';
import { tokopediaProductPage, tokopediaUrl } from './tokopedia-product.ts';

/** Hosts that the site answers for. The last is no marketplace: the same pages as no extension sees them. */
export const HOSTS = ['www.tokopedia.com', 'shopee.co.id', 'www.lazada.co.id', 'www.blibli.com', 'tanpa.example'];

/** The same address on a host where the extension does not run. */
export function withoutExtension(url: string): string {
  return Object.assign(new URL(url), { host: 'tanpa.example' }).href;
}

export const SEARCH_URL = 'https://www.tokopedia.com/search?st=product&q=blender';
export const CATEGORY_URL = 'https://www.tokopedia.com/p/dapur/peralatan/blender';
export const SHOP_URL = 'https://www.tokopedia.com/toko-cahaya/product';
export const SHOPEE_SEARCH_URL = 'https://shopee.co.id/search?keyword=blender';

export interface Site {
  /** Every address that was asked for, in order. */
  requests: string[];
  respond(url: URL): Answer;
  /** Serves a page or another answer at `url` (path and query count, on every host) and gives the address back. */
  put(url: string, body: string | Answer): string;
}

export function openSite(): Site {
  const pages = new Map<string, string | Answer>();
  const key = (url: URL) => url.pathname + url.search;
  const site: Site = {
    requests: [],
    respond(url) {
      site.requests.push(url.href);
      const body = pages.get(key(url)) ?? pages.get(url.pathname);
      if (body === undefined) return answer('<!doctype html><title>Tidak ada</title>', 404);
      return typeof body === 'string' ? answer(body) : body;
    },
    put(url, body) {
      pages.set(key(new URL(url)), body);
      return url;
    },
  };
  for (const product of [IMPORTED, LOCAL, UNKNOWN, VARIANT])
    site.put(tokopediaUrl(product), tokopediaProductPage(product));
  for (const product of [SHOPEE_IMPORTED, SHOPEE_LOCAL]) site.put(shopeeUrl(product), shopeeProductPage(product));
  site.put(SEARCH_URL, searchPage('blender', cards(12), cards(20, 12)));
  site.put(CATEGORY_URL, categoryPage('Blender', [...cards(7), ...cards(1, 8).map((card) => ({ ...card, city: '' }))]));
  site.put(SHOP_URL, shopPage({ slug: 'toko-cahaya', name: 'Toko Cahaya', city: 'Kota Jakarta Utara' }, cards(8)));
  site.put(SHOPEE_SEARCH_URL, shopeeSearchPage('blender', SHOPEE_CARDS));
  return site;
}
