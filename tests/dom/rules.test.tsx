// "Aturan" in the settings: every outcome and warning has its words, alarms stand out, and a trial source says what it means.
import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Rules } from '../../components/rules.tsx';
import { LANGS, type Lang } from '../../utils/choices.ts';
import { isAlarm, type Outcome, type Warning } from '../../utils/feed/outcome.ts';
import { type FeedView, oldDays, type Result, resultWords, warningWords } from '../../utils/feed-words.ts';
import { translator } from '../../utils/i18n.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';
import { ABOUT, FRESH, NOW, OLD, RESULTS, UNBUILT, WARNINGS } from './feed-views.ts';

const mount = document.createElement('div');
document.body.append(mount);
afterEach(() => render(null, mount));

function open(feed: FeedView | null, lang: Lang = 'id', tryDraft = async (_: string): Promise<string | null> => null) {
  const done = { update: vi.fn(), tryDraft: vi.fn(tryDraft), endDraft: vi.fn() };
  const ui = { lang, t: translator(PAGE_WORDS[lang]), dark: false };
  void act(() => render(<Rules {...{ ui, feed, about: ABOUT, now: NOW }} {...done} />, mount));
  return done;
}
const button = (name: string) => [...mount.querySelectorAll('button')].find((one) => one.textContent === name);
const says = () => mount.textContent ?? '';
const alert = () => [...mount.querySelectorAll('[role=alert]')].map((one) => one.textContent).join('');
const settle = () => act(async () => new Promise((done) => setTimeout(done)));
const checked = (result: Result, more: Partial<FeedView['check']> = {}): FeedView => ({
  ...FRESH,
  check: { ...FRESH.check, result, ...more },
});
const everyResult: Result[] = Object.values(RESULTS).flat();
const everyWarning: Warning[] = Object.values(WARNINGS).flat();

