// The drawer of volunteer mode: what a volunteer reads in it and can do, and that it is usable by everybody.
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Drawer, type DrawerProps, type View } from '../../components/drawer.tsx';
import { translator } from '../../utils/i18n.ts';
import type { Finder } from '../../utils/knowledge/map.ts';
import { MENDING_WORDS } from '../../utils/mending/dictionary.ts';
import type { Report } from '../../utils/mending/explain.ts';
import type { Proposal } from '../../utils/mending/propose.ts';
import { finderWords } from '../../utils/mending/words.ts';
import type { Lang } from '../../utils/messages.ts';

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => render(null, mount));

const label: Finder = { by: 'label', labels: ['Merek', 'Brand'], within: 'section', seen: '2025-09' };
const meta: Finder = { by: 'meta', name: 'brand', weak: true };
const PRODUCT: Report = {
  place: { on: 'product' },
  name: null,
  count: null,
  shown: 0,
  fields: [
    { field: 'title', value: 'Tas Anyam', finders: [{ finder: label, gave: 'Tas Anyam', outcome: 'used' }] },
    {
      field: 'brand',
      value: 'Rimba Jaya',
      finders: [
        { finder: label, gave: 'Rimba Jaya', outcome: 'used' },
        { finder: meta, gave: 'Lain', outcome: 'dropped' },
        { finder: { by: 'jsonld', type: 'Product', path: 'brand.name' }, gave: null, outcome: 'nothing' },
      ],
    },
    { field: 'shipsFrom', value: null, finders: [{ finder: label, gave: null, outcome: 'nothing' }] },
    { field: 'labels', value: null, finders: [{ finder: label, gave: null, outcome: 'nothing' }] },
    { field: 'location', value: null, finders: [] },
  ],
};
const CARDS: Report[] = [
  { ...PRODUCT, place: { on: 'card', design: 0 }, name: 'lama', count: 0 },
  { ...PRODUCT, place: { on: 'card', design: 1 }, name: 'baru', count: 12, shown: 3 },
];
const PROPOSALS: Proposal[] = [
  {
    finder: { by: 'label', labels: ['Pabrik'], within: 'body' },
    gives: 'Rimba <b>Jaya</b>',
    fragile: false,
    cards: null,
  },
  { finder: { by: 'element', select: '.m', weak: true }, gives: 'Rimba', fragile: true, cards: { found: 3, of: 12 } },
];
const CHOSEN = { report: 0, field: 'brand' as const };
const FIELD: View = { is: 'field', chosen: CHOSEN, proposals: null };

function open(view: View, given: Partial<DrawerProps> = {}, lang: Lang = 'id') {
  const does = {
    ...{ show: vi.fn(), turn: vi.fn(), point: vi.fn(), cancel: vi.fn(), add: vi.fn(), remove: vi.fn(), raise: vi.fn() },
    ...{ tryOut: vi.fn(), endTrial: vi.fn(), download: vi.fn(), close: vi.fn(), copy: vi.fn(async () => true) },
  };
  const props: DrawerProps = {
    name: 'Shopee',
    reports: [PRODUCT],
    view,
    trial: false,
    changed: false,
    failure: null,
    yaml: { file: 'ruleset/marketplaces/shopee.yml', text: '# peta\nid: shopee\n' },
    ui: { lang, t: translator(MENDING_WORDS[lang]), dark: false },
    ...does,
    ...given,
  };
  void act(() => render(<Drawer {...props} />, mount));
  return does;
}
const texts = (selector: string) => [...mount.querySelectorAll(selector)].map(({ textContent }) => textContent);
const press = (words: string, nth = 0) =>
  act(() =>
    [...mount.querySelectorAll('button')].filter(({ textContent }) => textContent?.startsWith(words))[nth]?.click(),
  );

test('each field: its value, or that it is not read, or that the map has no way yet', () => {
  const { show } = open({ is: 'list' });
  expect(texts('.fact')).toEqual([
    'JudulTas Anyam',
    'MerekRimba Jayaada cara yang berkata lain',
    'Dikirim daritidak terbaca',
    'Label marketplacetidak ada di halaman ini',
    'Lokasi penjualbelum ada caranya di peta',
  ]);
  void press('Merek');
  expect(show).toHaveBeenCalledWith(FIELD);
});

test('a field: which way gave its value, and what every other one gave', () => {
  open(FIELD);
  expect(texts('.finders li').map((text) => text?.replace(/(?:Naikkan|Hapus)+$/, ''))).toEqual([
    'di samping label “Merek / Brand” di dalam sectionDipakai: “Rimba Jaya” · terlihat 2025-09',
    'keterangan halaman (meta): brand · dipercaya bila tidak ada yang berkata lainBerbeda, tidak dipakai: “Lain”',
    'data mesin pencari (JSON-LD Product): brand.nameTidak menemukan apa-apa',
  ]);
});

test('ways are moved, removed, and pointed at', () => {
  const { raise, remove, point } = open(FIELD);
  void press('Naikkan', 1);
  expect(raise).toHaveBeenCalledWith({ on: 'product' }, 'brand', 2);
  void press('Hapus', 1);
  expect(remove).toHaveBeenCalledWith({ on: 'product' }, 'brand', 1);
  void press('Tunjuk di halaman');
  expect(point).toHaveBeenCalledWith(CHOSEN);
});

