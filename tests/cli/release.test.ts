// Signing and publishing, as a release team meets it: what is shown, what signs nothing, what is refused. The judge of what was
// published is the extension's own verification.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeKey } from '../../utils/curation/release/key-file.ts';
import { verifyFeed } from '../../utils/curation/release/verify.ts';
import { copyRuleset } from '../origin/copy.ts';
import { RULESET } from '../origin/ruleset.ts';
import { call } from './console.ts';

const DAY = '2027-01-10';
const ON = ['--day', DAY];
const NOW = Date.parse(`${DAY}T00:00:00Z`);
const PASSPHRASE = 'kuda lari cepat sekali';

const scratch = mkdtempSync(join(tmpdir(), 'cekasal-'));
const path = (name: string) => join(scratch, name);
const [feed, changed, file] = [path('feed'), path('changed'), path('rules.gz')];
/** Version 2 with the changed rules, signed by Sari. */
const waiting = path('waiting.gz');
const key = (name: string) => path(`${name}.key`);
const as = (...names: string[]) => names.flatMap((name) => ['--key', key(name)]);
const sign = (target: string, names: string[], answer = '2') =>
  call(
    ['sign', target, '--feed', feed, ...as(...names), '--out', file, '--corpus', path('corpus.jsonl'), ...ON],
    answer,
  );
const rotate = (roles: string[], ...rest: string[]) =>
  call(['keys', 'rotate', feed, ...roles, '--out', path('root.gz'), ...ON, ...rest]);
const both = (...names: string[]) =>
  names.flatMap((name) => ['--root', `${key(name)}.pub`, '--manifest', `${key(name)}.pub`]);

/** Every file of a folder with what it holds. */
const everything = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dir, name)).isFile())
      .map((name) => [name, readFileSync(join(dir, name), 'base64')]),
  );
const published = async () => (await verifyFeed(feed, null, { now: NOW, extension: '0.1.0' })).manifest.version;