describe.each(LANGS)('%s', (lang) => {
  const speech = { lang, t: translator(PAGE_WORDS[lang]) };
  test.each(everyResult)('words for $code', (result) => {
    const { text } = resultWords(result, speech);
    expect(text).not.toMatch(/[{}]|feed\.|undefined|NaN|null/);
    expect(text).toMatch(/^\p{Lu}.{10,}\.$/u);
  });
  test.each(everyWarning)('words for $code', (warning) => {
    expect(warningWords(warning, speech).text).not.toMatch(/[{}]|feed\.|undefined|NaN|null/);
  });
  test('each of them says something else', () => {
    const texts = everyResult.map((result) => resultWords(result, speech).text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

test('no jargon for shoppers', () => {
  const words = Object.entries(PAGE_WORDS.id).filter(([key]) => /^(?:feed|rules|keeping)\./.test(key));
  const said = words.map(([, text]) => text.replace(/\{\w+\}/g, '…'));
  expect(said.filter((text) => /manifest|hash|\broot\b|signature|threshold|mirror/i.test(text))).toEqual([]);
});

test('what isAlarm calls an alarm sounds like one, good news like good news', () => {
  const speech = { lang: 'id' as const, t: translator(PAGE_WORDS.id) };
  for (const result of everyResult) {
    const good = result.code === 'updated' || result.code === 'not-newer';
    const tone = good ? 'good' : isAlarm(result) ? 'alarm' : 'calm';
    expect([result.code, resultWords(result, speech).tone]).toEqual([result.code, tone]);
  }
});

test('built-in rules without a source: their age by their version, and no request to anywhere', () => {
  open(UNBUILT);
  expect(says()).toContain('Ekstensi ini dibuat tanpa alamat pembaruan: tidak ada permintaan ke mana pun');
  expect(says()).toContain('Dibuat7 hari lalu');
  expect(says()).toContain('ikut terpasang bersama ekstensi');
  expect(button('Perbarui sekarang')).toBeUndefined();
});

test('fresh rules of a feed: version, age, who named the address, last and next check', () => {
  const { update } = open(FRESH);
  expect(says()).toContain('Versi2026.11.24-test');
  expect(says()).toContain('Dibuat3 hari lalu');
  expect(says()).toContain('dari alamat pembaruan, terbitan nomor 12');
  expect(says()).toContain('aturan.example dan cermin.example (bawaan ekstensi)');
  expect(says()).toContain('Terakhir diperiksa: 5 menit lalu. Berikutnya: dalam 6 jam.');
  expect(mount.querySelector('[role=status]')?.textContent).toContain('Beres: Aturan Anda sudah yang terbaru.');
  expect(says()).not.toContain('tidak berubah');
  button('Perbarui sekarang')?.click();
  expect(update).toHaveBeenCalledOnce();
});

test('old rules are called old, with their age and their date, and are used', () => {
  open(OLD);
  expect(says()).toContain('Aturan lama: dibuat 45 hari lalu, berlaku sampai 24 November 2026.');
  expect(says()).toContain('Penilaian tetap dibuat, tetapi bisa ketinggalan.');
  open(OLD, 'en');
  expect(says()).toContain('Old rules: made 45 days ago, valid until November 24, 2026.');
  expect([oldDays(OLD), oldDays(FRESH)]).toEqual([45, null]);
});

test('an alarm is said at once, with a sign and a word; a calm note is not', () => {
  open(checked({ code: 'wrong-hash', file: 'brands.json' }));
  expect(alert()).toContain('!Perlu diperiksa: Isi berkas brands.json tidak sama');
  expect(says()).toContain('Aturan yang dipakai sekarang tidak berubah.');
  open(checked({ code: 'unreachable' }));
  expect(alert()).toBe('');
  expect(mount.querySelector('[role=status]')?.textContent).toContain('Info: Alamat ini tidak bisa dihubungi.');
});

test('what went wrong at one mirror stands beside its name, though another one helped', () => {
  const mirrors: { mirror: string; outcome: Outcome }[] = [
    { mirror: 'https://aturan.example/', outcome: { code: 'unsigned', role: 'manifest', root: 1 } },
    { mirror: 'https://cermin.example/a/', outcome: { code: 'status', status: 503 } },
  ];
  open(checked({ code: 'updated', version: 13 }, { mirrors }));
  const notes = [...mount.querySelectorAll('.mirrors .said')];
  expect(notes.map((note) => note.className)).toEqual(['said alarm', 'said calm']);
  expect(notes[0]?.textContent).toContain('· aturan.example: Kiriman (daftar isi aturan) tidak ditandatangani');
  expect(says()).toContain('terbitan nomor 13');
  expect(alert()).toBe('');
});

test('what a single mirror came to is said once, with its name; what several did, of each', () => {
  const outcome: Outcome = { code: 'unreachable' };
  const [one, other] = ['https://aturan.example/', 'https://cermin.example/'].map((mirror) => ({ mirror, outcome }));
  if (!one || !other) throw new Error('no mirrors');
  const count = () => says().match(/tidak bisa dihubungi/g)?.length;
  open(checked(outcome, { mirrors: [one] }));
  expect(count()).toBe(1);
  expect(says()).toContain('Info · aturan.example: Alamat ini');
  open(checked(outcome, { mirrors: [one, other] }));
  expect(count()).toBe(3);
});

test('while it runs it says so, and a second press changes nothing', () => {
  const { update } = open({ ...FRESH, check: { ...FRESH.check, running: true } });
  expect(mount.querySelector('[role=status]')?.textContent).toContain('Sedang memeriksa aturan baru…');
  expect(button('Perbarui sekarang')?.getAttribute('aria-disabled')).toBe('true');
  button('Perbarui sekarang')?.click();
  expect(update).not.toHaveBeenCalled();
});

test('never checked, nothing planned, entries left out, and a storage that is shut', () => {
  const check = { running: false, at: null, next: null, result: null, mirrors: [] };
  open({ ...UNBUILT, source: FRESH.source, check, skipped: 1234, storage: 'unavailable' });
  expect(says()).toContain('Terakhir diperiksa: belum pernah. Berikutnya: tidak dijadwalkan.');
  expect(says()).toContain('1.234 entri untuk versi CekAsal yang lebih baru dilewati.');
  expect(says()).toContain('Penyimpanan browser ini tidak bisa dibuka; aturan bawaan dipakai.');
  open({ ...FRESH, storage: 'damaged' });
  expect(says()).toContain('ternyata rusak, dan sudah diambil lagi');
});

test('a pasted source is tried; what is wrong with it is said; then it is in use', async () => {
  const { tryDraft } = open(FRESH, 'id', async (text) => (text === 'bagus' ? null : 'Alamatnya tidak bisa dipakai.'));
  expect(says()).toContain('Siapa pun yang memegang kuncinya menentukan isi lencana');
  const area = mount.querySelector('textarea') as HTMLTextAreaElement;
  area.value = 'bukan';
  button('Pakai di browser ini')?.click();
  await settle();
  expect(alert()).toBe('Alamatnya tidak bisa dipakai.');
  expect(area.value).toBe('bukan');
  area.value = 'bagus';
  button('Pakai di browser ini')?.click();
  await settle();
  expect(alert()).toBe('');
  expect(area.value).toBe('');
  expect(says()).toContain('Sumber percobaan dipakai di browser ini.');
  expect(tryDraft.mock.calls).toEqual([['bukan'], ['bagus']]);
});

test('a draft in use is named, with its fingerprint, and ended with one press', () => {
  const { endDraft } = open({ ...FRESH, source: { by: 'draft', mirrors: ['http://localhost:8080/'], id: 'ab12' } });
  expect(says()).toContain('sumber percobaan: localhost:8080');
  expect(mount.querySelector('code')?.textContent).toBe('ab12');
  button('Kembali ke sumber bawaan')?.click();
  expect(endDraft).toHaveBeenCalledOnce();
});

test('where an organisation has named the source, nothing can be pasted', () => {
  open({ ...FRESH, source: { by: 'managed', mirrors: ['https://kantor.example/'], id: 'ab12' } });
  expect(says()).toContain('ditentukan organisasi Anda, jadi tidak bisa diganti di sini');
  expect(mount.querySelector('textarea')).toBeNull();
});

test('as long as nothing is known of the source, nothing is claimed of it', () => {
  open(null);
  expect(says()).not.toMatch(/permintaan|Terakhir|Sumber aturan/);
});

const BAD = checked(
  { code: 'rollback', role: 'manifest', seen: 12, found: 11 },
  {
    mirrors: [{ mirror: 'https://aturan.example/', outcome: { code: 'malformed', what: 'manifest', where: '' } }],
  },
);
const VIEWS: [string, FeedView][] = [
  ['no source', UNBUILT],
  ['fresh', FRESH],
  ['old', OLD],
  ['alarm', BAD],
  ['draft', { ...FRESH, source: { by: 'draft', mirrors: ['https://coba.example/'], id: 'ab12' } }],
];
test.for(LANGS.flatMap((lang) => VIEWS.map(([name, view]) => [lang, name, view] as const)))(
  '%s, %s: axe finds nothing to mend, and no word is missing',
  async ([lang, , view]) => {
    open(view, lang);
    const { violations } = await axe.run(mount, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(says()).not.toMatch(/\b(?:options|rules|feed|draft|popup)\.[a-z]|\{\w+\}/);
  },
);