test('a proposal says what it gives and whether it breaks easily; the page’s text stays text', () => {
  const { add } = open({ is: 'field', chosen: CHOSEN, proposals: PROPOSALS });
  expect(texts('.proposals li')).toEqual([
    'di samping label “Pabrik”Memberi: “Rimba <b>Jaya</b>”Pakai cara ini',
    'elemen .m · mudah rusakMemberi: “Rimba” · ada isinya di 3 dari 12 kartuPakai cara ini',
  ]);
  expect(mount.querySelector('b')).toBeNull();
  void press('Pakai cara ini');
  expect(add).toHaveBeenCalledWith({ on: 'product' }, 'brand', PROPOSALS[0], 'deserved');
  const select = mount.querySelector('select');
  if (!select) throw new Error('no choice of the place');
  select.value = 'last';
  void act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
  void press('Pakai cara ini', 1);
  expect(add).toHaveBeenLastCalledWith({ on: 'product' }, 'brand', PROPOSALS[1], 'last');
});

test('when nothing can be proposed it says what to do', () => {
  open({ is: 'field', chosen: CHOSEN, proposals: [] });
  expect(mount.querySelector('[role=alert]')?.textContent).toContain('Tunjuk bagian yang lebih kecil');
});

test('results: each design with its cards, and another card at a press', () => {
  const { turn } = open({ is: 'list' }, { reports: CARDS });
  expect(mount.textContent).toContain('Kartu “lama”Bentuk kartu ini tidak ada di halaman ini.');
  expect(mount.textContent).toContain('12 kartu ditemukan; ini kartu ke-4');
  void press('Berikutnya');
  expect(turn).toHaveBeenCalledWith(1, 1);
});

test('only a changed map can be tried, only a trial be ended', () => {
  open({ is: 'list' });
  expect(mount.textContent).not.toMatch(/Coba di tab ini|Berhenti mencoba|Ekspor/);
  const { tryOut } = open({ is: 'list' }, { changed: true });
  void press('Coba di tab ini');
  expect(tryOut).toHaveBeenCalledOnce();
  const { endTrial } = open({ is: 'list' }, { trial: true });
  expect(mount.textContent).toContain('Peta percobaan sedang dipakai di tab ini');
  void press('Berhenti mencoba');
  expect(endTrial).toHaveBeenCalledOnce();
});

test('the YAML is shown, copied and downloaded, with the file that it replaces', async () => {
  const { copy, download } = open({ is: 'export' }, { changed: true });
  expect(mount.textContent).toContain('Gantikan isi ruleset/marketplaces/shopee.yml');
  expect(mount.querySelector('pre')?.textContent).toBe('# peta\nid: shopee\n');
  await press('Salin YAML');
  expect(copy).toHaveBeenCalledWith('# peta\nid: shopee\n');
  void press('Unduh');
  expect(download).toHaveBeenCalledOnce();
});

test('while somebody points: what to do, what is outlined, and a way back', () => {
  open({ is: 'picking', chosen: CHOSEN, over: '' });
  expect(mount.textContent).toContain('Tunjuk di halaman: Merek');
  expect(mount.textContent).toContain('Esc untuk batal');
  open({ is: 'picking', chosen: CHOSEN, over: 'Rimba Jaya' });
  expect(mount.querySelector('[aria-live]')?.textContent).toBe('Rimba Jaya');
  const { cancel } = open({ is: 'picking', chosen: CHOSEN, over: '' });
  void press('Batal');
  expect(cancel).toHaveBeenCalledOnce();
});

test('each view begins at its heading, and Esc closes', () => {
  const { close } = open(FIELD);
  expect(document.activeElement?.tagName).toBe('H2');
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(close).toHaveBeenCalledOnce();
});

test.for<[Lang, View]>([
  ['id', { is: 'list' }],
  ['en', FIELD],
  ['id', { is: 'field', chosen: CHOSEN, proposals: PROPOSALS }],
  ['en', { is: 'export' }],
  ['id', { is: 'picking', chosen: CHOSEN, over: 'Rimba' }],
])('axe finds nothing to mend: %s %o', async ([lang, view]) => {
  open(view, { changed: true, trial: true, reports: view.is === 'list' ? [PRODUCT, ...CARDS] : [PRODUCT] }, lang);
  const { violations } = await axe.run(mount, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('every kind of finder has words in both languages', () => {
  const finders: Finder[] = [
    { by: 'state', record: 'basic', path: 'shopName' },
    { by: 'jsonld', type: 'Product', path: 'name' },
    { by: 'meta', name: 'og:title' },
    { by: 'pagetitle', split: ' - ', part: -1, parts: 2 },
    { by: 'label', labels: ['Merek'], within: 'body' },
    { by: 'rows', row: 'li' },
    { by: 'rows', under: ['Spesifikasi'], name: 'dt' },
    { by: 'section', under: ['Deskripsi'] },
    { by: 'element', select: 'h1' },
    ...(['first', 'present', 'alt'].map((read) => ({ by: 'element', select: 'h1', read })) as Finder[]),
    ...(['first', 'last', 'longest', 'lowest'] as const).map((pick): Finder => ({ by: 'order', of: 'text', pick })),
    { by: 'order', of: 'price', pick: 'first' },
    { by: 'pair', part: 1 },
    { by: 'place', pick: 'place' },
    { by: 'place', pick: 'beside' },
    { by: 'address', capture: 'item' },
    { by: 'kelak' } as unknown as Finder,
  ];
  for (const lang of ['id', 'en'] as const)
    for (const finder of finders)
      expect(finderWords(finder, translator(MENDING_WORDS[lang]))).not.toMatch(/finder\.|\{\w+\}/);
});
