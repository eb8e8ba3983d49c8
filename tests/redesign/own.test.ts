// Redesigns of our own small pages: whatever changes, a fact is read as before or not at all, and most are still read.
import { describe, expect, it } from 'vitest';
import { mapNamed, readPage } from '../extract/page.ts';
import { cards, IMPORTED, SHOPEE_CARDS } from '../site/catalogue.ts';
import { shopeeSearchPage } from '../site/shopee.ts';
import { CATEGORY_URL, SEARCH_URL, SHOPEE_SEARCH_URL } from '../site/site.ts';
import { categoryPage, searchPage } from '../site/tokopedia-cards.ts';
import { tokopediaProductPage, tokopediaUrl } from '../site/tokopedia-product.ts';
import { MUTATIONS } from './mutations.ts';
import { type KnownPage, score, sum } from './score.ts';

/** The facts are those that are read before anything changes. */
function known(name: string, html: string, url: string): KnownPage {
  const { page, listings, marketplace } = readPage(html, url);
  const facts = listings.map(({ id, title, price, seller, shipsFrom, category }) => ({
    ...(id === null ? {} : { id }),
    title,
    price: price?.amount,
    seller: seller?.name ?? null,
    location: seller?.location ?? null,
    shipsFrom,
    category: category.at(-1) ?? null,
  }));
  return { name, html, url, page, map: mapNamed(marketplace), listings: facts };
}

const PAGES = [
  known('product', tokopediaProductPage(IMPORTED), tokopediaUrl(IMPORTED)),
  known('search', searchPage('blender', cards(8)), SEARCH_URL),
  known('category', categoryPage('Blender', cards(8)), CATEGORY_URL),
  known('Shopee search', shopeeSearchPage('blender', SHOPEE_CARDS), SHOPEE_SEARCH_URL),
];

describe.each(MUTATIONS)('$name', (mutation) => {
  it('never makes a fact another one', () => {
    const scores = PAGES.flatMap((page) => [1, 2, 3].map((seed) => score(page, [mutation], seed)));
    expect(scores.flatMap(({ page, seed, wrongs }) => wrongs.map((wrong) => ({ page, seed, ...wrong })))).toEqual([]);
    const { right, total } = sum(scores);
    expect(total).toBeGreaterThan(300);
    expect(right / total).toBeGreaterThan(0.8);
  });
});
