// Suggestions saved in the popup: kept in this browser, checked when they are read, copied and deleted.
import axe from 'axe-core';
import { type ComponentProps, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Popup } from '../../components/popup.tsx';
import type { Suggestion } from '../../utils/alternatives/suggest.ts';
import { HOSTS } from '../../utils/hosts.ts';
import { translator } from '../../utils/i18n.ts';
import { emptyListing } from '../../utils/listing/listing.ts';
import { MAX_SAVED, readSaved, SAVED_KEY, save, unsave } from '../../utils/saved.ts';
import { WORDS } from '../../utils/words.ts';
import { CLUSTER, HOSTILE, LOCAL, MAKER } from './suggestions.ts';
import { assessment } from './world.ts';

/** A browser's storage that holds `value` as what was saved. */
function area(value?: unknown) {
  const items: Record<string, unknown> = value === undefined ? {} : { [SAVED_KEY]: value };
  return {
    get: async (key: string) => (key in items ? { [key]: items[key] } : {}),
    set: async (more: Record<string, unknown>) => void Object.assign(items, structuredClone(more)),
  };
}
const kept = (one: Suggestion) => {
  const { id, type, name, title, place, link } = one;
  return { id, type, name, title, place, link };
};

test('the newest first, each once, and only what the list shows', async () => {
  const local = area();
  await save(local, CLUSTER);
  await save(local, MAKER);
  expect(await readSaved(local)).toEqual([kept(MAKER), kept(CLUSTER)]);
  await save(local, CLUSTER);
  expect((await readSaved(local)).map(({ id }) => id)).toEqual([CLUSTER.id, MAKER.id]);
  await unsave(local, CLUSTER.id);
  expect(await readSaved(local)).toEqual([kept(MAKER)]);
});

test('two that are saved at once are both kept', async () => {
  const local = area();
  await Promise.all([save(local, CLUSTER), save(local, MAKER)]);
  expect(await readSaved(local)).toHaveLength(2);
});

test(`no more than ${MAX_SAVED}: the oldest go`, async () => {
  const local = area();
  for (let at = 0; at <= MAX_SAVED; at++) await save(local, { ...CLUSTER, id: `clusters/${at}` });
  const saved = await readSaved(local);
  expect([saved.length, saved[0]?.id, saved.at(-1)?.id]).toEqual([MAX_SAVED, 'clusters/100', 'clusters/1']);
});

test.for<[string, unknown]>([
  ['no list', { 0: kept(MAKER) }],
  ['a text', 'saved'],
  ['null', null],
  ['nothing in it that can be read', [null, 7, 'x', [], {}]],
  ['a name that is no text', [{ ...kept(MAKER), name: { toString: 'x' } }]],
  ['a name that is too long', [{ ...kept(MAKER), name: 'x'.repeat(301) }]],
  ['a type that nobody knows', [{ ...kept(MAKER), type: 'seller' }]],
  ['an address that is not https', [kept(HOSTILE)]],
  ['no link', [{ ...kept(MAKER), link: undefined }]],
])('stored oddly (%s) it counts as unset', async ([, value]) => {
  expect(await readSaved(area(value))).toEqual([]);
});

test('one odd value takes no other with it, nor does a storage that fails', async () => {
  expect(await readSaved(area([null, kept(MAKER), kept(HOSTILE), kept(MAKER), kept(CLUSTER)]))).toEqual([
    kept(MAKER),
    kept(CLUSTER),
  ]);
  expect(await readSaved({ get: () => Promise.reject(new Error('full')) })).toEqual([]);
});

test('what has no address that can be kept is not saved', async () => {
  const local = area([kept(MAKER)]);
  await save(local, HOSTILE);
  expect(await readSaved(local)).toEqual([kept(MAKER)]);
});

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => render(null, mount));

function open(changed: Partial<ComponentProps<typeof Popup>> = {}) {
  const done = { save: vi.fn(), unsave: vi.fn(), copy: vi.fn(async () => true) };
  const other = vi.fn();
  const listing = { ...emptyListing('tokopedia', 'product'), title: 'Tas Wanita Import' };
  const state = {
    ...{ page: 'product' as const, marketplace: 'tokopedia', unverified: false, cards: {}, rot: [], listing },
    assessment: assessment('imported'),
    site: { display: 'mark' as const, off: false, observe: false, muted: [] },
  };
  const props = {
    ...{ allow: other, speak: other, choose: other, unmute: other, propose: other, mend: other, endTrial: other },
    ...{ remember: other, forget: other, settings: other, langs: ['id' as const], hosts: HOSTS, observable: [] },
    ...{ rules: '1', memory: null, local: LOCAL, saved: [], ...done },
    ui: { lang: 'id' as const, t: translator(WORDS.id), dark: false },
    standing: { is: 'page' as const, host: 'www.tokopedia.com', trial: false, state },
  };
  void act(() => render(<Popup {...props} {...changed} />, mount));
  return done;
}
const press = (name: string) =>
  act(async () => mount.querySelector<HTMLElement>(`button[aria-label="${name}"]`)?.click());

test('a suggestion is saved with one press, and taken back with another', async () => {
  const { save } = open();
  await press('Simpan: Sentra Tajur Bogor');
  expect(save).toHaveBeenCalledExactlyOnceWith(CLUSTER);
  const { unsave } = open({ saved: [kept(CLUSTER)] });
  await press('Hapus dari simpanan: Sentra Tajur Bogor');
  expect(unsave).toHaveBeenCalledExactlyOnceWith(CLUSTER.id);
});

test('copied: name, place and link as text', async () => {
  const { copy } = open();
  await press('Salin: Sentra Tajur Bogor');
  expect(copy).toHaveBeenCalledExactlyOnceWith(
    'Sentra Tajur Bogor\nKota Bogor\nhttps://www.tokopedia.com/search?q=tas%20tajur%20bogor',
  );
  expect(mount.querySelector('.made-here [role=status]')?.textContent).toBe('Tersalin. Tinggal ditempel.');
});

test('what was saved stands in the popup wherever it is opened, with its link, and is deleted there', async () => {
  const { unsave } = open({ saved: [kept(MAKER), kept(CLUSTER)], standing: { is: 'elsewhere' } });
  expect(mount.querySelector('.saved summary')?.textContent).toBe('Tersimpan (2)');
  const [first] = mount.querySelectorAll('.saved a');
  expect([first?.textContent, first?.getAttribute('href'), first?.getAttribute('rel')]).toEqual([
    'Buka tokonya di Tokopedia',
    'https://www.tokopedia.com/haz',
    'noopener noreferrer',
  ]);
  await press('Hapus: Sentra Tajur Bogor');
  expect(unsave).toHaveBeenCalledExactlyOnceWith(CLUSTER.id);
  open({ saved: [], standing: { is: 'elsewhere' } });
  expect(mount.querySelector('.saved')).toBeNull();
});

test('what cannot be opened cannot be saved', () => {
  open({ local: { ...LOCAL, suggestions: [HOSTILE] } });
  const names = [...mount.querySelectorAll('.made-here button')].map(({ textContent }) => textContent);
  expect(names).toEqual(['Salin', 'Usulkan alternatif lokal']);
});

test('axe finds nothing to mend', async () => {
  open({ saved: [kept(MAKER)] });
  const { violations } = await axe.run(mount, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
