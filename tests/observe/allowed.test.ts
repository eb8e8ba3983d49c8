// What of a page's answers may be read: what is compiled in, less what the map takes away, never what concerns the user.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isPrivate, mayRead, type Observed } from '../../utils/observe/allowed.ts';

const TABLE: Observed[] = [
  { page: 'shopee.co.id', read: 'shopee.co.id/api/v4/search/search_items' },
  { page: 'shopee.co.id', read: 'shopee.co.id/api/v4/' },
  { page: 'www.tokopedia.com', read: 'gql.tokopedia.com/graphql/PDPMainInfo' },
];
const may = (page: string, url: string, narrowed?: string[]) => mayRead(TABLE, page, new URL(url), narrowed);

test.for([
  ['shopee.co.id', 'https://shopee.co.id/api/v4/search/search_items?keyword=a', true],
  ['www.tokopedia.com', 'https://gql.tokopedia.com/graphql/PDPMainInfo', true],
  // Another page's answers, another host, another protocol, another path.
  ['www.tokopedia.com', 'https://shopee.co.id/api/v4/search/search_items', false],
  ['shopee.co.id', 'https://shopee.co.id.contoh.id/api/v4/search/search_items', false],
  ['shopee.co.id', 'https://shopee.co.id@contoh.id/api/v4/search/search_items', false],
  ['shopee.co.id', 'http://shopee.co.id/api/v4/search/search_items', false],
  ['shopee.co.id', 'https://shopee.co.id:444/api/v4/search/search_items', false],
  ['www.tokopedia.com', 'https://gql.tokopedia.com/graphql/WalletBalance', false],
] as const)('on %s, %s: %s', ([page, url, expected]) => {
  expect(may(page, url)).toBe(expected);
});

test.for([
  'account/get',
  'cart/get_mini',
  'getCartItems',
  'checkout/get_quick',
  'chat/list',
  'order/get_all_order_and_checkout_list',
  'userAddress/list',
  'user_address',
  'USER/profile',
  'search/../account/info',
  'search/%2e%2e/account/info',
  '%63art/get',
  'cart%2Fget',
  'item/get_coins_payment',
])('an answer of %s concerns the user: never read, even when the table holds its beginning', (path) => {
  expect(may('shopee.co.id', `https://shopee.co.id/api/v4/${path}`)).toBe(false);
});

test('a map can narrow what is read, never widen it', () => {
  const items = 'https://shopee.co.id/api/v4/item/get?itemid=1';
  expect(may('shopee.co.id', items)).toBe(true);
  expect(may('shopee.co.id', items, [])).toBe(false);
  expect(may('shopee.co.id', items, ['shopee.co.id/api/v4/search/'])).toBe(false);
  expect(may('shopee.co.id', 'https://shopee.co.id/api/v2/item', ['shopee.co.id/'])).toBe(false);
  expect(may('shopee.co.id', 'https://shopee.co.id/api/v4/cart/get', ['shopee.co.id/'])).toBe(false);
});

test('nothing that is compiled in concerns the user', () => {
  const { observed } = parse(readFileSync('ruleset/tables/answers.yml', 'utf8')) as { observed: Observed[] };
  expect(observed.length).toBeGreaterThan(5);
  for (const { read } of observed) expect(isPrivate(new URL(`https://${read}`))).toBe(false);
});
