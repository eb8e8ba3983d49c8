// The settings: what is chosen for each marketplace, the memory, the language and the rules, in both languages.
import axe from 'axe-core';
import { type ComponentProps, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Options } from '../../components/options.tsx';
import { LANGS, type SiteChoice } from '../../utils/choices.ts';
import { translator } from '../../utils/i18n.ts';
import type { Lang } from '../../utils/messages.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';
import { ABOUT, FRESH, NOW } from './feed-views.ts';

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => render(null, mount));

const site = (choice: Partial<SiteChoice> = {}): SiteChoice => ({
  display: 'mark',
  off: false,
  observe: false,
  muted: [],
  ...choice,
});
const SITES = [
  { id: 'tokopedia', name: 'Tokopedia', site: site({ muted: ['shop/Toko A', 'listing/7'] }) },
  { id: 'shopee', name: 'Shopee', site: site({ display: 'hide' }) },
  { id: 'lazada', name: 'Lazada', site: site({ off: true }) },
];

const PROVINCES = [
  { code: '32', name: 'Jawa Barat' },
  { code: '33', name: 'Jawa Tengah' },
];

function open(lang: Lang = 'id', changed: Partial<ComponentProps<typeof Options>> = {}) {
  const done = {
    check: vi.fn(async () => null),
    speak: vi.fn(),
    choose: vi.fn(),
    unmute: vi.fn(),
    remember: vi.fn(),
    forget: vi.fn(),
    live: vi.fn(),
    showLocal: vi.fn(),
    copy: vi.fn(async () => true),
    update: vi.fn(),
    tryDraft: vi.fn(async () => null),
    endDraft: vi.fn(),
    save: vi.fn(),
    load: vi.fn(async () => ({ ok: true, words: 'Dimuat.' })),
    restore: vi.fn(async () => ({ ok: true, words: 'Kembali.' })),
  };
  const ui = { lang, t: translator(PAGE_WORDS[lang]), dark: false };
  const known = { sites: SITES, memory: { on: true, count: 12 }, about: ABOUT, feed: FRESH, now: NOW };
  const where = { provinces: PROVINCES, province: null, local: true };
  const shown = { ui, langs: LANGS, ...known, ...where, backup: null, welcome: '/w' };
  void act(() => render(<Options {...shown} {...done} {...changed} />, mount));
  return done;
}
const group = (name: string) =>
  [...mount.querySelectorAll('fieldset')].find((one) => one.querySelector('legend')?.textContent === name) as Element;
const button = (inside: Element, name: string) =>
  [...inside.querySelectorAll('button')].find((one) => one.textContent === name);

test('each marketplace has its own choice, and choosing changes that one alone', () => {
  const { choose } = open();
  const chosen = (name: string) => group(name).querySelector('input:checked')?.parentElement?.textContent?.trim();
  expect([chosen('Tokopedia'), chosen('Shopee')]).toEqual(['Tandai saja', 'Sembunyikan']);
  group('Tokopedia').querySelectorAll('input')[1]?.click();
  expect(choose).toHaveBeenCalledExactlyOnceWith('tokopedia', { display: 'dim' });
  expect(chosen('Shopee')).toBe('Sembunyikan');
});

test('a marketplace that is off is turned on again here, another one turned off', () => {
  const { choose } = open();
  button(group('Lazada'), 'Nyalakan lagi')?.click();
  expect(choose).toHaveBeenLastCalledWith('lazada', { off: false });
  button(group('Shopee'), 'Matikan di situs ini')?.click();
  expect(choose).toHaveBeenLastCalledWith('shopee', { off: true });
});

test('muted badges are counted and come back with one press', () => {
  const { unmute } = open();
  button(group('Tokopedia'), 'Tampilkan lagi 2 lencana yang dimatikan')?.click();
  expect(unmute).toHaveBeenCalledExactlyOnceWith('tokopedia');
  expect(group('Shopee').textContent).not.toContain('Tampilkan lagi');
});

test('the memory says what it keeps, is switched off and cleared', () => {
  const { remember, forget } = open();
  expect(mount.textContent).toContain('Penilaiannya tidak diingat, dan tidak ada yang dikirim.');
  button(mount, 'Hapus ingatan (12 barang)')?.click();
  expect(forget).toHaveBeenCalledOnce();
  mount.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  expect(remember).toHaveBeenCalledWith(false);
  open('id', { memory: { on: true, count: 0 } });
  expect(mount.textContent).toContain('Belum ada barang yang diingat.');
});

