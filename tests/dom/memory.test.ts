// The product memory: a card speaks with what its product page said, within bounds of number and age.
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyListing, type Listing } from '../../utils/listing/listing.ts';
import { recall } from '../../utils/listing/recall.ts';
import { countProducts, forgetAll, MAX_DAYS, recollect, remember } from '../../utils/memory.ts';

const NOW = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;

const product = (id: string, change: Partial<Listing> = {}): Listing => ({
  ...emptyListing('pasar', 'product'),
  id,
  url: `https://pasar.example/p/${id}`,
  title: `Blender nomor ${id}`,
  attributes: { 'Negara Asal': 'China' },
  description: 'Blender mini.',
  ...change,
});
const card = (id: string, change: Partial<Listing> = {}): Listing => ({
  ...emptyListing('pasar', 'card'),
  id,
  title: `Blender nomor ${id}`,
  ...change,
});

beforeEach(forgetAll);

describe('memory', () => {
  test('finds a product by its id or its address, and no other', async () => {
    await remember(product('1'), NOW);
    const byAddress = card('1', { id: null, url: 'https://pasar.example/p/1' });
    const found = await recollect([card('1'), byAddress, card('2')], NOW);
    expect(found.map((one) => one?.attributes['Negara Asal'])).toEqual(['China', 'China', undefined]);
  });

  test('forgets after 90 days, and all at once when asked', async () => {
    await remember(product('1'), NOW);
    expect(await recollect([card('1')], NOW + MAX_DAYS * DAY)).not.toEqual([null]);
    expect(await recollect([card('1')], NOW + (MAX_DAYS + 1) * DAY)).toEqual([null]);
    await remember(product('2'), NOW + (MAX_DAYS + 1) * DAY);
    expect(await countProducts()).toBe(1);
    await forgetAll();
    expect(await countProducts()).toBe(0);
  });

  test('many at once lose nothing', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, i) => remember(product(`n${i}`), NOW)));
    expect(await countProducts()).toBe(50);
  });

  test('what was stored by somebody else is not believed', async () => {
    await remember({ ...product('1'), attributes: 'kacau' } as unknown as Listing, NOW);
    expect(await recollect([card('1')], NOW)).toEqual([null]);
  });
});

describe('recall', () => {
  test('fills what the card lacks and leaves what it says', () => {
    const found = recall(
      card('1', { brand: 'Tulip' }),
      product('1', { brand: 'Mawar', price: { amount: 9, currency: 'IDR' } }),
    );
    expect(found).toMatchObject({ kind: 'card', brand: 'Tulip', price: null, attributes: { 'Negara Asal': 'China' } });
  });

  test('another title is another listing by now', () => {
    const shown = card('1', { title: 'Kipas angin' });
    expect(recall(shown, product('1'))).toBe(shown);
  });

  test('a long title may be cut on the card', () => {
    const title = 'Blender portabel gelas kaca 380 ml isi ulang USB garansi satu tahun';
    expect(recall(card('1', { title: `${title.slice(0, 50)}...` }), product('1', { title })).description).toBe(
      'Blender mini.',
    );
  });
});
