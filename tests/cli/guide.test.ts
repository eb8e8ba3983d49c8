// The release team's guide, walked as it stands: each of its commands, in order, by the dates it names. Both languages give the same.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { verifyFeed } from '../../utils/curation/release/verify.ts';
import { copyRuleset } from '../origin/copy.ts';
import { RULESET } from '../origin/ruleset.ts';
import { type Called, call } from './console.ts';

const guide = (name: string) => readFileSync(join(RULESET, '../docs', name), 'utf8');
const OURS = 'npm run -s cekasal -- ruleset ';

/** The lines of each walk, by its name. A line that ends in "\" goes on. */
function walks(text: string): Map<string, string[]> {
  const blocks = text.matchAll(/^```sh (\w+)\n(.*?)^```$/gms);
  return new Map(
    [...blocks].map(([, name = '', block = '']) => [
      name,
      block
        .trim()
        .replace(/ *\\\n */g, ' ')
        .split('\n'),
    ]),
  );
}
const indonesian = walks(guide('FEED.id.md'));
const english = walks(guide('FEED.md'));

const scratch = mkdtempSync(join(tmpdir(), 'cekasal-'));
const project = join(scratch, 'project');
const feed = join(scratch, 'release/feed');
const here = process.cwd();
beforeAll(() => {
  mkdirSync(project);
  copyRuleset(join(project, 'ruleset'));
  // Whenever the rules are reviewed next: for the guide it was before its first day.
  for (const path of globSync('ruleset/**/*.yml', { cwd: project }).map((name) => join(project, name)))
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(?<word>reviewed: )\d{4}-\d\d-\d\d/g, '$<word>2026-11-01'));
  process.chdir(project);
  vi.stubEnv('CEKASAL_RULESET', 'ruleset');
  vi.stubEnv('CEKASAL_PASSPHRASE', 'kuda lari cepat sekali');
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  process.chdir(here);
  rmSync(scratch, { recursive: true });
});

