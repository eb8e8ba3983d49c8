// Keys and who may sign: files that stay with their holders, and roots that say whose signatures count from now on.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newKey } from '../../utils/curation/release/key.ts';
import { readKey, readPublicKey } from '../../utils/curation/release/key-file.ts';
import { makeFeed, publishRelease } from '../../utils/curation/release/make.ts';
import { verifyFeed } from '../../utils/curation/release/verify.ts';
import { toFiles } from '../../utils/knowledge/files.ts';
import { COMPILED } from '../compiled.ts';
import { call } from './console.ts';

const DAY = '2027-01-10';
const NOW = Date.parse(`${DAY}T00:00:00Z`);
const PASSPHRASE = 'kuda lari cepat sekali';
const scratch = mkdtempSync(join(tmpdir(), 'cekasal-'));
const path = (name: string) => join(scratch, name);
const [feed, file] = [path('feed'), path('root.gz')];
const key = (name: string) => path(`${name}.key`);

vi.stubEnv('CEKASAL_PASSPHRASE', PASSPHRASE);
for (const name of ['sari', 'budi', 'tini', 'rina', 'dewi']) await call(['keys', 'new', key(name), '--name', name]);
const held = (name: string) => ({ ...readKey(key(name), PASSPHRASE), name });
await makeFeed(path('first'), { keys: ['sari', 'budi', 'tini'].map(held) }, NOW);
const files = toFiles(JSON.parse(readFileSync(COMPILED, 'utf8')));
await publishRelease(path('first'), files, ['sari', 'budi'].map(held), NOW);

