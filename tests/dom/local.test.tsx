// Local goods in the panel: what is said of each suggestion, when nothing is, and that the keyboard reaches every link.
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Panel } from '../../components/panel.tsx';
import type { Suggestions } from '../../utils/alternatives/suggest.ts';
import { translator } from '../../utils/i18n.ts';
import { emptyListing } from '../../utils/listing/listing.ts';
import type { Lang } from '../../utils/messages.ts';
import type { Verdict } from '../../utils/origin/assessment.ts';
import { isAskedFor, sourceWords } from '../../utils/suggested.ts';
import { WORDS } from '../../utils/words.ts';
import { CLUSTER, HOSTILE, LOCAL, MAKER, NONE, UNMAKABLE } from './suggestions.ts';
import { assessment } from './world.ts';

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => render(null, mount));

const LISTING = { ...emptyListing('tokopedia', 'product'), title: 'Tas Wanita Import', id: '1' };

function show(local: Suggestions | null, lang: Lang = 'id') {
  const done = { mute: vi.fn(), off: vi.fn(), close: vi.fn(), copy: async () => true };
  const ui = { lang, t: translator(WORDS[lang]), dark: false };
  const said = { listing: LISTING, assessment: assessment('imported'), unverified: false, rotten: false };
  void act(() => render(<Panel {...{ ...said, ...done, local, ui }} />, mount));
}
const section = () => mount.querySelector<HTMLElement>('.made-here');
const all = (selector: string) => [...(section()?.querySelectorAll<HTMLElement>(selector) ?? [])];
const texts = (selector: string) => all(selector).map((element) => element.textContent?.trim());
const paragraphs = (item: number) => [...(all('li')[item]?.querySelectorAll('p') ?? [])].map((one) => one.textContent);

test.for<[Verdict, boolean]>([
  ['imported', true],
  ['likely-imported', true],
  ['unknown', true],
  ['local', false],
  ['likely-local', false],
])('%s: asked for: %s', ([verdict, expected]) => {
  expect(isAskedFor(verdict)).toBe(expected);
});

test.for<[string, string]>([
  ['kontan.co.id 2019', 'kontan.co.id 2019'],
  [
    'Detik 2024, https://www.detik.com/jabar/d-7/sentra-wajan; kompas.com 2021',
    'Detik 2024, detik.com; kompas.com 2021',
  ],
  ['Radar (https://radar.example/a?b=1)', 'Radar (radar.example)'],
  ['https://a.example/x/y,', 'a.example,'],
])('where it was looked up: %s', ([source, words]) => {
  expect(sourceWords({ source })).toBe(words);
});

test('a cluster: its place, what such goods cost, why it fits, on what ground, and one link', () => {
  show(LOCAL);
  expect(texts('h3')).toEqual(['Buatan lokal untuk tas tangan / handbag wanita']);
  expect(texts('h4')[0]).toBe('Sentra Tajur Bogor');
  expect(paragraphs(0)).toEqual([
    'Kota Bogor',
    'Harga lazim Rp25.000–90.000 (di penjual Indonesia)',
    'Cocok karena jenis barangnya sama dan dibuat di provinsi Anda.',
    'Cari “tas tajur bogor” di Tokopedia',
    'Dasar: kontan.co.id 2019, dilihat 24 November 2026',
  ]);
  expect(all('a')).toHaveLength(3);
  const [link] = all('a');
  expect(Object.fromEntries(['href', 'target', 'rel'].map((name) => [name, link?.getAttribute(name)]))).toEqual({
    href: 'https://www.tokopedia.com/search?q=tas%20tajur%20bogor',
    target: '_blank',
    rel: 'noopener noreferrer',
  });
  expect(link?.getAttribute('referrerpolicy')).toBe('no-referrer');
});

