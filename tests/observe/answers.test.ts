// Listings are completed by the answer that their page was built from: the very listing's only, and only what is missing.
import { expect, test } from 'vitest';
import { emptyListing, type Listing } from '../../utils/listing/listing.ts';
import { openAnswers } from '../../utils/observe/answers.ts';
import { MAX_ANSWER } from '../../utils/observe/tap.ts';
import { mapNamed } from '../extract/page.ts';

const TABLE = [{ page: 'shopee.co.id', read: 'shopee.co.id/api/v4/search/' }];
const URL_OF_ANSWER = 'https://shopee.co.id/api/v4/search/search_items';
const item = {
  itemid: 88,
  shopid: 71,
  name: 'Kipas Genggam',
  price: 39_000_00000,
  cb_option: 1,
  shop_name: 'Toko Angin',
};

const card = (change: Partial<Listing> = {}): Listing => ({
  ...emptyListing('shopee', 'card'),
  id: '88',
  title: 'Kipas Genggam',
  price: { amount: 41_000, currency: 'IDR' },
  ...change,
});

function hear(...items: unknown[]) {
  const answers = openAnswers(mapNamed('shopee'), 'shopee.co.id', TABLE);
  const learned = answers.hear(URL_OF_ANSWER, JSON.stringify({ items: items.map((one) => ({ item_basic: one })) }));
  return { learned, ...answers };
}

test('what the card does not show is taken from its answer; what it shows stays', () => {
  const { learned, complete } = hear({ ...item, shop_location: 'KOTA BATAM' });
  expect(learned).toBe(true);
  const seller = { id: null, name: 'Toko Angin', location: null };
  expect(complete(card({ seller }))).toEqual(
    card({ crossBorder: true, official: null, seller: { id: '71', name: 'Toko Angin', location: 'KOTA BATAM' } }),
  );
});

test.for([
  ['another listing', { id: '89' }],
  ['the same number with other goods', { title: 'Blender Portabel' }],
  ['another marketplace', { marketplace: 'lazada' }],
] as const)('%s: nothing is taken', ([_, change]) => {
  const given = card(change);
  expect(hear(item).complete(given)).toBe(given);
});

test("another shop's place is not taken", () => {
  const seller = { id: null, name: 'Toko Lain', location: null };
  expect(hear({ ...item, shop_location: 'KOTA BATAM' }).complete(card({ seller })).seller).toEqual(seller);
});

test.for([
  ['what may not be read', 'https://shopee.co.id/api/v4/cart/get', JSON.stringify({ items: [{ item_basic: item }] })],
  ['no address', 'bukan alamat', '{}'],
  ['no JSON', URL_OF_ANSWER, '<html>'],
  ['nothing', URL_OF_ANSWER, ''],
  ['a list of nothing', URL_OF_ANSWER, '[null,1,"x",{"__proto__":{"polluted":true}}]'],
  ['what is too long', URL_OF_ANSWER, JSON.stringify({ items: [{ item_basic: item }], x: 'x'.repeat(MAX_ANSWER) })],
  ['what is too deep', URL_OF_ANSWER, `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
] as const)('%s teaches nothing', ([_, url, text]) => {
  const answers = openAnswers(mapNamed('shopee'), 'shopee.co.id', TABLE);
  expect(answers.hear(url, text)).toBe(false);
  const given = card();
  expect(answers.complete(given)).toBe(given);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a page that asks without end: the oldest listings are forgotten', () => {
  const answers = openAnswers(mapNamed('shopee'), 'shopee.co.id', TABLE);
  for (let i = 0; i < 30; i += 1) {
    const items = Array.from({ length: 100 }, (_, j) => ({ item_basic: { ...item, itemid: i * 100 + j } }));
    answers.hear(URL_OF_ANSWER, JSON.stringify({ items }));
  }
  expect(answers.complete(card({ id: '0' })).crossBorder).toBeNull();
  expect(answers.complete(card({ id: '2999' })).crossBorder).toBe(true);
});