beforeEach(() => {
  rmSync(feed, { recursive: true, force: true });
  rmSync(file, { force: true });
  cpSync(path('first'), feed, { recursive: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

const pubs = (role: string, names: string[]) => names.flatMap((name) => [`--${role}`, `${key(name)}.pub`]);
const both = (...names: string[]) => [...pubs('root', names), ...pubs('manifest', names)];
const rotate = (...args: string[]) => call(['keys', 'rotate', feed, '--out', file, '--day', DAY, ...args]);
const sign = (version: string, ...names: string[]) => {
  const keys = names.flatMap((name) => ['--key', key(name)]);
  return call(['sign', file, '--feed', feed, '--day', DAY, ...keys], version);
};
const chainEnd = async (root = 'first/roots/1.signed') =>
  (await verifyFeed(feed, new Uint8Array(readFileSync(path(root))), { now: NOW, extension: '0.1.0' })).root.version;

describe('a key', () => {
  test('is for its holder alone, locked, and its public part says whose it is', async () => {
    expect(statSync(key('sari')).mode & 0o777).toBe(0o600);
    expect(readFileSync(key('sari'), 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
    expect(readPublicKey(`${key('sari')}.pub`)).toMatchObject({ id: held('sari').id, name: 'sari' });
    expect(() => readKey(key('sari'), 'salah')).toThrow('passphrase-wrong');
  });

  test('never overwrites, not even a lone public part', async () => {
    const before = readFileSync(key('sari'));
    expect(await call(['keys', 'new', key('sari')])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/sudah ada/),
    });
    expect(readFileSync(key('sari'))).toEqual(before);
    writeFileSync(path('lone.key.pub'), '');
    expect((await call(['keys', 'new', key('lone')])).code).toBe(2);
    expect(existsSync(key('lone'))).toBe(false);
  });

  test('wants a passphrase that is long enough, asked at a terminal only', async () => {
    vi.stubEnv('CEKASAL_PASSPHRASE', 'pendek');
    expect((await call(['keys', 'new', key('short')])).err).toMatch(/paling sedikit 12 huruf/);
    vi.stubEnv('CEKASAL_PASSPHRASE', undefined);
    expect((await call(['keys', 'new', key('short')])).err).toMatch(/CEKASAL_PASSPHRASE/);
    vi.stubEnv('CEKASAL_PASSPHRASE', PASSPHRASE);
    expect((await call(['keys', 'new', key('short'), '--name', 'a\u202eb'])).err).toMatch(/nama pemegang/);
    expect(existsSync(key('short'))).toBe(false);
  });
});

describe('rotate', () => {
  test('says in words what comes, goes and stays, with the whole id of what comes', async () => {
    const { code, out } = await rotate(...both('sari', 'tini', 'rina'));
    expect(code).toBe(0);
    expect(out).toMatch(/^ROOT versi 2: siapa yang boleh menandatangani\nBerlaku sampai 2029-01-09\./);
    expect(out).toMatch(
      /Menerbitkan aturan \(manifest\): 2 dari 3 kunci \(sebelumnya 2 \/ 3\)\n {2}- budi \(\w{8}\) keluar/,
    );
    expect(out).toContain(`  + rina (${held('rina').id}) masuk\n    sari (${held('sari').id.slice(0, 8)}) tetap`);
    expect(out).toMatch(/PERHATIAN: rilis versi 1 ditandatangani sari .*, budi .*; menurut root baru hanya 1 dari 2/);
  });

  test('a root needs enough keys of its predecessor and of its own', async () => {
    await rotate(...both('rina', 'dewi', 'tini'));
    expect((await sign('2', 'rina', 'dewi')).out).toMatch(/kurang 2 tanda tangan \(root, root 1\)/);
    expect(await chainEnd()).toBe(1);
    expect((await sign('2', 'sari')).out).toMatch(/kurang 1 tanda tangan \(root, root 1\)/);
    const done = await sign('2', 'budi');
    expect(done.out).toMatch(/Root 2 TERBIT.*PERHATIAN: rilis versi 1 tidak lagi cukup ditandatangani .*\(0 dari 2\)/s);
    const renewed = await call(['renew', feed, '--day', DAY, '--key', key('rina'), '--key', key('tini')], '2');
    expect(renewed.out).toMatch(/Versi 2 TERBIT/);
    // An extension that knows the first root only.
    expect(await chainEnd()).toBe(2);
  });

  test('wrong version, foreign key, a root that another root overtook', async () => {
    await rotate(...both('sari', 'budi', 'rina'));
    expect(await sign('1', 'sari', 'budi')).toMatchObject({ code: 2, err: expect.stringMatching(/bukan 2/) });
    expect((await sign('2', 'dewi')).err).toMatch(/tidak berhak menandatangani ini menurut root 1, 2/);
    cpSync(file, path('late.gz'));
    await sign('2', 'sari', 'budi');
    expect(await chainEnd()).toBe(2);
    cpSync(path('late.gz'), file);
    expect((await sign('2', 'sari')).err).toMatch(/untuk versi 2, padahal versi berikutnya 3/);
  });

  test('one key only by an explicit word; thresholds that cannot be met, keys twice, no keys', async () => {
    expect((await rotate(...both('sari'))).err).toMatch(/root hanya punya satu kunci.*--threshold-root 1/);
    const one = ['--threshold-root', '1', '--threshold-manifest', '1'];
    expect((await rotate(...both('sari'), ...one)).out).toMatch(/1 dari 1 kunci \(sebelumnya 2 \/ 3\)/);
    expect((await rotate('--threshold-root', '4')).err).toMatch(/4 tanda tangan diperlukan, tetapi hanya ada 3 kunci/);
    expect((await rotate('--threshold-root', '0')).err).toMatch(/bilangan bulat/);
    expect((await rotate(...both('sari', 'sari'))).err).toMatch(/dua kali/);
    expect((await rotate('--root', key('sari'))).err).toMatch(/bukan kunci publik/);
    const first = ['keys', 'rotate', path('new'), ...pubs('root', ['sari', 'budi'])];
    expect((await call(first)).err).toMatch(/manifest belum punya kunci/);
  });

  test('without keys it prolongs the root as it is', async () => {
    expect((await rotate()).out).not.toMatch(/masuk|keluar/);
    await sign('2', 'tini', 'budi');
    expect(await chainEnd()).toBe(2);
  });

  test('a public part that names another key is refused', async () => {
    const text = JSON.parse(readFileSync(`${key('rina')}.pub`, 'utf8'));
    writeFileSync(path('wrong.pub'), JSON.stringify({ ...text, public: newKey().public }));
    expect((await rotate('--root', path('wrong.pub'))).err).toMatch(/bukan kunci publik/);
  });
});
