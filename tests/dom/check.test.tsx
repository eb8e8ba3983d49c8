// "Cek teks": what somebody reads and hears who pastes a text, and that nothing of it becomes markup.
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Check, type Checked } from '../../components/check.tsx';
import { translator } from '../../utils/i18n.ts';
import { listingFromText } from '../../utils/listing/from-text.ts';
import { emptyListing } from '../../utils/listing/listing.ts';
import type { Lang } from '../../utils/messages.ts';
import type { Evidence } from '../../utils/origin/assessment.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';
import { assessment } from './world.ts';

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => render(null, mount));

const quoted = (quote: string): Evidence => ({
  claim: 'madeIn',
  says: 'CN',
  strength: 'strong',
  field: 'attributes.Negara Asal',
  quote,
  rule: 'phrases/origin-field-china',
});
const checked = (title: string, quote = 'China'): Checked => ({
  listing: { ...emptyListing('', 'product'), title },
  assessment: { ...assessment('imported'), probability: 0.974, evidence: [quoted(quote)] },
});

function open(check: (text: string) => Promise<Checked | null>, lang: Lang = 'id') {
  const ui = { lang, t: translator(PAGE_WORDS[lang]), dark: false };
  void act(() => render(<Check ui={ui} check={check} copy={async () => true} />, mount));
}
const area = () => mount.querySelector('textarea') as HTMLTextAreaElement;
const status = () => mount.querySelector('[role=status]')?.textContent;
const press = (name: RegExp) =>
  act(async () => [...mount.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''))?.click());
const key = (init: KeyboardEventInit) =>
  act(async () => {
    area().dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  });

test.for([
  ['id', /Cek asalnya/, 'Impor. Seberapa yakin: sekitar 97%.', 'Dibuat di', 'Bukti kuat'],
  ['en', /Check the origin/, 'Imported. How sure: about 97%.', 'Made in', 'Strong evidence'],
] as const)(
  '%s: the verdict is announced in a few words, the evidence stands below',
  async ([lang, button, said, claim, strength]) => {
    const check = vi.fn(async () => checked('Lampu Meja LED'));
    open(check, lang);
    expect(status()).toBe('');
    area().value = 'Lampu Meja LED\nNegara Asal: China';
    await press(button);
    expect(check).toHaveBeenCalledExactlyOnceWith('Lampu Meja LED\nNegara Asal: China');
    expect(status()).toBe(said);
    expect(mount.querySelector('blockquote')?.textContent).toBe('“China”');
    expect(mount.textContent).toContain(claim);
    expect(mount.textContent).toContain(strength);
  },
);

test('Ctrl+Enter checks, and so does the command key; Enter alone writes a line', async () => {
  const check = vi.fn(async () => checked('Lampu'));
  open(check);
  await key({ key: 'Enter' });
  expect(check).not.toHaveBeenCalled();
  await key({ key: 'Enter', ctrlKey: true });
  await key({ key: 'Enter', metaKey: true });
  expect(check).toHaveBeenCalledTimes(2);
});

test.for([
  ['id', null, 'Belum ada keterangan yang bisa dicek.'],
  ['en', null, 'There is nothing to check yet.'],
  ['id', new Error('no rules'), 'Teks ini belum bisa dicek.'],
] as const)('%s: %s says "%s" and shows no verdict', async ([lang, outcome, sentence]) => {
  open(async () => {
    if (outcome) throw outcome;
    return outcome;
  }, lang);
  await press(/Cek|Check/);
  expect(status()).toContain(sentence);
  expect(mount.querySelector('.verdict')).toBeNull();
});

test('unknown is said without a number, and with what was read', async () => {
  open(async () => ({
    listing: { ...emptyListing('', 'product'), title: 'Lampu' },
    assessment: assessment('unknown'),
  }));
  await press(/Cek/);
  expect(status()).toBe('Belum diketahui');
  expect(mount.querySelector('.looked dd')?.textContent).toBe('Judul');
});

test('of two checks that overtake each other the last one asked for stands', async () => {
  const waiting: ((answer: Checked) => void)[] = [];
  open(() => new Promise((done) => waiting.push(done)));
  await press(/Cek/);
  await press(/Cek/);
  expect(status()).toBe('Memeriksa…');
  await act(async () => waiting[1]?.(checked('Kedua')));
  await act(async () => waiting[0]?.(checked('Pertama')));
  expect(mount.querySelector('.goods')?.textContent).toBe('Kedua');
});

test('nothing of a pasted text becomes markup', async () => {
  const hostile = '<img src=x onerror=alert(1)><b id=stolen>Lampu</b>';
  open(async (text) => {
    const listing = listingFromText(text);
    return listing && { ...checked('', hostile), listing };
  });
  area().value = `${hostile}\nNegara Asal: <script>alert(1)</script>`;
  await press(/Cek/);
  expect(mount.querySelector('.goods')?.textContent).toContain('Lampu</b');
  expect(mount.querySelector('blockquote')?.textContent).toBe(`“${hostile}”`);
  expect(mount.querySelectorAll('img, script, b')).toHaveLength(0);
});

test('it says that nothing is sent', () => {
  open(async () => null);
  expect(mount.textContent).toContain('Tidak dikirim dan tidak disimpan.');
});

test.for(['before', 'after'])('axe finds nothing to mend %s a check', async (when) => {
  open(async () => checked('Lampu'));
  if (when === 'after') await press(/Cek/);
  const { violations } = await axe.run(mount, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
