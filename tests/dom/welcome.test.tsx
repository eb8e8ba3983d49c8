// The welcome page: once, after the first installation; what badges mean, what is kept, and a permission that is missing.
import axe from 'axe-core';
import { type ComponentProps, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Welcome } from '../../components/welcome.tsx';
import { LANGS } from '../../utils/choices.ts';
import { HOSTS } from '../../utils/hosts.ts';
import { translator } from '../../utils/i18n.ts';
import type { Lang } from '../../utils/messages.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';
import { welcome } from '../../utils/welcome.ts';

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => {
  render(null, mount);
  fakeBrowser.reset();
});

function open(lang: Lang = 'id', changed: Partial<ComponentProps<typeof Welcome>> = {}) {
  const done = { speak: vi.fn(), allow: vi.fn(), remember: vi.fn(), forget: vi.fn() };
  const ui = { lang, t: translator(PAGE_WORDS[lang]), dark: false };
  const shown = {
    ui,
    langs: LANGS,
    hosts: HOSTS,
    missing: [],
    memory: { on: true, count: 0 },
    options: '/options.html',
  };
  void act(() => render(<Welcome {...shown} {...done} {...changed} />, mount));
  return done;
}
const allowButton = () => [...mount.querySelectorAll('button')].find(({ textContent }) => textContent === 'Izinkan');

test.for([
  ['install', 1],
  ['update', 0],
  ['browser_update', 0],
] as const)('%s opens it %i times', async ([reason, times]) => {
  const before = (await fakeBrowser.tabs.query({})).length;
  await welcome({ reason, temporary: false });
  const tabs = await fakeBrowser.tabs.query({});
  expect(tabs.length - before).toBe(times);
  if (times) expect(tabs.at(-1)?.url).toMatch(/\/welcome\.html$/);
});

test.for([
  ['id', ['Impor', 'Kemungkinan impor', 'Lokal', 'Kemungkinan lokal', 'Belum diketahui'], 'jawaban yang jujur'],
  ['en', ['Imported', 'Likely imported', 'Local', 'Likely local', 'Not known yet'], 'an honest answer'],
] as const)('%s: one badge of each, each with its meaning, and unknown is honest', ([lang, names, honest]) => {
  open(lang);
  expect([...mount.querySelectorAll('.verdict')].map(({ textContent }) => textContent)).toEqual(names);
  const meanings = [...mount.querySelectorAll('dd')].map(({ textContent }) => textContent);
  expect(new Set(meanings).size).toBe(5);
  expect(mount.textContent).toContain(honest);
});

test('a permission that is missing is named and asked for with one press', () => {
  const { allow } = open('id', { missing: ['shopee.co.id', 'www.lazada.co.id'] });
  expect(mount.textContent).toContain('belum boleh membaca shopee.co.id dan www.lazada.co.id');
  allowButton()?.click();
  expect(allow).toHaveBeenCalledOnce();
});

test('where nothing is missing nothing is asked for', () => {
  open();
  expect(mount.textContent).toContain('CekAsal boleh membaca www.tokopedia.com');
  expect(allowButton()).toBeUndefined();
});

test('the memory is switched off right here; the settings are one link away', () => {
  const { remember } = open();
  mount.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  expect(remember).toHaveBeenCalledWith(false);
  expect(mount.querySelector('a')?.getAttribute('href')).toBe('/options.html');
});

test.for(LANGS)('%s: axe finds nothing to mend, and no word is missing', async (lang) => {
  open(lang, { missing: ['shopee.co.id'] });
  const { violations } = await axe.run(mount, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(mount.textContent).not.toMatch(/\b(?:options|popup|welcome)\.\w|\{\w+\}/);
});
