// `cekasal ruleset ACTION`, as volunteers and the answer to a contribution use it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { inert } from '../../cli/ruleset/review.ts';
import { rulesetCommand } from '../../cli/ruleset.ts';
import { editorSettings, jsonSchemas } from '../../utils/curation/json-schema.ts';
import { copyRuleset } from '../origin/copy.ts';
import { DAY, RULESET } from '../origin/ruleset.ts';
import { IMPORTED } from '../site/catalogue.ts';
import { tokopediaProductPage, tokopediaUrl } from '../site/tokopedia-product.ts';

const ROOT = join(RULESET, '..');
const scratch = mkdtempSync(join(tmpdir(), 'cekasal-'));
const dir = join(scratch, 'ruleset');
/** What the changed folder is compared with. */
const base = join(scratch, 'base', 'ruleset');
copyRuleset(base);
afterAll(() => rmSync(scratch, { recursive: true }));

let out = '';
let err = '';
beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  copyRuleset(dir);
  out = err = '';
});
vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
  out += text;
  return true;
});
vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
  err += text;
  return true;
});

const write = (file: string, text: string) => writeFileSync(join(dir, file), text);
const brand = (fields: string) => `name: Rimbawana Uji\nbasis: general-knowledge\nreviewed: 2026-11-20\n${fields}`;
const LOCAL_PHRASE =
  '  - id: uji-rakit\n    says: ID\n    strength: strong\n    words:\n      - dirakit warga rimbawana\n';
const corpus = join(scratch, 'corpus.jsonl');
writeFileSync(
  corpus,
  [
    { listing: { title: 'Kursi dirakit warga rimbawana' }, allowed: ['likely-local'], why: 'Dirakit di sana.' },
    { listing: { title: 'Kursi <b>biru</b>' }, allowed: ['unknown'], why: 'Tidak ada apa-apa.' },
  ]
    .map((row) => JSON.stringify(row))
    .join('\n'),
);

describe('check', () => {
  test('says when all is well', async () => {
    expect(await rulesetCommand(['check', dir])).toBe(0);
    expect(out).toMatch(/^Tidak ada yang keliru: \d+ berkas, versi \d{4}\.\d\d\.\d\d-[0-9a-f]{8}\.\n$/);
  });

  test('names every fault with its line, file by file, in both languages', async () => {
    write('brands/satu.yml', brand('country: Indonesia\nalias: [x]\n'));
    write('makers/dua.yml', 'name: Dua\nbasis: source\nreviewed: 2031-01-01\n');
    expect(await rulesetCommand(['check', dir, '--day', DAY])).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/brands\/satu\.yml:4: .*“Indonesia” bukan kode negara\. Tulis dua huruf besar/);
    expect(err).toMatch(/brands\/satu\.yml:5: kolom “alias” tidak dikenal\. Hapus, atau pakai .*aliases/);
    expect(err).toMatch(/makers\/dua\.yml:1: basis: source membutuhkan/);
    expect(err).toMatch(/3 kekeliruan dalam 2 berkas/);
    await rulesetCommand(['check', dir, '--lang', 'en']);
    expect(err).toMatch(/brands\/satu\.yml:4: .*is no country code\. Write two capital letters/);
  });

  test('a future day is refused by the day of the check', async () => {
    write('brands/satu.yml', brand('country: ID\n').replace('2026-11-20', '2026-11-26'));
    expect(await rulesetCommand(['check', dir, '--day', '2026-11-25'])).toBe(2);
    expect(err).toMatch(/satu\.yml:3: reviewed: “2026-11-26” belum terjadi/);
    expect(await rulesetCommand(['check', dir, '--day', '2026-11-26'])).toBe(0);
  });

  test('files that are none of ours, links to elsewhere, and wrong names are named', async () => {
    write('brands/Batik Anu.yaml', brand('country: ID\n'));
    write('catatan.txt', 'halo');
    symlinkSync('/etc/hostname', join(dir, 'brands/tautan.yml'));
    writeFileSync(join(dir, 'brands/biner.yml'), new Uint8Array([0xff, 0xfe, 0x00, 0x80]));
    expect(await rulesetCommand(['check', dir])).toBe(2);
    expect(err).toMatch(/brands\/Batik Anu\.yaml: .*“batik-anu\.yml”/);
    expect(err).toMatch(/catatan\.txt: .*tidak dikenal/);
    expect(err).toMatch(/brands\/tautan\.yml: bukan berkas biasa/);
    expect(err).toMatch(/brands\/biner\.yml: bukan teks UTF-8/);
  });

  test('a folder that is none is one clear line', async () => {
    expect(await rulesetCommand(['check', '/nowhere'])).toBe(2);
    expect(err).toBe('cekasal: /nowhere: no such folder\n');
  });
});

