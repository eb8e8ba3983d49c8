// Pages that never rest: ten thousand changes a second, on a product page and in cards. What counts is how often we read,
// and that the badge is right afterwards. The clock is the tests' own: a reading takes as long as `READING` says.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Loop, runLoop } from '../../utils/page/loop.ts';
import { badges, build, pass, reader, type World, words, world, write } from './world.ts';

/** Milliseconds that one reading of a page or a card takes. */
const READING = 5;
const SECOND = 1000;
const CALLBACKS = 500;

let env: World;
let loop: Loop;
let reads: Record<'product' | 'card' | 'cardElements', number>;

beforeEach(() => {
  vi.useFakeTimers();
  let worked = 0;
  const clock = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + worked);
  reads = { product: 0, card: 0, cardElements: 0 };
  const slow = <K extends keyof typeof reads>(name: K) =>
    ((...args: never[]) => {
      reads[name] += 1;
      worked += READING;
      return (reader[name] as (...given: never[]) => unknown)(...args);
    }) as (typeof reader)[K];
  env = world();
  env.reader = { ...reader, product: slow('product'), card: slow('card'), cardElements: slow('cardElements') };
});
afterEach(() => {
  loop.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Twenty changes in each of the observer's callbacks, for a second. */
async function storm(change: (n: number) => void): Promise<void> {
  for (let callback = 0; callback < CALLBACKS; callback += 1) {
    for (let i = 0; i < 20; i += 1) change(20 * callback + i);
    await pass(SECOND / CALLBACKS);
  }
}

const forget = () => Object.assign(reads, { product: 0, card: 0, cardElements: 0 });

async function openProduct(): Promise<void> {
  history.replaceState(null, '', '/p/blender');
  build({ title: 'Blender import', price: 'Rp64.900', shop: 'Gudang Murni', description: 'Blender kecil untuk jus.' });
  loop = runLoop(env, window);
  await pass(300);
  expect(words()).toEqual(['Impor']);
  forget();
}

function card(title: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'card';
  link.href = `/p/${title.replaceAll(' ', '-')}`;
  const name = document.createElement('i');
  name.textContent = title;
  const clock = document.createElement('b');
  clock.textContent = '00:00';
  link.append(name, clock);
  return link;
}

const cards = () => Array.from({ length: 30 }, (_, i) => card(`Kipas ${i} ${i % 2 ? 'lokal' : 'import'}`));

async function openCards(): Promise<HTMLAnchorElement[]> {
  history.replaceState(null, '', '/s?q=kipas');
  const all = cards();
  document.body.replaceChildren(...all);
  loop = runLoop(env, window);
  await pass(1000);
  expect(words()).toHaveLength(30);
  forget();
  return all;
}

test('a clock on a product page: read now and then, and the badge stays', async () => {
  await openProduct();
  const clock = document.body.appendChild(document.createElement('p'));
  await storm((n) => {
    clock.textContent = String(n);
  });
  expect(reads.product).toBeLessThan(30);
  expect(words()).toEqual(['Impor']);
});

test('class names toggled on a product page are not even heard of', async () => {
  await openProduct();
  await storm((n) => document.body.classList.toggle('aktif', n % 3 === 0));
  expect(reads.product).toBe(0);
  expect(words()).toEqual(['Impor']);
});

test('a price that is drawn anew without end: read at a tenth of the time, and right afterwards', async () => {
  await openProduct();
  await storm(() => write('.price', 'Rp64.900', true));
  expect(reads.product * READING).toBeLessThan(0.1 * SECOND + 150);
  await pass(1500);
  expect(words()).toEqual(['Impor']);
  write('.price', 'Rp99');
  await Promise.resolve();
  expect(words()).toEqual([]);
});

test('clocks in all cards: read at a tenth of the time, and every badge stays', async () => {
  const all = await openCards();
  const before = badges().map(({ host }) => host);
  await storm((n) => {
    const clock = all[n % all.length]?.querySelector('b');
    if (clock) clock.textContent = String(n);
  });
  expect(reads.card * READING).toBeLessThan(0.1 * SECOND + 150);
  expect(reads.cardElements).toBe(0);
  expect(badges().map(({ host }) => host)).toEqual(before);
});

test('cards that are used again in a storm lose their badges before the next frame, and are right afterwards', async () => {
  const all = await openCards();
  await storm((n) => {
    const one = all[n % all.length] as HTMLElement;
    (one.querySelector('i')?.firstChild as Text).data = `Kipas nomor ${n} biasa`;
    if (n < all.length) return;
    expect(badges().some(({ host }) => host.parentElement === one)).toBe(false);
  });
  (all[3]?.querySelector('i')?.firstChild as Text).data = 'Payung lokal';
  await pass(1500);
  expect(badges().map(({ host, word }) => [host.parentElement, word])).toEqual([[all[3], 'Lokal']]);
});

test('a card whose clock never rests gets its badge all the same', async () => {
  history.replaceState(null, '', '/s?q=kipas');
  const [one = card('')] = cards();
  document.body.replaceChildren(one);
  loop = runLoop(env, window);
  const clock = one.querySelector('b') as HTMLElement;
  await storm((n) => {
    clock.textContent = String(n);
  });
  expect(words()).toEqual(['Impor']);
});

test('elements that come and go around the cards: the page is searched at a tenth of the time', async () => {
  await openCards();
  await storm((n) => {
    if (n % 2) document.body.lastElementChild?.remove();
    else document.body.append(document.createElement('hr'));
  });
  expect(reads.cardElements * READING).toBeLessThan(0.1 * SECOND + 150);
  document.body.append(card('Lampu import'));
  await pass(1500);
  expect(words()).toHaveLength(31);
});

test('many cards at once are read in slices of a frame, and asked about in one message', async () => {
  history.replaceState(null, '', '/s?q=kipas');
  document.body.replaceChildren(...cards());
  loop = runLoop(env, window);
  await vi.advanceTimersToNextFrame();
  expect(reads.card).toBeLessThan(10);
  await pass(1000);
  expect(env.asked.map((batch) => batch.length)).toEqual([30]);
});