test('a maker and a product: their scale, the price of the product, and what the link opens', () => {
  show(LOCAL);
  expect(texts('h4').slice(1)).toEqual(['Haz Creativ UMKM', 'Tas Selempang Kulit Perca perusahaan besar']);
  expect(paragraphs(1)).toContain('Harga lazim tas kulit Rp25.000–90.000 (di penjual Indonesia)');
  expect(paragraphs(1).find((text) => text?.startsWith('Cocok'))).toBe(
    'Cocok karena jenis barangnya mirip (tas kulit), kelompok umur atau jenis kelamin pemakainya sama, ' +
      'umur pemakainya cocok, dan harganya paling jauh dua kali lipat atau separuhnya.',
  );
  expect(paragraphs(2).slice(0, 3)).toEqual(['Buatan Haz Creativ', 'Kabupaten Purwakarta', 'Harga Rp75.000']);
  expect(texts('a').slice(1)).toEqual(['Buka tokonya di Tokopedia', 'Lihat barangnya di Tokopedia']);
});

test('an address in the source is text, no second link', () => {
  show({ ...LOCAL, suggestions: [MAKER] });
  expect(section()?.textContent).toContain('beredukasi.example');
  expect(texts('a')).toEqual(['Buka tokonya di Tokopedia']);
});

test('English says the same in English', () => {
  show(LOCAL, 'en');
  expect(texts('h3')).toEqual(['Made in Indonesia: handbag']);
  expect(paragraphs(0)).toEqual([
    'Kota Bogor',
    'Usual price Rp25,000–90,000 (sellers in Indonesia)',
    'Fits because it is the same kind of goods and it is made in your province.',
    'Search “tas tajur bogor” on Tokopedia',
    'Basis: kontan.co.id 2019, looked at on November 24, 2026',
  ]);
});

test('nobody is known: said quietly where somebody could make it, not at all where nobody does', () => {
  show(NONE);
  expect(section()?.textContent).toContain('Kami belum mengenal pembuat tas tangan / handbag wanita di Indonesia.');
  expect(all('ul, a')).toEqual([]);
  for (const nothing of [UNMAKABLE, null, { ...NONE, kind: null, makable: false }]) {
    show(nothing);
    expect(section()).toBeNull();
  }
});

test('it comes last: whatever stood in the panel before stays where it was', () => {
  show(null);
  const [before] = mount.querySelectorAll('[role=dialog]');
  const parts = [...(before?.children ?? [])];
  show(LOCAL);
  expect([...(before?.children ?? [])]).toEqual([...parts, section()]);
});

test('from the top of the panel one press leads to it', () => {
  show(LOCAL);
  const jump = [...mount.querySelectorAll<HTMLElement>('header button')].find(
    ({ textContent }) => textContent === 'Buatan lokal',
  );
  jump?.click();
  expect(document.activeElement).toBe(section()?.querySelector('h3'));
  show(NONE);
  expect(mount.querySelectorAll('header button')).toHaveLength(1);
});

test('the tab key stays inside, also at the last link', () => {
  show(LOCAL);
  const dialog = mount.querySelector('[role=dialog]');
  const stops = [...(dialog?.querySelectorAll<HTMLElement>('button, a') ?? [])];
  const last = stops.at(-1);
  expect(last?.textContent).toBe('Lihat barangnya di Tokopedia');
  const press = (target: HTMLElement | undefined, shiftKey: boolean) => {
    target?.focus();
    target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true, cancelable: true }));
    return document.activeElement;
  };
  expect(press(last, false)).toBe(stops[0]);
  expect(press(stops[0], true)).toBe(last);
  // In between the browser itself goes on.
  expect(press(stops.at(-2), false)).toBe(stops.at(-2));
});

test.for(['javascript:alert(1)', 'http://www.tokopedia.com/haz', 'data:text/html,x', 'haz', ''])(
  'no link to "%s"',
  (address) => {
    show({ ...LOCAL, suggestions: [{ ...CLUSTER, link: { ...CLUSTER.link, address } }] });
    expect(texts('h4')).toEqual(['Sentra Tajur Bogor']);
    expect(all('a')).toEqual([]);
  },
);

test('texts of a feed are only texts', () => {
  show({ ...LOCAL, suggestions: [HOSTILE] });
  expect(texts('h4')).toEqual([`${HOSTILE.name} UMKM`]);
  expect(section()?.textContent).toContain('<a href="jahat.example">sini</a>');
  expect(all('img, b, script, a')).toEqual([]);
});

test('axe finds nothing to mend', async () => {
  show(LOCAL);
  const { violations } = await axe.run(mount, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