test.for([
  ['id', '3.712 merek, 160 pola kata, 30 bentuk nomor izin, dan 1 marketplace.', 'Versi2026.11.24-test'],
  [
    'en',
    '3,712 brands, 160 patterns of words, 30 kinds of registration numbers, and 1 marketplaces.',
    'Version2026.11.24-test',
  ],
] as const)('%s: the rules are counted and named by their version', ([lang, counts, version]) => {
  open(lang);
  expect(mount.textContent).toContain(counts);
  expect(mount.textContent).toContain(version);
});

test('as long as the rules are not read, nothing is claimed of them', () => {
  open('id', { about: null, sites: [] });
  expect(mount.textContent).toContain('Aturan belum terbaca');
  expect(mount.querySelector('legend')).toBeNull();
});

test('the language is chosen by its own name, and what was pasted stays', () => {
  const { speak } = open();
  const area = mount.querySelector('textarea') as HTMLTextAreaElement;
  area.value = 'Lampu';
  const select = mount.querySelector('select') as HTMLSelectElement;
  expect([...select.options].map(({ text }) => text)).toEqual(['Bahasa Indonesia', 'English']);
  select.value = 'en';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(speak).toHaveBeenCalledWith('en');
  open('en');
  expect(mount.querySelector('h1')?.textContent).toBe('CekAsal settings');
  expect(mount.querySelector('textarea')?.value).toBe('Lampu');
});

test.for(LANGS)('%s: axe finds nothing to mend, and no word is missing', async (lang) => {
  open(lang);
  const { violations } = await axe.run(mount, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(mount.textContent).not.toMatch(/\b(?:options|check|popup|welcome|rules|draft|keeping|feed)\.[a-z]|\{\w+\}/);
});

test('the settings go to a file and come from one; what came of it is said', async () => {
  const load = vi.fn(async (file: File) => ({ ok: file.name === 'baik.json', words: `Isi ${file.name}.` }));
  const { save } = open('id', { load });
  const section = mount.querySelector('.keeping') as HTMLElement;
  button(section, 'Simpan pengaturan ke berkas')?.click();
  expect(save).toHaveBeenCalledOnce();
  const input = section.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  const choose = async (name: string) => {
    Object.defineProperty(input, 'files', { value: [new File(['{}'], name)], configurable: true });
    await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
    return ['status', 'alert'].map((role) => section.querySelector(`[role=${role}]`)?.textContent);
  };
  expect(await choose('baik.json')).toEqual(['Isi baik.json.', '']);
  expect(await choose('rusak.json')).toEqual(['', 'Isi rusak.json.']);
});

test('settings from before an update are offered with their day, where they differ', async () => {
  expect(open() && mount.textContent).not.toContain('sebelum pembaruan');
  const { restore } = open('id', { backup: NOW });
  await act(async () => void button(mount, 'Kembalikan pengaturan dari sebelum pembaruan (1 Desember 2026)')?.click());
  expect(restore).toHaveBeenCalledOnce();
  expect(mount.querySelector('.keeping [role=status]')?.textContent).toBe('Kembali.');
});

test('the province is not set until it is chosen, and said to stay here', () => {
  const { live } = open();
  const section = mount.querySelector('.local-choice') as HTMLElement;
  const select = section.querySelector('select') as HTMLSelectElement;
  expect([...select.options].map(({ text }) => text)).toEqual(['tidak diatur', 'Jawa Barat', 'Jawa Tengah']);
  expect(select.selectedOptions[0]?.text).toBe('tidak diatur');
  expect(document.getElementById(select.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
    'tidak pernah keluar dari browser Anda',
  );
  const choose = (value: string) => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  choose('33');
  expect(live).toHaveBeenLastCalledWith('33');
  const again = open('id', { province: '33' });
  expect(select.selectedOptions[0]?.text).toBe('Jawa Tengah');
  choose('');
  expect(again.live).toHaveBeenLastCalledWith(null);
});

test('the strip that was sent away is brought back here', () => {
  const { showLocal } = open('id', { local: false });
  const box = mount.querySelector<HTMLInputElement>('.local-choice input');
  expect(box?.checked).toBe(false);
  box?.click();
  expect(showLocal).toHaveBeenCalledExactlyOnceWith(true);
});