describe('build', () => {
  test('gives the same bytes for the same folder, wherever it stands', async () => {
    await rulesetCommand(['build', dir]);
    const first = out;
    out = '';
    await rulesetCommand(['build', base]);
    expect(out).toBe(first);
    expect(JSON.parse(first).brands.length).toBeGreaterThan(100);
  });

  test('refuses a folder with faults', async () => {
    write('brands/satu.yml', brand(''));
    expect(await rulesetCommand(['build', dir])).toBe(2);
    expect(err).toMatch(/satu\.yml:1: kolom “country” belum ada/);
  });
});

describe('diff', () => {
  test('names the listings that change, from what to what, and the rule', async () => {
    write('phrases/local.yml', readFileSync(join(dir, 'phrases/local.yml'), 'utf8') + LOCAL_PHRASE);
    write('brands/satu.yml', brand('country: CN\n'));
    const page = join(scratch, 'diff.html');
    expect(await rulesetCommand(['diff', base, dir, '--corpus', corpus, '--page', page])).toBe(0);
    expect(out).toMatch(/^1 dari 2 contoh berubah penilaiannya; 2 aturan berbeda/);
    expect(out).toMatch(/corpus\.jsonl:1 {2}Belum diketahui → Kemungkinan lokal/);
    expect(out).toMatch(/karena phrases\/uji-rakit ditambahkan\n {2}Kini sesuai tabel contoh: Dirakit di sana\./);
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('phrases/uji-rakit');
    expect(html).not.toContain('<script');
  });

  test('finds the trap that silenced a phrase, and says that the table disagrees', async () => {
    const local = readFileSync(join(dir, 'phrases/local.yml'), 'utf8') + LOCAL_PHRASE;
    write('phrases/local.yml', local);
    const before = join(scratch, 'before.json');
    await rulesetCommand(['build', dir, '--out', before]);
    write('phrases/local.yml', `${local}  - id: uji-kursi\n    cancels: [uji-rakit]\n    words:\n      - kursi\n`);
    await rulesetCommand(['diff', before, dir, '--corpus', corpus]);
    expect(out).toMatch(/Kemungkinan lokal → Belum diketahui/);
    expect(out).toMatch(/karena phrases\/uji-kursi ditambahkan/);
    expect(out).toMatch(/TIDAK sesuai tabel contoh \(Kemungkinan lokal\)/);
  });

  test('nothing changes between a folder and what was built of it', async () => {
    const built = join(scratch, 'built.json');
    await rulesetCommand(['build', base, '--out', built]);
    await rulesetCommand(['diff', built, base]);
    expect(out).toMatch(/^0 dari \d{3} contoh berubah penilaiannya; 0 aturan berbeda/);
  });
});

