// A product page: when the badge comes, when it goes, and that it never speaks of another product.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Assessment } from '../../utils/origin/assessment.ts';
import { type Loop, runLoop } from '../../utils/page/loop.ts';
import { assessment, badges, build, inside, pass, type World, words, world, write } from './world.ts';

const IMPORTED = {
  title: 'Blender import',
  price: 'Rp64.900',
  shop: 'Gudang Murni',
  description: 'Blender kecil untuk jus buah.',
};
const LOCAL = {
  title: 'Sambal lokal',
  price: 'Rp24.500',
  shop: 'Dapur Ratri',
  description: 'Sambal bawang dari dapur kami.',
};

let env: World;
let loop: Loop | null = null;

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/p/blender');
  env = world();
});
afterEach(() => {
  loop?.stop();
  vi.useRealTimers();
});

const start = () => {
  loop = runLoop(env, window);
};

test('the badge stands in the title, in one message, and the page reads as before', async () => {
  build(IMPORTED);
  start();
  await pass(100);
  const [badge] = badges();
  expect(badge?.word).toBe('Impor');
  expect(badge?.host.parentElement?.tagName).toBe('H1');
  expect(document.querySelector('h1')?.textContent).toBe(IMPORTED.title);
  expect(badge?.host.getAttributeNames()).toEqual([]);
  expect(badge?.host.shadowRoot).toBeNull();
  expect(env.asked).toHaveLength(1);
  expect(loop?.state()).toMatchObject({ page: 'product', assessment: { verdict: 'imported' } });
});

test('P7: "Memeriksa…" only when the answer takes longer than 150 ms, and then the verdict', async () => {
  build(IMPORTED);
  env.delay = 400;
  start();
  await pass(140);
  expect(words()).toEqual([]);
  await pass(60);
  expect(words()).toEqual(['Memeriksa…']);
  await pass(400);
  expect(words()).toEqual(['Impor']);
});

test('waits for what is missing, and after three seconds takes what is there', async () => {
  build({ ...IMPORTED, price: null });
  start();
  await pass(2000);
  expect(env.asked).toEqual([]);
  await pass(1500);
  expect(words()).toEqual(['Impor']);
  expect(env.asked[0]?.[0]?.price).toBeNull();
});

test('a price that arrives is a refinement: the badge stays, and the listing is judged again', async () => {
  build({ ...IMPORTED, price: null });
  start();
  await pass(3500);
  const [before] = badges();
  write('.price', 'Rp64.900');
  await pass(0);
  expect(badges()[0]?.host).toBe(before?.host);
  await pass(300);
  expect(env.asked.map(([listing]) => listing?.price?.amount)).toEqual([undefined, 64_900]);
});

test.for(['h1', '.price', '.shop', '.description'])('another %s takes the badge away at once', async (selector) => {
  build(IMPORTED);
  start();
  await pass(100);
  expect(words()).toEqual(['Impor']);
  write(selector, selector === '.price' ? 'Rp99' : 'Sesuatu yang lain sama sekali');
  await Promise.resolve(); // The observer's own turn, before any frame.
  expect(words()).toEqual([]);
  await pass(900);
  expect(words()).toEqual([]);
});

test('a description that unfolds is no other product', async () => {
  build({ ...IMPORTED, description: 'Blender kecil untuk jus buah' });
  start();
  await pass(100);
  write('.description', 'Blender kecil untuk jus buah dan susu, isi ulang lewat USB.');
  await pass(0);
  expect(words()).toEqual(['Impor']);
});

test('the badge is put back three times, then the page has its way', async () => {
  build(IMPORTED);
  start();
  await pass(100);
  let returns = 0;
  for (let i = 0; i < 6; i += 1) {
    badges()[0]?.host.remove();
    await pass(20);
    returns += badges().length;
  }
  expect(returns).toBe(3);
});

test('an answer that comes in the moment in which the page changes is dropped', async () => {
  build(IMPORTED);
  const { promise, resolve } = Promise.withResolvers<Assessment[]>();
  env.assess = () => promise;
  start();
  await pass(50);
  write('h1', 'Gelas kaca');
  resolve([assessment('imported')]);
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve(); // No timer and no frame in between.
  expect(words()).toEqual([]);
});

test('in a background tab, where no frame runs: the badge of the product that the tab shows when it comes forward', async () => {
  build(IMPORTED);
  env.timers.requestAnimationFrame = () => 0;
  start();
  await pass(100);
  expect(words()).toEqual(['Impor']);
  history.pushState(null, '', '/p/sambal');
  for (const [name, content] of Object.entries(LOCAL)) write(name === 'title' ? 'h1' : `.${name}`, content);
  await Promise.resolve();
  expect(words()).toEqual([]);
  await pass(5000);
  expect(words()).toEqual(['Lokal']);
  expect(env.asked).toHaveLength(2);
});

test('no answer, no badge and no exception', async () => {
  build(IMPORTED);
  env.assess = async () => null;
  start();
  await pass(1000);
  expect(words()).toEqual([]);
});

test('a reader that fails leaves the page alone', async () => {
  build(IMPORTED);
  env.reader = {
    ...env.reader,
    product: () => {
      throw new Error('rusak');
    },
  };
  const quiet = vi.spyOn(console, 'debug').mockImplementation(() => {});
  start();
  await pass(1000);
  expect(words()).toEqual([]);
  expect(quiet).toHaveBeenCalled();
});

test('a press on the badge opens the panel and is not the page’s', async () => {
  build(IMPORTED);
  start();
  await pass(100);
  const followed = vi.fn();
  document.body.addEventListener('click', followed);
  badges()[0]?.button.click();
  expect(env.opened[0]?.listing.title).toBe(IMPORTED.title);
  expect(followed).not.toHaveBeenCalled();
});

test('the badge is a button with a name that begins with its word', async () => {
  build(LOCAL);
  start();
  await pass(100);
  const [badge] = badges();
  expect(badge?.button.type).toBe('button');
  expect(badge?.button.getAttribute('aria-label')).toMatch(/^Lokal/);
  expect(badge?.button.getAttribute('aria-expanded')).toBe('false');
  expect(inside(badge?.host as Element).querySelector('style')?.textContent).toContain(':host');
});

test('stop leaves nothing behind', async () => {
  build(IMPORTED);
  start();
  await pass(100);
  loop?.stop();
  write('h1', 'Lain lagi');
  await pass(5000);
  expect(words()).toEqual([]);
  expect(env.asked).toHaveLength(1);
});
