// "Usulkan": from the panel to the form, what the form shows and asks, and that what is copied or saved is exactly what is shown.
import axe from 'axe-core';
import { type ComponentProps, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parse } from 'yaml';
import { Panel } from '../../components/panel.tsx';
import { Propose } from '../../components/propose.tsx';
import { LANGS } from '../../utils/choices.ts';
import { translator } from '../../utils/i18n.ts';
import { emptyListing } from '../../utils/listing/listing.ts';
import type { Lang } from '../../utils/messages.ts';
import type { Verdict } from '../../utils/origin/assessment.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';
import { beginProposal, readBegun } from '../../utils/propose/begun.ts';
import { proposalOf } from '../../utils/propose/compose.ts';
import { LOCAL, NONE } from './suggestions.ts';
import { assessment } from './world.ts';

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => {
  render(null, mount);
  fakeBrowser.reset();
});

const LISTING = {
  ...emptyListing('tokopedia', 'product'),
  title: 'Keranjang Pandan <b>Bulat</b>',
  brand: 'Sekar Jati',
  url: 'https://www.tokopedia.com/sekarjati/keranjang?src=iklan',
  price: { amount: 85_000, currency: 'IDR' },
};
const KIND = { id: 'keranjang', name: 'Keranjang', english: 'basket' };

function openForm(lang: Lang = 'id', changed: Partial<ComponentProps<typeof Propose>> = {}) {
  const done = { copy: vi.fn(async (_: string) => true), save: vi.fn(), speak: vi.fn() };
  const ui = { lang, t: translator(PAGE_WORDS[lang]), dark: false };
  const shown = {
    ui,
    langs: LANGS,
    proposal: proposalOf(LISTING, KIND.id, false),
    kindName: 'Keranjang',
    day: '2026-11-25',
  };
  void act(() => render(<Propose {...shown} {...done} {...changed} />, mount));
  return done;
}
const field = (words: string) =>
  [...mount.querySelectorAll('label')]
    .find(({ textContent }) => textContent?.startsWith(words))
    ?.querySelector('input, textarea') as HTMLInputElement | HTMLTextAreaElement;
const type = (words: string, value: string) =>
  act(() => {
    field(words).value = value;
    field(words).dispatchEvent(new Event('input', { bubbles: true }));
  });
const preview = () => mount.querySelector('.preview')?.textContent ?? '';
const button = (words: string) =>
  [...mount.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === words);

test('the form begins with what the page says, and asks how it is known', () => {
  openForm();
  expect(field('Nama').value).toBe('Sekar Jati');
  expect(field('Dari mana').value).toBe('');
  expect(mount.textContent).toContain('Jenis barang: Keranjang');
  expect(mount.querySelector('[role=status]')?.textContent).toMatch(/dari mana Anda tahu/);
  expect(button('Salin usulan')).toBeUndefined();
});

test('what is copied and saved is, byte for byte, what is shown', async () => {
  const { copy, save } = openForm();
  await type('Dari mana', 'Label "buatan Tasikmalaya": ada di barangnya.');
  await type('Kabupaten', 'Kabupaten Tasikmalaya');
  await act(() => field('Saya penjual').click());
  expect(parse(preview())).toMatchObject({
    name: 'Sekar Jati',
    place: 'Kabupaten Tasikmalaya',
    evidence: 'Label "buatan Tasikmalaya": ada di barangnya.',
    source: expect.stringContaining('menyatakan dirinya penjual atau pembuatnya'),
  });
  await act(async () => button('Salin usulan')?.click());
  expect(copy).toHaveBeenCalledWith(preview());
  await act(() => button('Simpan sebagai YAML')?.click());
  expect(save).toHaveBeenCalledWith('sekar-jati.yml', preview());
  expect(mount.querySelectorAll('.preview b')).toHaveLength(0);
});

test.for(LANGS)('axe finds nothing to mend (%s)', async (lang) => {
  openForm(lang);
  const { violations } = await axe.run(mount, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

function openPanel(verdict: Verdict, local = LOCAL, kind: 'product' | 'card' = 'product') {
  const done = { propose: vi.fn(), mute: vi.fn(), off: vi.fn(), close: vi.fn(), copy: async () => true };
  const ui = { lang: 'id' as const, t: translator(PAGE_WORDS.id), dark: false };
  const said = { listing: { ...LISTING, kind }, assessment: assessment(verdict), unverified: false, rotten: false };
  void act(() => render(<Panel {...{ ...said, ...done, local, ui }} />, mount));
  return done;
}

test.for([
  ['local', 'product', true],
  ['likely-local', 'product', true],
  ['unknown', 'product', true],
  ['likely-imported', 'product', false],
  ['imported', 'product', false],
  ['unknown', 'card', false],
] as const)('%s %s: these very goods may be proposed: %s', ([verdict, kind, expected]) => {
  const { propose } = openPanel(verdict, LOCAL, kind);
  const choice = button('Usulkan sebagai alternatif lokal');
  expect(choice !== undefined).toBe(expected);
  choice?.click();
  expect(propose.mock.calls).toEqual(expected ? [[false]] : []);
});

test('where nothing is known yet, another maker of the kind may be proposed', () => {
  const { propose } = openPanel('imported', NONE);
  button('Usulkan alternatif lokal')?.click();
  expect(propose).toHaveBeenCalledWith(true);
});

test('what was begun reaches the tab; odd things that are stored, and none, begin with nothing', async () => {
  expect((await readBegun()).proposal).toMatchObject({ name: '', product: null });
  const opened: unknown[] = [];
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async (tab: unknown) => opened.push(tab)) as never);
  await beginProposal(LISTING, KIND, false);
  expect(opened).toEqual([{ url: expect.stringContaining('/propose.html') }]);
  expect(await readBegun()).toMatchObject({ proposal: { name: 'Sekar Jati', kinds: ['keranjang'] }, kind: KIND });
  for (const odd of [7, 'x', {}, { proposal: { name: 1 } }, { proposal: null, kind: null }]) {
    await fakeBrowser.storage.session.set({ proposal: odd });
    expect((await readBegun()).proposal, JSON.stringify(odd)).toMatchObject({ name: '', kinds: [], product: null });
  }
});
