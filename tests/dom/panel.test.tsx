// The panel: what a shopper reads in it, and that it can be used with the keyboard alone.
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Panel } from '../../components/panel.tsx';
import { translator } from '../../utils/i18n.ts';
import { emptyListing, type Listing } from '../../utils/listing/listing.ts';
import type { Lang } from '../../utils/messages.ts';
import type { Assessment } from '../../utils/origin/assessment.ts';
import { WORDS } from '../../utils/words.ts';
import { assessment } from './world.ts';

const LISTING: Listing = {
  ...emptyListing('tokopedia', 'product'),
  title: 'Lampu Meja LED',
  url: 'https://www.tokopedia.com/terang/lampu-meja',
  seller: { id: null, name: 'Terang Rumah', location: 'Jakarta Utara' },
};
const IMPORTED: Assessment = {
  ...assessment('likely-imported'),
  claims: {
    madeIn: { country: 'CN', confidence: 0.95 },
    shipsFrom: { country: null, confidence: 0 },
    sellerAt: { country: 'ID', confidence: 0.9 },
    brandFrom: { country: 'JP', confidence: 0.5 },
  },
  evidence: [
    {
      claim: 'sellerAt',
      says: 'ID',
      strength: 'strong',
      field: 'seller.location',
      quote: 'Jakarta Utara',
      rule: 'places/3172',
    },
    { claim: 'madeIn', says: 'CN', strength: 'weak', field: 'description', quote: 'China', rule: 'phrases/other' },
    {
      claim: 'madeIn',
      says: 'CN',
      strength: 'strong',
      field: 'attributes.Negara Asal',
      quote: 'China',
      rule: 'phrases/origin',
    },
    {
      claim: 'madeIn',
      says: 'CN',
      strength: 'medium',
      field: 'attributes.Negara Asal',
      quote: 'China',
      rule: 'phrases/again',
    },
  ],
};

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => render(null, mount));

const DEFAULTS = {
  lang: 'id' as Lang,
  copy: async (_: string) => true,
  listing: LISTING,
  unverified: false,
  rotten: false,
  old: null as number | null,
};

function open(subject: Assessment, options: Partial<typeof DEFAULTS> = {}) {
  const { lang, copy, listing, unverified, rotten, old } = { ...DEFAULTS, ...options };
  const close = vi.fn();
  const ui = { lang, t: translator(WORDS[lang]), dark: false };
  void act(() =>
    render(<Panel {...{ listing, unverified, rotten, old, ui, mute, off, close, copy }} assessment={subject} />, mount),
  );
  return close;
}
const mute = vi.fn();
const off = vi.fn();
const all = (selector: string) => [...mount.querySelectorAll<HTMLElement>(selector)];
const texts = (selector: string) => all(selector).map((element) => element.textContent);
const press = (target: Element | null, key: string, shiftKey = false) =>
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
const settle = () => act(async () => new Promise((done) => setTimeout(done)));

test('the verdict, four facts kept apart, and what is not known is said', () => {
  open(IMPORTED);
  expect(texts('.verdict')).toEqual(['Kemungkinan impor']);
  expect(texts('.claims dt')).toEqual(['Dibuat di', 'Dikirim dari', 'Penjual di', 'Merek dari']);
  expect(texts('.claims dd')).toEqual(['Tiongkok', 'belum diketahui', 'Indonesia', 'mungkin Jepang']);
});

test('evidence of the making first, each quote once, with its field and the reason in words', () => {
  open(IMPORTED);
  expect(texts('.evidence li').map((text) => text?.split('“')[0])).toEqual([
    'Spesifikasi ',
    'Deskripsi · Bukti lemah',
    'Lokasi penjual',
  ]);
  expect(texts('.evidence li')[0]).toContain('“Negara Asal” · Bukti kuat“China”Spesifikasi ini menyebut Tiongkok.');
  expect(texts('.evidence li')[2]).toContain('belum menunjukkan di mana barang dibuat');
});

test('evidence that the page itself does not show names where it comes from', () => {
  const shown = { ...LISTING, description: 'Buatan China', attributes: { 'Negara Asal': 'China' } };
  const elsewhere = () => texts('p').some((text) => text?.includes('Sebagian bukti tidak tampak di sini'));
  open(IMPORTED, { listing: shown });
  expect(elsewhere()).toBe(false);
  open(IMPORTED, { listing: { ...shown, kind: 'card', attributes: {} } });
  expect(elsewhere()).toBe(true);
  open(IMPORTED, { listing: { ...shown, seller: null } });
  expect(elsewhere()).toBe(true);
});

test('what is worth checking stands apart from the evidence, each with its rule and its day', () => {
  open(IMPORTED);
  expect(texts('h3')).not.toContain('Patut diperiksa');
  const law = { law: 'Permendag 31/2023 Pasal 11', since: '2023-09-26' };
  const subject = {
    ...IMPORTED,
    notices: [{ id: 'registration-missing', params: { kind: 'Serum', office: 'BPOM', ...law } }],
  };
  open(subject);
  expect(texts('h3')).toContain('Patut diperiksa');
  expect(texts('.notices li')).toHaveLength(1);
  expect(texts('.notices li')[0]).toMatch(/“Serum”.*BPOM.*Permendag 31\/2023 Pasal 11, sejak 26 September 2023/);
  open(subject, { lang: 'en' });
  expect(texts('h3')).toContain('Worth checking');
  expect(texts('.notices li')[0]).toContain('since September 26, 2023');
});

