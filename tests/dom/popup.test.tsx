// The popup: what it says of the tab behind it, and what can be done there.
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Popup, type Standing } from '../../components/popup.tsx';
import { HOSTS } from '../../utils/hosts.ts';
import { translator } from '../../utils/i18n.ts';
import { emptyListing } from '../../utils/listing/listing.ts';
import type { Lang, PageState } from '../../utils/messages.ts';
import { WORDS } from '../../utils/words.ts';
import { assessment } from './world.ts';

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => render(null, mount));

function open(standing: Standing, lang: Lang = 'id', old: number | null = null) {
  const done = {
    allow: vi.fn(),
    speak: vi.fn(),
    choose: vi.fn(),
    unmute: vi.fn(),
    propose: vi.fn(),
    mend: vi.fn(),
    endTrial: vi.fn(),
    remember: vi.fn(),
    forget: vi.fn(),
    settings: vi.fn(),
    save: vi.fn(),
    unsave: vi.fn(),
    copy: vi.fn(async () => true),
  };
  const ui = { lang, t: translator(WORDS[lang]), dark: false };
  const langs: Lang[] = ['id', 'en'];
  const rules = '2026.11.24-test';
  void act(() =>
    render(
      <Popup
        standing={standing}
        ui={ui}
        langs={langs}
        hosts={HOSTS}
        observable={['www.tokopedia.com']}
        rules={rules}
        old={old}
        memory={{ on: true, count: 12 }}
        local={null}
        saved={[]}
        {...done}
      />,
      mount,
    ),
  );
  return done;
}

const page = (state: Partial<PageState>, trial = false): Standing & { is: 'page' } => ({
  is: 'page',
  host: 'www.tokopedia.com',
  trial,
  state: {
    page: 'none',
    marketplace: 'tokopedia',
    unverified: false,
    listing: null,
    assessment: null,
    cards: {},
    site: { display: 'mark', off: false, observe: false, muted: [] },
    rot: [],
    ...state,
  },
});

test('a product: its verdict, and the version of the rules', () => {
  const listing = { ...emptyListing('tokopedia', 'product'), title: 'Lampu Meja LED' };
  open(page({ page: 'product', listing, assessment: assessment('imported') }));
  expect(mount.querySelector('.verdict')?.textContent).toBe('Impor');
  expect(mount.textContent).toContain('Aturan versi 2026.11.24-test');
});

test('old rules are called old beside their version', () => {
  open({ is: 'absent' }, 'id', 45);
  expect(mount.querySelector('footer')?.textContent).toContain(
    'Aturan versi 2026.11.24-testAturan lama: dibuat 45 hari',
  );
  open({ is: 'absent' });
  expect(mount.textContent).not.toContain('Aturan lama');
});

test('results: how many cards have which verdict', () => {
  open(page({ page: 'results', cards: { imported: 3, local: 1 } }));
  expect([...mount.querySelectorAll('.counts li')].map((line) => line.textContent)).toEqual(['Impor 3', 'Lokal 1']);
});

test.for([
  [{ is: 'elsewhere' }, 'bukan marketplace yang dibaca CekAsal'],
  [{ is: 'absent' }, 'Muat ulang halamannya'],
  [page({ page: 'product' }), 'sedang dibaca'],
  [page({ page: 'none' }), 'Tidak ada barang'],
  [page({ page: 'results' }), 'Belum ada bukti asal'],
] as const)('%o says "%s"', ([standing, sentence]) => {
  open(standing);
  expect(mount.textContent).toContain(sentence);
});

test('without permission one press asks for it', () => {
  const { allow } = open({ is: 'forbidden', host: 'shopee.co.id' });
  expect(mount.textContent).toContain('belum boleh membaca shopee.co.id');
  mount.querySelector<HTMLButtonElement>('button.allow')?.click();
  expect(allow).toHaveBeenCalledWith('shopee.co.id');
});

test('the language is chosen here, and everything follows', () => {
  const { speak } = open({ is: 'elsewhere' }, 'en');
  expect(mount.textContent).toContain('not a marketplace that CekAsal reads');
  const select = mount.querySelector('select');
  if (!select) throw new Error('no choice');
  expect(select.value).toBe('en');
  select.value = 'id';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(speak).toHaveBeenCalledWith('id');
});

