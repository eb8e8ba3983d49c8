// Imports dimmed or hidden on pages of many cards, the strip that counts them, and what puts them back.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SiteChoice } from '../../utils/choices.ts';
import { type Loop, runLoop } from '../../utils/page/loop.ts';
import { badges, pass, strip, type World, words, world } from './world.ts';

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

/** A grid cell with a card in it, as marketplaces nest them. */
function cell(title: string): HTMLElement {
  const outer = document.createElement('section');
  const link = document.createElement('a');
  link.className = 'card';
  link.href = `/p/${title.replaceAll(' ', '-')}`;
  const name = document.createElement('i');
  name.textContent = title;
  link.append(document.createElement('b'), name);
  const inner = document.createElement('div');
  inner.append(link);
  outer.append(inner);
  return outer;
}

async function open(site: Partial<SiteChoice>, ...cells: Element[]): Promise<void> {
  env.site = { ...env.site, ...site };
  document.body.append(...cells);
  loop = runLoop(env, window);
  await pass(100);
}

const cells = () => [cell('Kipas import'), cell('Kipas biasa'), cell('Payung import'), cell('Kipas lokal')];
const hidden = (one: HTMLElement | undefined) => one?.style.display === 'none';
const dimmed = (one: HTMLElement | undefined) => one?.querySelector<HTMLElement>('i')?.style.opacity === '0.3';

test('hidden: the whole cells of imports go, nothing else does', async () => {
  const all = cells();
  await open({ display: 'hide' }, ...all);
  expect(all.map(hidden)).toEqual([true, false, true, false]);
  expect(strip()?.text).toContain('2 barang impor atau kemungkinan impor disembunyikan');
});

test('dimmed: the goods fade, the badge stays legible', async () => {
  const all = cells();
  await open({ display: 'dim' }, ...all);
  expect(all.map(dimmed)).toEqual([true, false, true, false]);
  expect(badges()[0]?.host.style.opacity).toBe('');
  expect(all.some(hidden)).toBe(false);
  expect(strip()?.text).toContain('2 barang impor atau kemungkinan impor diredupkan');
});

test('marked: nothing fades, and there is no strip', async () => {
  const all = cells();
  await open({ display: 'mark' }, ...all);
  expect(all.some(hidden) || all.some(dimmed)).toBe(false);
  expect(strip()).toBeNull();
});

test('when the page is left, everything stands as the page had it', async () => {
  const all = cells();
  all[0]?.style.setProperty('display', 'grid');
  await open({ display: 'hide' }, ...all);
  loop.stop();
  expect(all.map((one) => one.getAttribute('style'))).toEqual(['display: grid;', null, null, null]);
  expect(words()).toEqual([]);
  expect(strip()).toBeNull();
});

test('a cell that is used again for other goods comes back', async () => {
  const all = cells();
  await open({ display: 'hide' }, ...all);
  const name = all[0]?.querySelector('i')?.firstChild as Text;
  name.data = 'Kipas kayu';
  await pass(200);
  expect(all.map(hidden)).toEqual([false, false, true, false]);
  expect(strip()?.text).toContain('1 barang impor');
});

test('what comes later is hidden too, but a page that never ends does not run away', async () => {
  await open({ display: 'hide' }, ...cells());
  for (let load = 0; load < 10; load++) {
    document.body.append(...Array.from({ length: 40 }, (_, i) => cell(`Barang ${load} ${i} import`)));
    await pass(200);
  }
  const all = [...document.querySelectorAll('section')];
  expect(all.filter(hidden)).toHaveLength(120);
  expect(all.filter(dimmed)).toHaveLength(282);
  document.dispatchEvent(new Event('wheel'));
  document.body.append(cell('Lampu import'));
  await pass(200);
  expect(hidden([...document.querySelectorAll('section')].at(-1))).toBe(true);
});

test('cells that the page places by numbers are dimmed, since a hole would stay, and the strip says so', async () => {
  const all = cells();
  all[0]?.style.setProperty('position', 'absolute');
  await open({ display: 'hide' }, ...all);
  expect(all.map(hidden)).toEqual([false, false, true, false]);
  expect(dimmed(all[0])).toBe(true);
  expect(strip()?.text).toContain('2 barang impor atau kemungkinan impor disembunyikan atau diredupkan');
  all[2]?.remove();
  await pass(200);
  expect(strip()?.text).toContain('1 barang impor atau kemungkinan impor diredupkan');
});

test('the focus is not hidden away', async () => {
  const all = cells();
  document.body.append(...all);
  all[0]?.querySelector('a')?.focus();
  await open({ display: 'hide' });
  expect(all.map(hidden)).toEqual([false, false, true, false]);
  expect(dimmed(all[0])).toBe(true);
});

test('muted listings and shops get no badge and are not hidden', async () => {
  const all = cells();
  const address = all[0]?.querySelector('a')?.getAttribute('href');
  await open({ display: 'hide', muted: [`listing/${address}`] }, ...all);
  expect(all.map(hidden)).toEqual([false, false, true, false]);
});

test('one press shows them all, another takes them away again', async () => {
  const all = cells();
  await open({ display: 'hide' }, ...all);
  strip()?.buttons[0]?.click();
  expect(all.some(hidden)).toBe(false);
  expect(strip()?.text).toContain('2 barang impor atau kemungkinan impor ditampilkan lagi');
  strip()?.buttons[0]?.click();
  expect(all.map(hidden)).toEqual([true, false, true, false]);
  strip()?.buttons[1]?.click();
  expect(strip()).toBeNull();
  expect(all.map(hidden)).toEqual([true, false, true, false]);
});
