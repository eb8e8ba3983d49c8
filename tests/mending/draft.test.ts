// A map while it is mended: a finder comes in where its trust belongs, and nothing else of the map changes.
import { expect, test } from 'vitest';
import type { Finder, MarketplaceMap } from '../../utils/knowledge/map.ts';
import {
  addFinder,
  deservedPlace,
  fieldsAt,
  hasRoom,
  MOST_FINDERS,
  type Place,
  raiseFinder,
  removeFinder,
} from '../../utils/mending/draft.ts';
import { mapNamed } from '../extract/page.ts';

const DAY = '2026-11-25';
const PRODUCT: Place = { on: 'product' };
const label: Finder = { by: 'label', labels: ['Merek'], within: 'body' };
const marked: Finder = { by: 'element', select: 'h1' };
const fragile: Finder = { by: 'element', select: '.judul', weak: true };
const meta: Finder = { by: 'meta', name: 'og:title' };
const state: Finder = { by: 'state', record: 'item', path: 'name' };

const names = (map: MarketplaceMap, place: Place = PRODUCT) =>
  fieldsAt(map, place).brand?.map((finder) => ('labels' in finder ? finder.labels[0] : finder.by));

test.for<[Finder, number]>([
  [label, 0],
  [{ by: 'element', select: 'h2' }, 0],
  [{ by: 'jsonld', type: 'Product', path: 'name' }, 1],
  [{ by: 'element', select: '.b', weak: true }, 3],
])('%o stands before its equals, at %i', ([finder, at]) => {
  expect(deservedPlace([marked, state, meta, fragile], finder)).toBe(at);
});

test('first, last, or where it belongs; the day of the review is today', () => {
  const map = mapNamed('shopee');
  const fresh: Finder = { by: 'label', labels: ['Nama Merek'], within: 'section', seen: '2026-11' };
  const late: Finder = { by: 'meta', name: 'brand' };
  expect(names(addFinder(map, PRODUCT, 'brand', fresh, 'deserved', DAY))?.[0]).toBe('Nama Merek');
  expect(names(addFinder(map, PRODUCT, 'brand', late, 'deserved', DAY))?.at(-1)).toBe('meta');
  expect(names(addFinder(map, PRODUCT, 'brand', late, 'first', DAY))?.[0]).toBe('meta');
  const last = addFinder(map, PRODUCT, 'brand', fresh, 'last', DAY);
  expect(names(last)?.at(-1)).toBe('Nama Merek');
  expect(last.reviewed).toBe(DAY);
  const { reviewed: _, product: __, ...rest } = last;
  expect(map).toMatchObject(rest);
});

test('moved up and taken out; a field without finders leaves the map', () => {
  let map = addFinder(mapNamed('shopee'), PRODUCT, 'brand', { by: 'meta', name: 'brand' }, 'last', DAY);
  const count = names(map)?.length ?? 0;
  map = raiseFinder(map, PRODUCT, 'brand', count - 1, DAY);
  expect(names(map)?.indexOf('meta')).toBe(count - 2);
  for (let i = 0; i < count; i++) map = removeFinder(map, PRODUCT, 'brand', 0, DAY);
  expect(map.product.fields).not.toHaveProperty('brand');
});

test('one design of cards is changed, the others are not', () => {
  const map = mapNamed('shopee');
  const changed = addFinder(map, { on: 'card', design: 1 }, 'brand', meta, 'deserved', DAY);
  expect(names(changed, { on: 'card', design: 1 })).toEqual(['meta']);
  expect(changed.cards[0]).toBe(map.cards[0]);
});

test('a full field takes no more, since the checker would refuse the map', () => {
  let map = mapNamed('shopee');
  for (let i = 0; i < 20; i++) map = addFinder(map, PRODUCT, 'brand', { by: 'meta', name: `m${i}` }, 'last', DAY);
  expect(names(map)).toHaveLength(MOST_FINDERS);
  expect(hasRoom(map, PRODUCT, 'brand')).toBe(false);
});