test('the probability is nowhere a number', () => {
  open({ ...IMPORTED, probability: 0.87 });
  expect(mount.textContent).not.toMatch(/0[.,]87|87\s?%/);
});

test('unknown says what was read and what the page lacks', () => {
  open(assessment('unknown'));
  expect(texts('.looked dd')[0]).toBe('Judul, Lokasi penjual');
  expect(texts('.looked dd')[1]).toContain('Deskripsi');
  expect(mount.textContent).toContain('bukan tanda buruk');
});

test('a marketplace whose product pages nobody checked yet says so, on product pages only', () => {
  open(IMPORTED, { unverified: true });
  expect(mount.textContent).toContain('belum diperiksa relawan');
  open(IMPORTED, { unverified: true, listing: { ...LISTING, kind: 'card' } });
  expect(mount.textContent).not.toContain('belum diperiksa relawan');
});

test('English says the same in English, the question to the seller stays Indonesian', async () => {
  const copy = vi.fn(async (_: string) => true);
  open(IMPORTED, { lang: 'en', copy });
  expect(texts('.verdict')).toEqual(['Likely imported']);
  expect(texts('.claims dd')[0]).toMatch(/China/);
  all('.actions button')[0]?.click();
  await settle();
  expect(copy.mock.calls[0]?.[0]).toMatch(/^Halo Kak.*“Lampu Meja LED”/);
});

test('"Salah?" copies the listing, the evidence and the version of the rules', async () => {
  const copy = vi.fn(async (_: string) => true);
  open(IMPORTED, { copy });
  all('.actions button')[1]?.click();
  await settle();
  const text = copy.mock.calls[0]?.[0];
  expect(text).toContain('Lampu Meja LED');
  expect(text).toContain('https://www.tokopedia.com/terang/lampu-meja');
  expect(text).toContain('“China” → Tiongkok (phrases/origin)');
  expect(text).toContain('2026.11.24-test');
  expect(text).not.toContain('Terang Rumah');
  expect(texts('[role=status]')[1]).toMatch(/tersalin/);
});

test('when the clipboard refuses, the text is there to be copied by hand', async () => {
  open(IMPORTED, {
    copy: async () => {
      throw new Error('refused');
    },
  });
  all('.actions button')[0]?.click();
  await settle();
  expect(mount.querySelector('textarea')?.value).toMatch(/^Halo Kak/);
});

test('texts of the page are only texts', () => {
  const title = '<img src=x onerror=alert(1)><b>TEBAL</b>';
  open(IMPORTED, { listing: { ...LISTING, title } });
  expect(texts('.goods')).toEqual([title]);
  expect(all('img, b')).toEqual([]);
});

test('a named dialog that takes the focus, keeps it, and closes on Esc', () => {
  const close = open(IMPORTED);
  const dialog = mount.querySelector('[role=dialog]');
  const name = dialog?.getAttribute('aria-labelledby') ?? '';
  expect(document.getElementById(name)?.textContent).toBe('Asal barang');
  const buttons = all('button');
  expect(document.activeElement).toBe(buttons[0]);
  press(buttons.at(-1) ?? null, 'Tab');
  buttons.at(-1)?.focus();
  press(buttons.at(-1) ?? null, 'Tab');
  expect(document.activeElement).toBe(buttons[0]);
  press(buttons[0] ?? null, 'Tab', true);
  expect(document.activeElement).toBe(buttons.at(-1));
  expect(close).not.toHaveBeenCalled();
  press(dialog, 'Escape');
  expect(close).toHaveBeenCalledOnce();
});

test.each([IMPORTED, assessment('unknown')])('axe finds nothing to mend in $verdict', async (subject) => {
  open(subject);
  // Colours are computed by no style engine here; they have a test of their own.
  const { violations } = await axe.run(mount, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('from the badge a listing or its shop is muted, or the site turned off', () => {
  open(IMPORTED, { listing: { ...LISTING, id: '123' } });
  const press = (words: string) =>
    all('button')
      .find((one) => one.textContent === words)
      ?.click();
  press('Tanpa lencana untuk barang ini');
  press('Tanpa lencana untuk toko ini');
  press('Matikan di situs ini');
  expect(mute.mock.calls).toEqual([['listing/123'], ['shop/Terang Rumah']]);
  expect(off).toHaveBeenCalledOnce();
});

test('a map that has rotted is said where the badge leads', () => {
  open(IMPORTED, { rotten: true });
  expect(mount.textContent).toContain('Marketplace ini tampaknya berubah bentuk');
});

test('old rules are called old, below their version; others are not', () => {
  open(IMPORTED, { old: 45 });
  expect(texts('.old')).toEqual(['Aturan lama: dibuat 45 hari lalu.']);
  open(IMPORTED, { old: 1, lang: 'en' });
  expect(texts('.old')).toEqual(['Old rules: made 1 day ago.']);
  open(IMPORTED);
  expect(texts('.old')).toEqual([]);
});
