// Pages of many cards: one message a batch, evidence or silence on each, and a re-used card speaks of its new listing only.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Loop, runLoop } from '../../utils/page/loop.ts';
import { badges, pass, type World, words, world } from './world.ts';

let env: World;
let loop: Loop;

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/s?q=blender');
  document.body.replaceChildren();
  env = world();
});
afterEach(() => {
  loop.stop();
  vi.useRealTimers();
});

function card(title: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'card';
  link.href = `/p/${title.replaceAll(' ', '-')}`;
  const name = document.createElement('i');
  name.textContent = title;
  link.append(name);
  return link;
}

const titles = () => env.asked.map((batch) => batch.map(({ title }) => title));

async function open(...cards: Element[]): Promise<void> {
  document.body.append(...cards);
  loop = runLoop(env, window);
  await pass(100);
}

test('one message for all cards; a badge where there is evidence, silence elsewhere', async () => {
  const [first, second, third] = [card('Kipas import'), card('Kipas biasa'), card('Kipas lokal')];
  await open(first, second, third);
  expect(titles()).toEqual([['Kipas import', 'Kipas biasa', 'Kipas lokal']]);
  expect(badges().map(({ host, word }) => [host.parentElement, word])).toEqual([
    [first, 'Impor'],
    [third, 'Lokal'],
  ]);
  expect(first.firstElementChild).toBe(badges()[0]?.host);
  expect(loop.state().cards).toEqual({ imported: 1, unknown: 1, local: 1 });
});

test('P7: nothing stands on a card before the answer, however long it takes, and then the verdict', async () => {
  env.delay = 3000;
  await open(card('Kipas import'));
  await pass(2000);
  expect(words()).toEqual([]);
  await pass(2000);
  expect(words()).toEqual(['Impor']);
});

test('cards that come later are asked about once, alone, in one message', async () => {
  await open(card('Kipas import'));
  document.body.append(card('Payung import'), card('Payung biasa'));
  await pass(200);
  document.body.append(document.createElement('hr'));
  await pass(200);
  expect(titles()).toEqual([['Kipas import'], ['Payung import', 'Payung biasa']]);
});

test('a re-used card loses its badge before the next frame and gets that of its new listing', async () => {
  const reused = card('Kipas import');
  await open(reused);
  const name = reused.querySelector('i')?.firstChild as Text;
  name.data = 'Kipas biasa';
  reused.href = '/p/lain';
  await Promise.resolve();
  expect(words()).toEqual([]);
  await pass(200);
  expect(words()).toEqual([]);
  name.data = 'Kipas lokal';
  await pass(200);
  expect(words()).toEqual(['Lokal']);
});

test('an answer for a card that shows another listing by now is dropped', async () => {
  const reused = card('Kipas import');
  env.delay = 300;
  await open(reused);
  (reused.querySelector('i')?.firstChild as Text).data = 'Kipas biasa';
  await pass(1000);
  expect(words()).toEqual([]);
  expect(titles()).toEqual([['Kipas import'], ['Kipas biasa']]);
});

test('a skeleton is no card until it is filled', async () => {
  const skeleton = card('');
  await open(skeleton);
  expect(env.asked).toEqual([]);
  const name = skeleton.querySelector('i');
  if (name) name.textContent = 'Kipas import';
  await pass(200);
  expect(words()).toEqual(['Impor']);
});

test('the badge is put back three times on a card', async () => {
  await open(card('Kipas import'));
  let returns = 0;
  for (let i = 0; i < 6; i += 1) {
    badges()[0]?.host.remove();
    await pass(50);
    returns += badges().length;
  }
  expect(returns).toBe(3);
  expect(titles()).toHaveLength(1);
});

test('in a background tab, where no frame runs: no badge of another listing, no work piled up, right when it comes forward', async () => {
  const [reused, same] = [card('Kipas import'), card('Payung import')];
  await open(reused, same);
  const frames: (() => void)[] = [];
  env.timers.requestAnimationFrame = (run) => frames.push(run);
  loop.stop();
  loop = runLoop(env, window);
  frames.shift()?.();
  await pass(100);
  expect(words()).toEqual(['Impor', 'Impor']);
  const asked = env.asked.length;
  (reused.querySelector('i')?.firstChild as Text).data = 'Kipas biasa';
  for (let i = 0; i < 200; i += 1) {
    document.body.append(card(`Lampu ${i} lokal`));
    await pass(20);
  }
  expect(badges().map(({ host }) => host.parentElement)).toEqual([same]);
  expect(frames).toHaveLength(1);
  expect(env.asked).toHaveLength(asked);
  frames.shift()?.();
  await pass(100);
  expect(env.asked.slice(asked).map((batch) => batch.length)).toEqual([201]);
  expect(words()).toEqual(['Impor', ...Array(200).fill('Lokal')]);
});

test('a press on a badge opens its panel and does not follow the card', async () => {
  const link = card('Kipas import');
  await open(link);
  const followed = vi.fn();
  link.addEventListener('click', followed);
  const press = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  badges()[0]?.button.dispatchEvent(press);
  expect(press.defaultPrevented).toBe(true);
  expect(followed).not.toHaveBeenCalled();
  expect(env.opened.map(({ listing }) => listing.title)).toEqual(['Kipas import']);
});

test('cards of a shop page carry the shop, and are read again when its name arrives', async () => {
  history.replaceState(null, '', '/toko/ratri');
  const name = document.createElement('p');
  name.className = 'shop';
  await open(name, card('Sambal lokal'));
  name.textContent = 'Dapur Ratri';
  await pass(300);
  expect(env.asked.map(([listing]) => listing?.seller?.name)).toEqual([undefined, 'Dapur Ratri']);
  expect(words()).toEqual(['Lokal']);
});

test('after going to another shop within the page its cards wait until its name has settled', async () => {
  history.replaceState(null, '', '/toko/ratri');
  const name = document.createElement('p');
  name.className = 'shop';
  name.textContent = 'Dapur Ratri';
  await open(name, card('Sambal lokal'));
  history.pushState(null, '', '/toko/murni');
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(words()).toEqual([]);
  await pass(700);
  name.textContent = 'Gudang Murni';
  await pass(1000);
  expect(env.asked.map(([listing]) => listing?.seller?.name)).toEqual(['Dapur Ratri', 'Gudang Murni']);
});

test('more cards than a message may carry go in several', async () => {
  await open(...Array.from({ length: 501 }, (_, i) => card(`Kipas ${i}`)));
  expect(env.asked.map((batch) => batch.length)).toEqual([500, 1]);
});

test('stop takes every badge away', async () => {
  await open(card('Kipas import'), card('Payung import'));
  expect(words()).toHaveLength(2);
  loop.stop();
  expect(words()).toEqual([]);
});
