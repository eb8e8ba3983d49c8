// A redesign is noticed: shares of what the maps find, kept by field name only, and said when they fall.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Health, noteSeen, rotNote, rotOf, type SeenPage } from '../../utils/health.ts';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';
import { runLoop } from '../../utils/page/loop.ts';
import { build, pass, world } from './world.ts';

const map = {
  id: 'pasar',
  product: { wait: ['title', 'price', 'seller'], expect: { brand: 0.3 } },
  cards: [{}],
} as unknown as MarketplaceMap;

const ALL = ['title', 'price', 'seller', 'brand'];
const healthOf = (pages: [SeenPage, string[]][], health: Health = {}): Health =>
  pages.reduce((known, [page, found]) => noteSeen(known, map, page, found), health);
const times = (count: number, page: SeenPage, found: string[]): [SeenPage, string[]][] =>
  Array.from({ length: count }, () => [page, found]);

describe('shares', () => {
  test('pages that give all keep quiet; a few odd ones too', () => {
    expect(rotOf(healthOf(times(30, 'product', ALL)), map)).toEqual([]);
    expect(rotOf(healthOf([...times(30, 'product', ALL), ...times(3, 'product', [])]), map)).toEqual([]);
    expect(rotOf(healthOf(times(5, 'product', [])), map)).toEqual([]);
  });

  test('a field that is gone is named, with its share', () => {
    const health = healthOf([...times(30, 'product', ALL), ...times(12, 'product', ['title', 'price', 'brand'])]);
    const [rot, ...more] = rotOf(health, map);
    expect(more).toEqual([]);
    expect(rot).toMatchObject({ page: 'product', field: 'seller', expected: 0.9 });
    expect(rot?.share).toBeLessThan(0.3);
  });

  test('a field that few pages have need not be on most', () => {
    const rare = times(40, 'product', ALL.slice(0, 3)).map((page, i): [SeenPage, string[]] =>
      i % 4 ? page : ['product', ALL],
    );
    expect(rotOf(healthOf(rare), map)).toEqual([]);
  });

  test('results without any card are noticed, and a mended map recovers', () => {
    const fallen = healthOf(times(12, 'results', []));
    expect(rotOf(fallen, map).map(({ field }) => field)).toEqual(['cards']);
    expect(rotOf(healthOf(times(20, 'results', ['cards']), fallen), map)).toEqual([]);
  });

  test('the note holds names and shares, nothing of what was read', () => {
    const rot = rotOf(healthOf(times(12, 'product', ['title', 'price', 'brand'])), map);
    expect(rotNote('pasar', '2026.11.24-test', rot)).toBe(
      'CekAsal, peta pasar, aturan 2026.11.24-test\nproduct.seller: 0 % (90 %)',
    );
  });
});

describe('the page loop', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    document.body.replaceChildren();
  });
  afterEach(() => vi.useRealTimers());

  test('tells once a page which fields it gave', async () => {
    history.replaceState(null, '', '/p/kipas');
    build({ title: 'Kipas import', price: 'Rp10.000', shop: 'Toko A' });
    const env = world();
    const loop = runLoop(env, window);
    await pass(10_000);
    expect(env.told.map(([page]) => page)).toEqual(['product']);
    expect(env.told[0]?.[1]).toEqual(expect.arrayContaining(['title', 'price', 'seller']));
    expect(env.told[0]?.[1]).not.toContain('brand');
    loop.stop();
  });

  test('a product page that shows none is told too', async () => {
    history.replaceState(null, '', '/p/kosong');
    const env = world();
    const loop = runLoop(env, window);
    await pass(10_000);
    expect(env.told).toEqual([['product', []]]);
    loop.stop();
  });
});