test.each<Standing>([
  { is: 'elsewhere' },
  { is: 'forbidden', host: 'shopee.co.id' },
  page({ page: 'results', cards: { imported: 3 } }),
])('axe finds nothing to mend in %o', async (standing) => {
  open(standing);
  const { violations } = await axe.run(mount, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

const buttonNamed = (words: string) => [...mount.querySelectorAll('button')].find((one) => one.textContent === words);

test('imports are marked, dimmed or hidden as chosen here, for this marketplace', () => {
  const { choose } = open(page({ page: 'results', cards: { imported: 2 } }));
  const radios = [...mount.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  expect(radios.map(({ parentElement, checked }) => [parentElement?.textContent?.trim(), checked])).toEqual([
    ['Tandai saja', true],
    ['Redupkan', false],
    ['Sembunyikan', false],
  ]);
  radios[2]?.click();
  expect(choose).toHaveBeenCalledWith('tokopedia', { display: 'hide' });
});

test('turned off here: it says so, says nothing of the page, and can be turned on again', () => {
  const site = { display: 'mark' as const, off: true, observe: false, muted: [] };
  const { choose } = open(page({ site, page: 'product' }));
  expect(mount.textContent).toContain('CekAsal dimatikan di situs ini.');
  expect(mount.textContent).not.toContain('sedang dibaca');
  buttonNamed('Nyalakan lagi')?.click();
  expect(choose).toHaveBeenCalledWith('tokopedia', { off: false });
});

test('reading the answers of a site is off, said with its risk, and allowed or stopped with one press', () => {
  const { choose } = open(page({}));
  expect(mount.textContent).toContain('belum diizinkan');
  expect(mount.textContent).toContain('situs ini dapat mengetahui bahwa Anda memakainya');
  buttonNamed('Izinkan di situs ini')?.click();
  expect(choose).toHaveBeenCalledWith('tokopedia', { observe: true });

  const site = { display: 'mark' as const, off: false, observe: true, muted: [] };
  const again = open(page({ site }));
  buttonNamed('Berhenti membaca jawabannya')?.click();
  expect(again.choose).toHaveBeenCalledWith('tokopedia', { observe: false });
});

test('no answers are offered where none may be read', () => {
  open({ ...page({}), host: 'www.bukalapak.com' });
  expect(mount.textContent).not.toContain('jawaban situs ini');
});

test('muted shops and listings come back with one press', () => {
  const site = { display: 'mark' as const, off: false, observe: false, muted: ['shop/Toko A', 'listing/7'] };
  const { unmute } = open(page({ site }));
  buttonNamed('Tampilkan lagi 2 lencana yang dimatikan')?.click();
  expect(unmute).toHaveBeenCalledWith('tokopedia');
});

test('the product memory is said, turned off and cleared', () => {
  const { remember, forget } = open(page({ page: 'none' }));
  expect(mount.textContent).toContain('Hanya di browser ini, 90 hari, tidak di jendela penyamaran.');
  buttonNamed('Hapus ingatan (12 barang)')?.click();
  expect(forget).toHaveBeenCalledOnce();
  mount.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  expect(remember).toHaveBeenCalledWith(false);
});

test('the settings are one press away, wherever the popup was opened', () => {
  const { settings } = open({ is: 'elsewhere' });
  buttonNamed('Pengaturan')?.click();
  expect(settings).toHaveBeenCalledOnce();
});

test('a map that has rotted is said, with a note of field names to copy', async () => {
  const rot = [{ page: 'product' as const, field: 'seller', share: 0.1, expected: 0.9 }];
  const { copy } = open(page({ rot, marketplace: 'lazada' }));
  expect(mount.textContent).toContain('Peta lazada perlu diperbaiki.');
  await act(async () => buttonNamed('Salin catatan untuk relawan')?.click());
  expect(copy).toHaveBeenCalledWith('CekAsal, peta lazada, aturan 2026.11.24-test\nproduct.seller: 10 % (90 %)');
});

test.for(['product', 'results', 'shop'] as const)('volunteer mode has a quiet entry on a page of kind %s', (kind) => {
  const { mend } = open(page({ page: kind }));
  buttonNamed('Mode relawan')?.click();
  expect(mend).toHaveBeenCalledOnce();
});

test('no volunteer mode where no map reads the page, or where CekAsal is off', () => {
  const off = { display: 'mark' as const, off: true, observe: false, muted: [] };
  for (const standing of [page({ page: 'none' }), page({ page: 'product', site: off }), { is: 'elsewhere' } as const]) {
    open(standing);
    expect(buttonNamed('Mode relawan')).toBeUndefined();
  }
});

test('a trial map is said first, and ended from here', () => {
  const { endTrial } = open(page({ page: 'product' }, true));
  expect(mount.textContent).toContain('Tab ini dibaca dengan peta percobaan.');
  buttonNamed('Berhenti mencoba')?.click();
  expect(endTrial).toHaveBeenCalledOnce();
  open(page({ page: 'product' }));
  expect(mount.textContent).not.toContain('percobaan');
});
