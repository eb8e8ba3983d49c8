// A fault, and what comes of it: which rules judge, what the settings say, and that all is well when it is over. The background
// runs as in Node, whose bytes and streams are those of browsers; only what is shown is jsdom's.
import { JSDOM } from 'jsdom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { Rules } from '../../components/rules.tsx';
import type { Lang } from '../../utils/choices.ts';
import { translator } from '../../utils/i18n.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';
import { BUNDLE, FIVE, five, install, MIRROR, SIX, six, start, world } from '../feed/background.ts';
import type { Shelf } from '../feed/host.ts';

const { window } = new JSDOM();
const mount = window.document.body;

/** A fresh browser for each test of a file. */
export function browserEach(): void {
  beforeEach(async () => {
    vi.stubGlobal('document', window.document);
    await install();
  });
  afterEach(() => {
    render(null, mount);
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

type Background = ReturnType<typeof start>;

/** What the settings show. */
export async function shown(background: Background, lang: Lang = 'id'): Promise<string> {
  const { about, view: feed } = await background.says();
  const ui = { lang, t: translator(PAGE_WORDS[lang]), dark: false };
  const nothing = { update() {}, tryDraft: async () => null, endDraft() {} };
  void act(() => render(<Rules {...{ ui, feed, about, now: world.now }} {...nothing} />, mount));
  return mount.textContent ?? '';
}

/** The rules that judge, as a whole: their version and each of their brands. */
export async function inUse(background: Background): Promise<string> {
  const { about, view } = await background.says();
  return `${about.version} ${about.entries.brands} ${view.inUse}`;
}
export const BUNDLED = `${BUNDLE.version} 1 bundle`;
export const HAS_FIVE = `${FIVE.version} 2 feed`;
export const HAS_SIX = `${SIX.version} 3 feed`;

/** A browser that has the fifth release. */
export async function withFive(): Promise<void> {
  world.hosts = { [MIRROR]: five };
  await start().tend();
  expect(await inUse(start())).toBe(HAS_FIVE);
}

interface Expected {
  /** Rules in use while the fault lasts, and after the background was started anew. */
  rules: string;
  id: string[];
  en: string[];
}

/** One check into the fault, then the host is well again. */
export async function suffers(hosts: Record<string, Shelf>, { rules, id, en }: Expected): Promise<void> {
  world.hosts = hosts;
  const background = start();
  await background.update();
  expect(await inUse(background)).toBe(rules);
  const [words, english] = [await shown(background), await shown(background, 'en')];
  for (const text of id) expect(words).toContain(text);
  for (const text of en) expect(english).toContain(text);
  const again = start();
  expect(await inUse(again)).toBe(rules);
  expect(await shown(again)).toContain(id[0]);
  world.hosts = { [MIRROR]: six };
  await again.update();
  expect(await inUse(again)).toBe(HAS_SIX);
  expect(await shown(again)).toContain('Aturan baru sudah dipakai: terbitan nomor 6.');
}

export const UNSIGNED = {
  id: 'tidak ditandatangani dengan kunci yang dipercaya',
  en: 'is not signed with a key that is trusted',
};
