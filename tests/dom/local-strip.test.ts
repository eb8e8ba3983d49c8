// The strip of local goods on pages of results: asked for by the words of the address, stacked with the other strip, gone with
// the page, and never again once it is not wanted.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { searchedWords } from '../../utils/alternatives/search.ts';
import type { Suggestions } from '../../utils/alternatives/suggest.ts';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';
import { type Loop, runLoop } from '../../utils/page/loop.ts';
import { CLUSTER, HOSTILE, LOCAL, MAKER, NONE } from './suggestions.ts';
import { inside, pass, strip, type World, world } from './world.ts';

let env: World;
let loop: Loop;
let asked: string[];
let answer: Suggestions | null;
const never = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  never.mockClear();
  history.replaceState(null, '', '/s?q=tas%20wanita');
  document.body.replaceChildren();
  asked = [];
  answer = LOCAL;
  const map = { hosts: [location.hostname], search: { path: '/s', parameter: 'q' } } as unknown as MarketplaceMap;
  env = world();
  env.local = {
    closed: new Set(),
    words: (url) => searchedWords(map, url),
    async ask(words) {
      asked.push(words);
      await new Promise((done) => setTimeout(done, 20));
      return answer;
    },
    never,
  };
});
afterEach(() => {
  loop.stop();
  vi.useRealTimers();
});

async function open(): Promise<void> {
  loop = runLoop(env, window);
  await pass(500);
}
async function go(address: string): Promise<void> {
  history.pushState(null, '', address);
  document.body.append(document.createElement('hr'));
  await pass(500);
}
/** The strip that stands now. */
function bar(): HTMLElement | null {
  const found = [...document.body.children].flatMap((host) => {
    if (host.localName !== 'span') return [];
    return [...inside(host).querySelectorAll<HTMLElement>('[role=region]')];
  });
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] ?? null;
}
const links = () => [...(bar()?.querySelectorAll('a') ?? [])];
const press = (words: string) =>
  [...(bar()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === words)?.click();

test('the words that were searched by lead to who makes it here, each with one link', async () => {
  await open();
  expect(asked).toEqual(['tas wanita']);
  expect(bar()?.firstChild?.textContent).toBe('Buatan lokal untuk “tas wanita”:');
  expect(bar()?.getAttribute('aria-label')).toBe('Buatan lokal untuk “tas wanita”:');
  expect(links().map(({ textContent }) => textContent)).toEqual([
    'Tajur Bogor · Kota Bogor',
    'Haz Creativ · Kabupaten Purwakarta',
    'Tas Selempang Kulit Perca · Kabupaten Purwakarta',
  ]);
  expect(links()[0]).toMatchObject({
    href: CLUSTER.link.address,
    target: '_blank',
    rel: 'noopener noreferrer',
    referrerPolicy: 'no-referrer',
    title: 'Cari “tas tajur bogor” di Tokopedia',
  });
});

test('nothing stands where nothing fits, nobody answers, nothing was searched by, or no results are', async () => {
  answer = NONE;
  await open();
  expect([asked.length, bar()]).toEqual([1, null]);
  answer = null;
  await go('/s?q=sepatu');
  expect([asked.length, bar()]).toEqual([2, null]);
  answer = LOCAL;
  await go('/s');
  await go('/p/tas?q=tas');
  await go('/toko/a?q=tas');
  expect([asked.length, bar()]).toEqual([2, null]);
});

test('where it was closed it stays closed: after a detour, and when the page is read anew', async () => {
  await open();
  press('Tutup');
  expect(bar()).toBeNull();
  await go('/p/tas');
  await go('/s?q=tas%20wanita');
  expect([asked.length, bar()]).toEqual([1, null]);
  loop.stop();
  await open();
  expect([asked.length, bar()]).toEqual([1, null]);
  await go('/s?q=dompet');
  expect(bar()?.textContent).toContain('“dompet”');
});

test('where it is not wanted nobody is asked', async () => {
  env.local = null;
  await open();
  expect([asked, bar()]).toEqual([[], null]);
});

test('other words, other goods; the same words are asked about once', async () => {
  await open();
  await go('/s?q=tas%20wanita&page=2');
  expect(asked).toHaveLength(1);
  answer = { ...LOCAL, suggestions: [MAKER] };
  await go('/s?q=dompet');
  expect(bar()?.textContent).toContain('“dompet”');
  expect(links()).toHaveLength(1);
  await go('/p/dompet');
  expect(bar()).toBeNull();
  await go('/s?q=dompet');
  expect(links()).toHaveLength(1);
  expect(asked).toEqual(['tas wanita', 'dompet', 'dompet']);
});

test('an answer that comes for words that are gone is not shown', async () => {
  loop = runLoop(env, window);
  await pass(310);
  expect(asked).toHaveLength(1);
  answer = NONE;
  await go('/s?q=dompet');
  expect(bar()).toBeNull();
});

test('closed it stays away on this page, and comes with another search', async () => {
  await open();
  press('Tutup');
  expect(bar()).toBeNull();
  await go('/s?q=tas%20wanita&page=2');
  expect(bar()).toBeNull();
  expect(never).not.toHaveBeenCalled();
  await go('/s?q=dompet');
  expect(bar()).not.toBeNull();
});

test('not wanted again: it goes at once, and the choice is told', async () => {
  await open();
  press('Jangan tampilkan lagi');
  expect(bar()).toBeNull();
  expect(never).toHaveBeenCalledOnce();
});

test('it stands with the strip of imports in one stack, and each goes by itself', async () => {
  env.site = { ...env.site, display: 'dim' };
  const card = Object.assign(document.createElement('a'), { className: 'card', href: '/p/1' });
  card.append(Object.assign(document.createElement('i'), { textContent: 'Kipas import' }));
  document.body.append(card);
  await open();
  const stack = bar()?.parentNode;
  expect([...(stack?.children ?? [])].map((one) => one.getAttribute('role'))).toEqual([null, 'region', 'status']);
  strip()?.buttons[1]?.click();
  expect(strip()).toBeNull();
  expect(bar()).not.toBeNull();
  press('Tutup');
  expect([...document.body.children].filter(({ localName }) => localName === 'span')).toEqual([]);
});

test('texts of a feed are only texts, and an address that is not https gives no link', async () => {
  answer = { ...LOCAL, suggestions: [HOSTILE] };
  await open();
  expect(bar()).toBeNull();
  answer = { ...LOCAL, suggestions: [{ ...HOSTILE, link: CLUSTER.link }, HOSTILE] };
  await go('/s?q=<img src=x>');
  expect(links().map(({ textContent }) => textContent)).toEqual([`${HOSTILE.name} · ${HOSTILE.place}`]);
  expect(bar()?.querySelectorAll('img, b, script')).toHaveLength(0);
  expect(bar()?.textContent).toContain('“<img src=x>”');
});

test('a press on it is none on the page', async () => {
  await open();
  const heard = vi.fn();
  document.addEventListener('click', heard);
  press('Tutup');
  document.removeEventListener('click', heard);
  expect(heard).not.toHaveBeenCalled();
});
