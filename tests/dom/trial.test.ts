// A trial map: for one tab, of the marketplace that the tab is on, for no other host, and gone when it is over.
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parse } from 'yaml';
import { parseRequest } from '../../utils/door.ts';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';
import { beginTrial, endTrial, forgetTrial, isTrying, mayReplace, trialIn } from '../../utils/trial.ts';

const read = (id: string): MarketplaceMap => parse(readFileSync(`ruleset/marketplaces/${id}.yml`, 'utf8'));
const shopee = read('shopee');
const BIG = Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`r${i}`, { has: ['a', 'b'] }]));
const changed: MarketplaceMap = {
  ...shopee,
  product: { ...shopee.product, fields: { title: [{ by: 'meta', name: 'x' }] } },
};

afterEach(() => fakeBrowser.reset());

test('it stands in for the map of everybody, in its tab alone', async () => {
  await beginTrial(7, changed, shopee);
  expect(await trialIn(7, shopee)).toEqual(changed);
  expect(await trialIn(8, shopee)).toBeNull();
  expect(await trialIn(undefined, shopee)).toBeNull();
  expect(await isTrying(7)).toBe(true);
  expect(await isTrying(8)).toBe(false);
});

test('the order of its fields is kept, since the export has it', async () => {
  await beginTrial(7, changed, shopee);
  expect(JSON.stringify(await trialIn(7, shopee))).toBe(JSON.stringify(parseMap(changed)));
});
const parseMap = (map: MarketplaceMap) => {
  const request = parseRequest({ type: 'try', map });
  return request.type === 'try' ? request.map : null;
};

test.for<[string, Partial<MarketplaceMap>]>([
  ['another marketplace', { id: 'lazada' }],
  ['a further host', { hosts: ['shopee.co.id', 'bank.example'] }],
  ['another host', { hosts: ['bank.example'] }],
  ['a further sister', { sisters: { ...shopee.sisters, 'bank.example': 'IDR' } }],
])('%s is refused', async ([, other]) => {
  expect(mayReplace({ ...changed, ...other }, shopee)).toBe(false);
  await expect(beginTrial(7, { ...changed, ...other }, shopee)).rejects.toThrow('not a map of this marketplace');
  expect(await isTrying(7)).toBe(false);
});

test('a host without a map gets none by trial', async () => {
  await expect(beginTrial(7, changed, null)).rejects.toThrow();
  expect(await trialIn(7, null)).toBeNull();
});

test('on another marketplace in the same tab it does not count', async () => {
  await beginTrial(7, changed, shopee);
  expect(await trialIn(7, read('lazada'))).toBeNull();
});

test('what is stored is checked again when it is read', async () => {
  for (const stored of ['{"id":"shopee"', JSON.stringify({ ...changed, hosts: [] }), 'over', 5, changed]) {
    await fakeBrowser.storage.session.set({ 'trial/7': stored });
    expect(await trialIn(7, shopee)).toBeNull();
  }
});

test('ended, nothing is remembered until the page has begun anew', async () => {
  await beginTrial(7, changed, shopee);
  await endTrial(7);
  expect(await isTrying(7)).toBe(true);
  expect(await trialIn(7, shopee)).toBeNull();
  expect(await isTrying(7)).toBe(false);
});

test('a page that begins anew keeps a trial that goes on; a closed tab leaves nothing', async () => {
  await beginTrial(7, changed, shopee);
  expect(await trialIn(7, shopee)).toEqual(changed);
  expect(await trialIn(7, shopee)).toEqual(changed);
  await forgetTrial(7);
  expect(await isTrying(7)).toBe(false);
});

test.for<[string, unknown]>([
  ['no map', 'peta'],
  [
    'a finder that no map may hold',
    { ...shopee, product: { ...shopee.product, fields: { title: [{ by: 'script' }] } } },
  ],
  ['a selector for what visitors type', { ...shopee, product: { ...shopee.product, badge: ['input'] } }],
  ['a host that is no site', { ...shopee, hosts: ['localhost'] }],
  ['a map of any size', { ...shopee, pages: Array(200).fill({ kind: 'none', path: '/'.repeat(200) }), records: BIG }],
  ['more than a map', { ...shopee, code: 'alert(1)' }],
])('the door refuses %s', ([, map]) => {
  expect(() => parseRequest({ type: 'try', map })).toThrow('not a request');
});