beforeAll(async () => {
  vi.stubEnv('CEKASAL_PASSPHRASE', PASSPHRASE);
  for (const name of ['sari', 'budi', 'tini', 'asing']) writeKey(key(name), name, PASSPHRASE);
  copyRuleset(path('ruleset'));
  cpSync(path('ruleset'), changed, { recursive: true });
  rmSync(join(changed, 'brands/samsung.yml'));
  writeFileSync(
    join(changed, 'brands/rimbawana-uji.yml'),
    'name: Rimbawana Uji\ncountry: CN\nbasis: general-knowledge\nreviewed: 2026-11-20\n',
  );
  const phrases = join(changed, 'phrases/local.yml');
  const phrase = '  - id: uji\n    says: ID\n    strength: strong\n    words:\n      - dirakit warga rimbawana\n';
  writeFileSync(phrases, readFileSync(phrases, 'utf8') + phrase);
  writeFileSync(
    path('corpus.jsonl'),
    '{"listing":{"title":"Kursi dirakit warga rimbawana"},"allowed":["likely-local"],"why":"Uji."}\n',
  );
  await rotate(both('sari', 'budi', 'tini'));
  await call(['sign', path('root.gz'), '--feed', feed, ...as('sari', 'tini'), ...ON], '1');
  expect((await sign(path('ruleset'), ['sari', 'budi'], '1')).out).toMatch(/Versi 1 TERBIT/);
  cpSync(feed, path('first'), { recursive: true });
  await sign(changed, ['sari']);
  cpSync(file, waiting);
});
beforeEach(() => {
  for (const name of ['feed', 'rules.gz', 'root.gz']) rmSync(path(name), { recursive: true, force: true });
  cpSync(path('first'), feed, { recursive: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

describe('sign', () => {
  test('shows every rule and verdict that changes, and who has signed', async () => {
    const { code, out, err } = await sign(changed, ['sari']);
    expect(code).toBe(0);
    expect(out).toMatch(/^RILIS ATURAN versi 2\nDibuat 2027-01-10, berlaku sampai 2027-05-10/);
    expect(out).toMatch(/Dibandingkan dengan versi 1 di feed Anda:\n1 dari 1 contoh berubah/);
    expect(out).toMatch(/Belum diketahui → Kemungkinan lokal\n.*\n {2}karena phrases\/uji ditambahkan/);
    expect(out).toMatch(
      /^- brands\/samsung dihapus\n- brands\/rimbawana-uji ditambahkan\n- phrases\/uji ditambahkan$/m,
    );
    expect(out).toMatch(/Masih kurang 1 tanda tangan .*budi \(\w{8}\), tini \(\w{8}\)/);
    expect(err).toBe('Ketik versi rilis ini untuk menandatangani: \n');
    expect(await published()).toBe(1);
    const english = await call(['verify', file, '--feed', feed, '--lang', 'en', ...ON]);
    expect(english.out).toMatch(/- brands\/samsung was removed.*Signed so far by: sari.*1 more signatures are needed/s);
  });

  test.for(['1', '', 'ya', '2 ', '22', '02'])(
    'typing %j for version 2 signs nothing, except for spaces',
    async (typed) => {
      const before = everything(feed);
      const { code, err } = await sign(waiting, ['tini'], typed);
      if (typed.trim() === '2') return expect(code).toBe(0);
      expect([code, existsSync(file), everything(feed)]).toEqual([2, false, before]);
      expect(err).toMatch(/\ncekasal: yang diketik bukan 2\. Tidak ada yang ditandatangani\.\n$/);
    },
  );

  test('publishes with the signature that completes the number, not before', async () => {
    expect((await sign(waiting, ['sari'])).out).toMatch(/kurang 1 tanda tangan/);
    expect(await published()).toBe(1);
    expect((await sign(waiting, ['tini'])).out).toMatch(/Versi 2 TERBIT/);
    const found = await verifyFeed(feed, null, { now: NOW, extension: '0.1.0' });
    expect([found.manifest.version, found.signers.length, found.patches > 0, found.wrongPatches]).toEqual([
      2,
      2,
      true,
      [],
    ]);
  });

  test('a key that the root does not name signs nothing, also beside enough others', async () => {
    for (const names of [['asing'], ['tini', 'budi', 'asing']]) {
      const { code, err } = await sign(waiting, names);
      expect([code, existsSync(file), await published()]).toEqual([2, false, 1]);
      expect(err).toMatch(/asing\.key: kunci \w{8} tidak berhak menandatangani ini menurut root 1/);
    }
  });

  test('what no longer fits the feed, since somebody published meanwhile, is refused', async () => {
    await sign(waiting, ['budi', 'tini']);
    const { code, err } = await sign(waiting, ['tini']);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^cekasal: berkas ini untuk versi 2, padahal versi berikutnya 3/),
    ]);
  });

  test('rules with faults are not released, nor the same once more', async () => {
    const faulty = path('faulty');
    cpSync(changed, faulty, { recursive: true });
    writeFileSync(join(faulty, 'brands/satu.yml'), 'name: Satu\n');
    expect(await sign(faulty, ['sari'])).toMatchObject({ code: 2, err: expect.stringMatching(/satu\.yml:1: kolom/) });
    expect((await sign(path('ruleset'), ['sari'])).err).toMatch(/isinya sama dengan versi 1/);
  });

  test('a wrong passphrase, a file that is no key, no key and no feed are one clear line', async () => {
    vi.stubEnv('CEKASAL_PASSPHRASE', 'bukan yang itu');
    expect((await sign(waiting, ['sari'])).err).toMatch(/kata sandi tidak membuka .*sari\.key\n$/);
    vi.stubEnv('CEKASAL_PASSPHRASE', PASSPHRASE);
    expect((await sign(waiting, ['tidak-ada'])).err).toMatch(/tidak dapat dibaca \(ENO/);
    expect((await call(['sign', waiting, '--feed', feed, '--key', `${key('sari')}.pub`], '2')).err).toMatch(
      /bukan kunci pribadi/,
    );
    expect((await sign(waiting, [])).err).toMatch(/^cekasal: sebutkan kunci Anda/);
    expect((await call(['sign', waiting, ...as('sari')], '2')).err).toMatch(/^cekasal: sebutkan foldernya/);
  });
});

describe('verify', () => {
  const verify = (day: string, ...rest: string[]) => call(['verify', feed, '--day', day, ...rest]);

  test('all is well, and 30 days before the end the alarm (S13)', async () => {
    const well = await verify('2027-04-10', '--lang', 'en');
    expect(well).toMatchObject({ code: 0, err: '' });
    expect(well.out).toMatch(/^Version 1, made 2027-01-10, valid until 2027-05-10 \(30 days left\)\nRoot 1, valid/);
    expect(well.out).toMatch(/Signed by sari \(\w{8}\), budi \(\w{8}\); 2 of 3/);
    expect(await verify('2027-04-11')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^PERPANJANG: .* 29 hari/),
    });
    expect(await verify('2027-05-20')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^SUDAH BERAKHIR 2027-05-10/),
    });
    expect((await verify('2028-12-20')).err).toMatch(/PERPANJANG ROOT: root berakhir 20 hari lagi/);
    expect(await verify('2029-02-01')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^DITOLAK: root 1 berakhir/),
    });
  });

  test('a file that is broken or missing, a manifest that was changed, another root', async () => {
    const some = join(feed, 'files', readdirSync(join(feed, 'files'))[0] ?? '');
    writeFileSync(some, gzipSync('lain'));
    expect(await verify(DAY)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^DITOLAK: berkas .* tidak ada, atau rusak/),
    });
    rmSync(some);
    expect((await verify(DAY)).code).toBe(1);
    const manifest = join(feed, 'manifest.signed');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"version":1', '"version":2'));
    expect((await verify(DAY)).err).toMatch(/^DITOLAK: tidak ada tanda tangan manifest yang berlaku menurut root 1/);
    expect((await call(['verify', path('nowhere')])).err).toMatch(/di sini belum ada feed/);
  });

  test('a patch that gives something else is named', async () => {
    await sign(waiting, ['budi']);
    const patch = readdirSync(join(feed, 'patches'))[0] ?? '';
    writeFileSync(join(feed, 'patches', patch), gzipSync('[[0,1,["x"]]]'));
    expect(await verify(DAY)).toMatchObject({ code: 1, err: expect.stringContaining(patch) });
  });
});

test('renew: the same content, the next version, new dates', async () => {
  const late = ['--day', '2027-04-20'];
  const once = await call(['renew', feed, ...as('sari'), '--out', file, ...late], '2');
  expect(once.out).toMatch(/Dibuat 2027-04-20, berlaku sampai 2027-08-18.*Isinya sama dengan versi 1/s);
  const files = everything(join(feed, 'files'));
  expect((await call(['renew', file, '--feed', feed, ...as('budi'), ...late], '2')).out).toMatch(/Versi 2 TERBIT/);
  expect(everything(join(feed, 'files'))).toEqual(files);
  expect(await call(['verify', feed, '--day', '2027-07-01'])).toMatchObject({ code: 0, err: '' });
});

test('the whole program, as it is called and piped into', () => {
  const command = ['run', '-s', 'cekasal', '--', 'ruleset', 'sign', waiting, '--feed', feed, ...as('tini')];
  const rest = ['--corpus', path('corpus.jsonl'), ...ON];
  const options = { cwd: join(RULESET, '..'), input: '2\n', encoding: 'utf8' } as const;
  expect(spawnSync('npm', [...command, ...rest], options).stdout).toMatch(/Versi 2 TERBIT/);
});
