// A product page under a strict policy: the badge says where the goods come from, and the panel shows the evidence.
import { expect, test } from 'vitest';
import { IMPORTED, LOCAL, SHOPEE_IMPORTED, SHOPEE_LOCAL, UNKNOWN, VARIANT } from '../../site/catalogue.ts';
import { shopeeUrl } from '../../site/shopee.ts';
import { tokopediaUrl } from '../../site/tokopedia-product.ts';
import { badge, badges, type Driver, panel, type Shown, type Tab, until } from '../driver.ts';

const WORDS = ['Impor', 'Kemungkinan impor', 'Lokal', 'Kemungkinan lokal', 'Belum diketahui'];

/** WCAG contrast of two computed opaque colours. */
export function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

async function openBadge(tab: Tab, url: string): Promise<Shown> {
  await tab.open(url);
  const seen = await badge(tab);
  if (!seen) throw new Error(`No badge stands on ${url}. The page's errors: ${tab.errors.join('; ') || 'none'}`);
  return seen;
}

/** Presses Tab until the focus is in something that is not the page's. */
async function focusBadge(tab: Tab): Promise<void> {
  for (let i = 0; i < 40; i += 1) {
    await tab.press('Tab');
    if (await tab.evaluate(`!['A', 'BUTTON', 'INPUT', 'BODY'].includes(document.activeElement.tagName)`)) return;
  }
  throw new Error('The badge cannot be reached with the Tab key.');
}

const openPanel = (tab: Tab) =>
  until(
    () => panel(tab),
    (seen) => seen !== undefined && seen.text.length > 20,
  );

const noPanel = (tab: Tab) =>
  until(
    () => panel(tab),
    (seen) => seen === undefined,
  );

/** Page, the words that its badge may say, and the evidence as printed on the page. */
const CASES: [name: string, url: string, says: RegExp, quote: string | null][] = [
  ['tokopedia, imported', tokopediaUrl(IMPORTED), /^(kemungkinan )?impor$/i, 'Made in China'],
  ['tokopedia, local', tokopediaUrl(LOCAL), /^(kemungkinan )?lokal$/i, '2063374010123-28'],
  ['tokopedia, unknown', tokopediaUrl(UNKNOWN), /^belum diketahui$/i, null],
  ['tokopedia, a variant that metas do not know', tokopediaUrl(VARIANT), /^(kemungkinan )?impor$/i, 'Made in USA'],
  ['shopee, imported', shopeeUrl(SHOPEE_IMPORTED), /^(kemungkinan )?impor$/i, 'China'],
  ['shopee, local', shopeeUrl(SHOPEE_LOCAL), /^(kemungkinan )?lokal$/i, '2063573010456-29'],
];

export function badgeScenarios(driver: () => Driver, tab: () => Tab): void {
  test.for(CASES)('%s: the badge, its colours and its evidence', async ([, url, says, quote]) => {
    const seen = await openBadge(tab(), url);
    expect(seen.text).toMatch(says);
    expect(contrast(seen.colour, seen.background)).toBeGreaterThanOrEqual(4.5);
    expect(seen.box.width).toBeGreaterThan(20);
    await tab().click(seen.box.x + seen.box.width / 2, seen.box.y + seen.box.height / 2);
    const opened = await openPanel(tab());
    expect(opened?.text).toContain(quote ?? 'Belum diketahui');
    expect(contrast(opened?.colour ?? '', opened?.background ?? '')).toBeGreaterThanOrEqual(4.5);
    expect(await badges(tab())).toHaveLength(1);
    expect(tab().errors).toEqual([]);
  });

  test('imported and local differ in colour, and in words', async () => {
    const imported = await openBadge(tab(), tokopediaUrl(IMPORTED));
    const local = await openBadge(tab(), tokopediaUrl(LOCAL));
    const unknown = await openBadge(tab(), tokopediaUrl(UNKNOWN));
    expect(new Set([imported, local, unknown].map((seen) => seen.background + seen.colour)).size).toBe(3);
    expect(new Set([imported, local, unknown].map((seen) => seen.text)).size).toBe(3);
    for (const seen of [imported, local, unknown]) expect(WORDS).toContain(seen.text);
  });

  test.for(['Enter', 'Space'])(
    '%s opens the panel, Escape closes it and leaves the focus on the badge',
    async (key) => {
      await openBadge(tab(), tokopediaUrl(IMPORTED));
      await focusBadge(tab());
      await tab().press(key);
      expect((await openPanel(tab()))?.text).toContain('China');
      expect((await badge(tab()))?.expanded).toBe('true');
      await tab().press('Escape');
      expect(await noPanel(tab())).toBeUndefined();
      expect((await badge(tab()))?.expanded).toBe('false');
      await tab().press(key);
      expect(await openPanel(tab())).toBeDefined();
    },
  );

  test('a narrow window keeps the badge and the panel inside', async () => {
    await tab().resize(360, 740);
    try {
      const seen = await openBadge(tab(), tokopediaUrl(IMPORTED));
      expect(seen.box.x + seen.box.width).toBeLessThanOrEqual(360);
      await tab().click(seen.box.x + 8, seen.box.y + seen.box.height / 2);
      const opened = await openPanel(tab());
      expect(opened?.box.x).toBeGreaterThanOrEqual(0);
      expect((opened?.box.x ?? 0) + (opened?.box.width ?? 0)).toBeLessThanOrEqual(361);
    } finally {
      await tab().resize(1200, 800);
    }
  });

  test('the marketplace is asked for nothing but the page', async () => {
    const url = tokopediaUrl(IMPORTED);
    driver().site.requests.length = 0;
    await openBadge(tab(), url);
    expect(driver().site.requests).toEqual([url]);
  });
}