/** Walks one, as a team would: answers what is asked, and stops where the guide does not say that a command fails. */
async function walk(name: string): Promise<Called[]> {
  const called: Called[] = [];
  for (const line of indonesian.get(name) ?? []) {
    const [command = '', comment = ''] = line.split(/\s*#\s/);
    const [day] = comment.match(/^\d{4}-\d\d-\d\d/) ?? [];
    if (day) vi.setSystemTime(`${day}T03:00:00Z`);
    if (command.startsWith(OURS)) {
      const [, answer = ''] = comment.match(/^ketik (\d+)$/) ?? [];
      const one = await call(command.slice(OURS.length).split(' '), answer);
      expect({ line, ...one }).toMatchObject({ line, code: comment === 'exit 1' ? 1 : 0 });
      called.push(one);
    } else if (command !== '') expect(spawnSync('sh', ['-c', command]).status, line).toBe(0);
  }
  return called;
}

const now = () => ({ extension: '0.1.0', now: Date.now() });
/** What an extension trusts that was built on the first day. */
const firstRoot = () => new Uint8Array(readFileSync(join(scratch, 'root-1.signed')));

test('both languages give the same commands, and each walk has some', () => {
  const commands = (all: Map<string, string[]>) =>
    [...all].map(([name, lines]) => [name, lines.map((line) => line.replace(/# type /, '# ketik '))]);
  const bare = (all: Map<string, string[]>) =>
    commands(all).map(([name, lines]) => [name, (lines as string[]).filter((line) => !line.startsWith('#'))]);
  expect(bare(english)).toEqual(bare(indonesian));
  expect([...indonesian.keys()]).toEqual(['first', 'ordinary', 'holidays', 'lost', 'gone']);
});

describe('the walks, one after another', () => {
  test('first release: two of three sign, and it is published', async () => {
    const called = await walk('first');
    expect(called.at(-1)?.out).toMatch(/^Versi 1, dibuat 2026-11-10, berlaku sampai 2027-03-10 \(sisa \d+ hari\)/);
    expect(called.at(-1)?.out).toMatch(/Ditandatangani Sari \(\w{8}\), Budi \(\w{8}\); perlu 2 dari 3/);
    cpSync(join(feed, 'roots/1.signed'), join(scratch, 'root-1.signed'));
  });

  test('ordinary release: the second signer sees what changes', async () => {
    const brand = 'name: Rimbawana Uji\ncountry: CN\nbasis: general-knowledge\nreviewed: 2026-11-10\n';
    writeFileSync('ruleset/brands/rimbawana-uji.yml', brand);
    rmSync('ruleset/brands/samsung.yml');
    const called = await walk('ordinary');
    const [, , seen, signed] = called;
    for (const { out } of [seen, signed] as Called[]) {
      expect(out).toMatch(/^- brands\/samsung dihapus\n- brands\/rimbawana-uji ditambahkan$/m);
      expect(out).toMatch(/Sudah menandatangani: Sari/);
    }
    expect(called.at(-1)?.out).toMatch(/Ditandatangani Sari \(\w{8}\), Tini/);
  });

  test('Lebaran: the warning, and a renewal that carries over it (S13)', async () => {
    const called = await walk('holidays');
    expect(called[0]?.err).toMatch(/^PERPANJANG: .*2027-03-10.*renew/);
    expect(called[1]?.out).toMatch(/Isinya sama dengan versi 2/);
    expect(called.at(-1)).toMatchObject({ code: 0, err: '' });
  });

  test('a lost key: the two others replace it, and old extensions follow', async () => {
    const called = await walk('lost');
    expect(called[1]?.out).toMatch(/ - Budi \(\w{8}\) keluar\n {2}\+ Budi \(\w{64}\) masuk/);
    expect(called.map(({ out }) => out).join()).not.toMatch(/PERHATIAN/);
    expect((await verifyFeed(feed, firstRoot(), now())).root.version).toBe(2);
  });

  test('a signer who leaves: no moment at which updates are refused', async () => {
    const called = await walk('gone');
    expect(called.map(({ out }) => out).join()).not.toMatch(/PERHATIAN/);
    expect(called.map(({ out }) => out).join()).toMatch(/ - Tini \(\w{8}\) keluar\n {2}\+ Rina \(\w{64}\) masuk/);
    const { root, manifest, plan } = await verifyFeed(feed, firstRoot(), now());
    expect([root.version, manifest.version]).toEqual([3, 4]);
    expect(plan.roles.manifest.keys.map(({ name }) => name)).toEqual(['Sari', 'Budi', 'Rina']);
    expect(existsSync(join(feed, 'roots/1.signed'))).toBe(true);
  });
});

test('the other order leaves readers refused for a while, and the tool says so before and after', async () => {
  vi.setSystemTime('2027-06-02T03:00:00Z');
  const key = (name: string) => `../keys/${name}.key`;
  const pub = ['sari', 'rina'].flatMap((name) => ['--manifest', `../release/${name}.key.pub`]);
  const out = ['--out', '../release/root-4.gz'];
  const planned = await call(['keys', 'rotate', '../release/feed', ...pub, ...out]);
  expect(planned.out).toMatch(
    /PERHATIAN: rilis versi 4 ditandatangani Sari .*, Budi .*; menurut root baru hanya 1 dari 2/,
  );
  const keys = ['--key', key('sari'), '--key', key('rina')];
  const signed = await call(['sign', '../release/root-4.gz', '--feed', '../release/feed', ...keys], '4');
  expect(signed.out).toMatch(/Root 4 TERBIT.*\n\nPERHATIAN: .*\(1 dari 2\)\. Terbitkan “renew” sekarang/);
  const refused = await call(['verify', '../release/feed']);
  expect(refused).toMatchObject({ code: 1, err: 'DITOLAK: tanda tangan manifest kurang: 1 dari 2 (root 4)\n' });
  await call(['renew', '../release/feed', ...keys], '5');
  expect((await call(['verify', '../release/feed'])).code).toBe(0);
});
