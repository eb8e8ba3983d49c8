// Going to another product within the page: address, title, shop, price and description change one by one, in any order, up
// to 800 ms apart. At every frame the badge speaks of the product that the whole page shows, or there is none.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Loop, runLoop } from '../../utils/page/loop.ts';
import { badges, build, pass, type World, words, world, write } from './world.ts';

const PRODUCTS = [
  {
    path: '/p/blender',
    title: 'Blender import',
    price: 'Rp64.900',
    shop: 'Gudang Murni',
    description: 'Blender kecil untuk jus.',
  },
  {
    path: '/p/sambal',
    title: 'Sambal lokal',
    price: 'Rp24.500',
    shop: 'Dapur Ratri',
    description: 'Sambal bawang rumahan.',
  },
  {
    path: '/p/gelas',
    title: 'Gelas kaca',
    price: 'Rp45.000',
    shop: 'Gudang Murni',
    description: 'Gelas bening polos.',
  },
];
const SAYS = ['Impor', 'Lokal', 'Belum diketahui'];
const PARTS = ['path', 'title', 'price', 'shop', 'description'] as const;
const FRAME = 16;

let env: World;
let loop: Loop;

/** Small and repeatable: the same seed gives the same walks. */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const shown = (part: (typeof PARTS)[number]): string | null =>
  part === 'path'
    ? location.pathname
    : (document.querySelector(part === 'title' ? 'h1' : `.${part}`)?.textContent ?? null);

function check(note: string) {
  const [badge] = badges();
  if (!badge) return;
  const whole = PRODUCTS.findIndex((product) => PARTS.every((part) => shown(part) === product[part]));
  expect(whole, `${note}: "${badge.word}" stands while the page shows ${PARTS.map(shown).join(' | ')}`).not.toBe(-1);
  if (!badge.word.includes('…')) expect(badge.word, note).toBe(SAYS[whole]);
}

/** With the Navigation API, which tells of a new address at once, and without it. */
describe.each([true, false])('Navigation API: %s', (present) => {
  beforeEach(() => {
    vi.useFakeTimers();
    history.replaceState(null, '', '/p/blender');
    const { path: _, ...parts } = PRODUCTS[0] ?? {};
    build(parts);
    if (present) vi.stubGlobal('navigation', new EventTarget());
    env = world();
    loop = runLoop(env, window);
  });
  afterEach(() => {
    loop.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const change = (product: (typeof PRODUCTS)[number], part: (typeof PARTS)[number], replace: boolean) => {
    if (part !== 'path') return write(part === 'title' ? 'h1' : `.${part}`, product[part], replace);
    history.pushState(null, '', product.path);
    if (present)
      (globalThis as { navigation?: EventTarget }).navigation?.dispatchEvent(new Event('currententrychange'));
  };

  async function walk(seed: number, gap: (next: () => number) => number) {
    const next = random(seed);
    await pass(100);
    let current = 0;
    for (let round = 0; round < 25; round += 1) {
      current = (current + 1 + Math.floor(next() * 2)) % PRODUCTS.length;
      const product = PRODUCTS[current];
      if (!product) throw new Error('no product');
      env.delay = Math.floor(next() * 300);
      const order = PARTS.map((part) => ({ part, at: next() })).sort((a, b) => a.at - b.at);
      for (const { part } of order) {
        change(product, part, next() < 0.5);
        await Promise.resolve();
        if (part !== 'path' || present) check(`round ${round}, after ${part}`);
        for (let left = gap(next); left > 0; left -= FRAME) {
          await pass(FRAME);
          check(`round ${round}`);
        }
      }
      for (let i = 0; i < 5000 / FRAME && words()[0] !== SAYS[current]; i += 1) {
        await pass(FRAME);
        check(`round ${round}, at rest`);
      }
      expect(words(), `round ${round}: the badge at the end`).toEqual([SAYS[current]]);
    }
  }

  test('parts at random, 0 to 800 ms apart', () => walk(7, (next) => next() * 800), 30_000);
  test('parts as late as they may be', () => walk(8, () => 790), 30_000);
  test('parts almost at once', () => walk(9, (next) => next() * 40), 30_000);

  test('the same page at another query keeps its badge', async () => {
    await pass(100);
    const [before] = badges();
    history.pushState(null, '', '/p/blender?varian=2#ulasan');
    await pass(500);
    expect(badges()[0]?.host).toBe(before?.host);
  });

  test('leaving the product for a page of another kind takes the badge away', async () => {
    await pass(100);
    history.pushState(null, '', '/tentang');
    if (present)
      (globalThis as { navigation?: EventTarget }).navigation?.dispatchEvent(new Event('currententrychange'));
    await pass(FRAME);
    expect(words()).toEqual([]);
    expect(loop.state().page).toBe('none');
  });
});