describe('try', () => {
  test('shows a listing before and after, in sentences', async () => {
    const listing = join(scratch, 'listing.jsonl');
    writeFileSync(listing, JSON.stringify({ title: 'Tas Rimbawana Uji', brand: 'Rimbawana Uji' }));
    write('brands/satu.yml', brand('country: JP\n'));
    expect(await rulesetCommand(['try', join(dir, 'brands/satu.yml'), listing, '--ruleset', base])).toBe(0);
    expect(out).toMatch(
      /Tas Rimbawana Uji\nSebelum: Keterangan barang ini tidak cukup.*\nSesudah: .*\nMerek: “Rimbawana Uji” → Mereknya berasal dari Jepang/s,
    );
  });

  test('reads a saved page with the changed map', async () => {
    // A redesign: the description stands elsewhere, and the page's state is gone.
    const renamed = (text: string) => text.replaceAll('lblPDPDescriptionProduk', 'uraianBarang');
    const page = join(scratch, 'page.html');
    writeFileSync(page, renamed(tokopediaProductPage({ ...IMPORTED, state: '{}' })));
    write('marketplaces/tokopedia.yml', renamed(readFileSync(join(dir, 'marketplaces/tokopedia.yml'), 'utf8')));
    const map = join(dir, 'marketplaces/tokopedia.yml');
    const url = tokopediaUrl(IMPORTED);
    expect(await rulesetCommand(['try', map, page, '--url', url, '--ruleset', base, '--day', DAY])).toBe(0);
    expect(out).toContain(`${IMPORTED.title}\ndescription: null → ${IMPORTED.description?.split('\n')[0]}`);
  });

  test('a file with faults gets them named, a file of no place is asked for it', async () => {
    write('brands/satu.yml', brand('country: Jepang\n'));
    expect(await rulesetCommand(['try', join(dir, 'brands/satu.yml'), corpus])).toBe(2);
    expect(err).toMatch(/brands\/satu\.yml:4: .*kode negara/);
    expect(await rulesetCommand(['try', corpus, corpus])).toBe(2);
    expect(err).toMatch(/--as brands\//);
  });
});

describe('the answer to a contribution', () => {
  test('says what is wrong and asks nobody', async () => {
    write('brands/satu.yml', brand('country: "@everyone [x](https://contoh.net) <img src=x>"\n'));
    expect(await rulesetCommand(['review', base, dir, '--day', DAY])).toBe(1);
    expect(out).toMatch(/^Terima kasih! Beberapa hal perlu diperbaiki dulu:\n\n- `brands/);
    expect(out.replace(/`[^`]*`/g, '')).not.toMatch(/@everyone|\]\(|<img/);
  });

  test('shows the effect of what is well', async () => {
    write('phrases/local.yml', readFileSync(join(dir, 'phrases/local.yml'), 'utf8') + LOCAL_PHRASE);
    expect(await rulesetCommand(['review', base, dir, '--day', DAY, '--corpus', corpus])).toBe(0);
    expect(out).toMatch(/tidak menemukan yang keliru/);
    expect(out).toMatch(/\*\*Belum diketahui → Kemungkinan lokal\*\* `Kursi dirakit warga rimbawana/);
  });

  test.each([
    'a\n# <b>@x</b> [y](z) `c` &amp;',
    '@everyone #1 &#64;x &lt;b&gt; https://contoh.net a@contoh.net $x$ $`x`$',
    '``` \u202e \u001b[31m \u200b',
    '`',
    '',
  ])('a text from strangers is inert in Markdown: %j', (text) => {
    // One code span on one line, nothing that is not seen, and no formula around it.
    expect(inert(text)).toMatch(/^`[^`$\p{C}]+`$/u);
  });

  test('lists every rule that changes, sites and maps first, also when no example does', async () => {
    rmSync(join(dir, 'brands/samsung.yml'));
    write('brands/satu.yml', brand('country: CN\n'));
    write('tables/hosts.yml', `${readFileSync(join(dir, 'tables/hosts.yml'), 'utf8')}  - www.contoh.co.id\n`);
    const map = join(dir, 'marketplaces/blibli.yml');
    writeFileSync(map, readFileSync(map, 'utf8').replace(/^name: .*$/m, 'name: Lain'));
    const channels = join(dir, 'tables/channels.yml');
    writeFileSync(channels, `${readFileSync(channels, 'utf8')}# catatan\n`);
    await rulesetCommand(['review', base, dir, '--day', DAY, '--corpus', corpus]);
    expect(out.split('### ').at(-1)?.trim().split('\n').slice(2)).toEqual([
      '- ⚠️ `hosts/www.contoh.co.id` ditambahkan',
      '- ⚠️ `maps/blibli` diubah',
      '- `brands/samsung` dihapus',
      '- `tables/channels.yml` diubah',
      '- `brands/satu` ditambahkan',
    ]);
  });

  test('the workflow runs our own code on it, with no more rights than a comment needs', () => {
    const workflow = parse(readFileSync(join(ROOT, '.github/workflows/ruleset.yml'), 'utf8'));
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    const steps: { uses?: string; run?: string; with?: Record<string, unknown> }[] = workflow.jobs.review.steps;
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout'));
    expect(checkouts.map((step) => [step.with?.ref ?? 'ours', step.with?.path ?? '.'])).toEqual([
      ['ours', '.'],
      [expect.stringContaining('pull_request.head.sha'), 'contribution'],
    ]);
    // Nothing that the contributor wrote stands in a command.
    const commands = steps.flatMap(({ run }) => (run ? [run] : []));
    expect(commands.join('\n')).not.toMatch(/\$\{\{/);
    expect(commands).toContain('npm run -s cekasal -- ruleset review ruleset contribution/ruleset > answer.md');
  });
});

test('the schemas for editors are those of the checker', () => {
  for (const [name, text] of jsonSchemas())
    expect(readFileSync(join(RULESET, 'schemas', name), 'utf8'), 'npm run -s cekasal -- ruleset schemas').toBe(text);
  expect(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8')).toBe(editorSettings());
  // What an editor shows while somebody writes.
  const help = (name: string) => JSON.parse(jsonSchemas().get(name) ?? '{}').properties;
  expect(help('brands.json').country.description).toMatch(/Negara asal mereknya/);
  expect(help('maps.json').hosts.description).toMatch(/Nama situs/);
});

test('the whole program, as it is called', () => {
  const call = spawnSync('npm', ['run', '-s', 'cekasal', '--', 'ruleset', 'check', dir], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(call.status).toBe(0);
  expect(call.stdout).toMatch(/^Tidak ada yang keliru/);
});
