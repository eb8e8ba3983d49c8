// A feed's folder as readers meet it while releases are published: whole at every moment, up to date by small patches, and without
// what nobody needs. The judge is the extension's own verification.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { take } from '../../../utils/curation/release/disk.ts';
import { documentBytes, withSignatures } from '../../../utils/curation/release/document.ts';
import { openFeed, readRuleFiles } from '../../../utils/curation/release/feed.ts';
import { newKey } from '../../../utils/curation/release/key.ts';
import { makeFeed, publishNextRoot, publishRelease } from '../../../utils/curation/release/make.ts';
import { manifestOf, manifestPayload } from '../../../utils/curation/release/manifest.ts';
import { makePatch } from '../../../utils/curation/release/patch.ts';
import { releaseSteps } from '../../../utils/curation/release/publish.ts';
import { LONGEST_MANIFEST, parseManifest } from '../../../utils/feed/manifest.ts';
import { patched } from '../../../utils/feed/patch.ts';
import { trustRoot, walkRoots } from '../../../utils/feed/root.ts';
import { parseSigned } from '../../../utils/feed/signed.ts';
import { verifyManifest } from '../../../utils/feed/verified.ts';
import { refusedFor } from '../../feed/publisher.ts';

const NOW = Date.parse('2026-12-01T00:00:00Z');
const keys = ['Sari', 'Budi', 'Tini'].map((name) => newKey(name));
const two = keys.slice(0, 2);
const utf8 = (text: string) => new TextEncoder().encode(text);
const lines = (count: number, word = 'merek') =>
  Array.from({ length: count }, (_, i) => `${word} ${i} ${(i * 7919) % 977}`);
const rules = (brands: string[]) =>
  new Map([
    ['about.json', utf8(JSON.stringify({ version: String(brands.length) }))],
    ['brands.txt', utf8(brands.join('\n'))],
    ['maps.json', utf8('[]')],
  ]);

let dir: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'cekasal-'));
  await makeFeed(dir, { keys }, NOW);
});
afterEach(() => rmSync(dir, { recursive: true }));

/** The version that a reader gets, with all its files verified. */
async function readersVersion(feed = dir): Promise<string> {
  const root = await trustRoot(new Uint8Array(readFileSync(join(feed, 'roots/1.signed'))));
  const document = new Uint8Array(readFileSync(join(feed, 'manifest.signed')));
  const { verified } = await verifyManifest(document, { root, kept: null, extension: '0.1.0', now: NOW });
  const { files } = await verified.all(await readRuleFiles(feed, verified.manifest));
  return new TextDecoder().decode(files.get('about.json'));
}
const names = (folder: string) => (existsSync(join(dir, folder)) ? readdirSync(join(dir, folder)) : []);

describe('a publishing that is cut off', () => {
  async function nextSteps() {
    const feed = await openFeed(dir);
    const files = rules(lines(301));
    const manifest = await manifestOf(files, { version: 2, now: NOW });
    const signed = withSignatures({ signatures: [], payload: manifestPayload(manifest) }, two);
    return releaseSteps(feed.dir, documentBytes(signed), manifest, files);
  }

  test('leaves the old release or the new one, whole, behind every step and in the midst of it', async () => {
    await publishRelease(dir, rules(lines(300)), two, NOW);
    const steps = await nextSteps();
    const versions: string[] = [];
    for (let taken = 0; taken <= steps.length; taken += 1) {
      const copy = `${dir}-copy`;
      cpSync(dir, copy, { recursive: true });
      take(copy, steps.slice(0, taken));
      const half = steps[taken];
      if (half?.bytes) mkdirSync(dirname(join(copy, half.path)), { recursive: true });
      if (half?.bytes) writeFileSync(join(copy, `${half.path}.new`), half.bytes.subarray(0, 9));
      versions.push(await readersVersion(copy));
      // Whoever publishes next gets there, and nothing half-done is left.
      await publishRelease(copy, rules(lines(302)), two, NOW);
      expect(await readersVersion(copy)).toBe('{"version":"302"}');
      expect(readdirSync(copy, { recursive: true }).filter((name) => `${name}`.endsWith('.new'))).toEqual([]);
      rmSync(copy, { recursive: true });
    }
    const turn = versions.indexOf('{"version":"301"}');
    expect(steps[turn - 1]?.path).toBe('manifest.signed');
    expect(versions.slice(0, turn)).toEqual(Array(turn).fill('{"version":"300"}'));
    expect(steps.slice(0, turn).some(({ bytes }) => bytes === null)).toBe(false);
  });

  test('by a disk that refuses a write: the old release stays, the next try succeeds', async () => {
    await publishRelease(dir, rules(lines(300)), two, NOW);
    for (const { path } of (await nextSteps()).filter(({ bytes }) => bytes)) {
      const blocked = join(dir, `${path}.new`);
      mkdirSync(blocked, { recursive: true });
      await expect(publishRelease(dir, rules(lines(301)), two, NOW)).rejects.toThrow('not-written');
      expect(await readersVersion()).toBe('{"version":"300"}');
      rmSync(blocked, { recursive: true });
    }
    await publishRelease(dir, rules(lines(301)), two, NOW);
    expect(await readersVersion()).toBe('{"version":"301"}');
  });
});

describe('patches', () => {
  test('bring each of the last 30 releases to the newest, byte for byte; older ones and their files go', async () => {
    const brands = lines(400);
    const published = [];
    for (let i = 0; i < 34; i += 1) {
      brands.splice((i * 37) % brands.length, i % 3, `tambahan ${i}`, 'é ñ "kutip" \\ \u2028');
      published.push(rules(brands));
      await publishRelease(dir, rules(brands), two, NOW + i * 1000);
    }
    const newest = published.at(-1)?.get('brands.txt') as Uint8Array<ArrayBuffer>;
    const history = (version: number) =>
      parseManifest(
        parseSigned(new Uint8Array(readFileSync(join(dir, `history/${version}.signed`))), LONGEST_MANIFEST).payload,
      );
    const hash = (version: number) => history(version).files.get('brands.txt')?.sha256 ?? '';
    for (let version = 1; version < 34; version += 1) {
      const path = join(dir, `patches/${hash(version).slice(0, 16)}-${hash(34).slice(0, 16)}.gz`);
      expect([version, existsSync(path)]).toEqual([version, version >= 4]);
      expect([version, existsSync(join(dir, `files/${hash(version)}.gz`))]).toEqual([version, version >= 4]);
      if (version < 4) continue;
      const old = published[version - 1]?.get('brands.txt') as Uint8Array<ArrayBuffer>;
      const patch = new Uint8Array(gunzipSync(readFileSync(path)));
      expect(patched(old, patch, newest.length)).toEqual(newest);
      expect(readFileSync(path).length).toBeLessThan(readFileSync(join(dir, `files/${hash(34)}.gz`)).length / 2);
    }
    expect(names('patches').filter((name) => !name.includes(`-${hash(34).slice(0, 16)}`)).length).toBe(0);
    expect(names('history').length).toBe(34);
  });

  test.for<[string, string, string]>([
    ['an end that comes', lines(50).join('\n'), `${lines(50).join('\n')}\n`],
    ['all at the front', lines(50).join('\n'), ['x', ...lines(50)].join('\n')],
    ['the last line goes', [...lines(50), 'x'].join('\n'), lines(50).join('\n')],
    ['lines that wander', lines(200).join('\n'), [...lines(200).slice(9), ...lines(9)].join('\n')],
    ['windows and bare returns', `a\r\n${lines(60).join('\n')}`, `a\n\r${lines(60).join('\n')}`],
    ['twice the same lines', `${'x\n'.repeat(300)}${lines(60)}`, `${'x\n'.repeat(299)}y\n${lines(60)}`],
  ])('%s', ([, before, after]) => {
    const patch = new Uint8Array(gunzipSync(makePatch(utf8(before), utf8(after)) ?? new Uint8Array()));
    expect(patched(utf8(before), patch, utf8(after).length)).toEqual(utf8(after));
  });

  test('none where it would save little, nor of what is no text', () => {
    expect(makePatch(utf8(lines(300).join('\n')), utf8(lines(300, 'lain').join('\n')))).toBeNull();
    expect(makePatch(new Uint8Array([0xff, 0xfe]), utf8(lines(300).join('\n')))).toBeNull();
    // Quick to give up, too: every line differs.
    expect(makePatch(utf8(lines(50_000).join('\n')), utf8(lines(50_000, 'lain').join('\n')))).toBeNull();
  });
});

test('publishing removes nothing that is not its own, whatever folder was named', async () => {
  await publishRelease(dir, rules(lines(10)), two, NOW);
  writeFileSync(join(dir, 'files/foto.gz'), 'x');
  writeFileSync(join(dir, 'files', `${'0'.repeat(64)}.gz`), 'x');
  await publishRelease(dir, rules(lines(11)), two, NOW);
  expect(names('files')).toContain('foto.gz');
  expect(names('files')).not.toContain(`${'0'.repeat(64)}.gz`);
});

describe('what is not published', () => {
  test('too few signatures, a version that was there, files that are not those named', async () => {
    expect(await refusedFor(() => publishRelease(dir, rules(lines(3)), two.slice(1), NOW))).toMatchObject({
      code: 'threshold',
    });
    expect(await refusedFor(() => publishRelease(dir, rules(lines(3)), [newKey()], NOW))).toMatchObject({
      code: 'unsigned',
    });
    await publishRelease(dir, rules(lines(3)), two, NOW);
    const again = () => publishRelease(dir, rules(lines(4)), two, NOW, { version: 1 });
    expect(await refusedFor(again)).toEqual({ code: 'same-version-other-bytes', version: 1 });
    expect(await readersVersion()).toBe('{"version":"3"}');
  });

  test('on a feed whose files were changed behind the publisher', async () => {
    await publishRelease(dir, rules(lines(3)), two, NOW);
    for (const name of names('files')) writeFileSync(join(dir, 'files', name), gzipSync('lain'));
    expect(await refusedFor(() => openFeed(dir))).toMatchObject({ code: 'missing-file' });
  });

  test('a root by its own keys alone; the chain is walked from the first', async () => {
    const others = [newKey('Rina'), newKey('Dewi')];
    const change = { root: others, manifest: others };
    expect(await refusedFor(() => publishNextRoot(dir, change, others, NOW))).toMatchObject({
      code: 'unsigned',
      root: 1,
    });
    await publishNextRoot(dir, change, [...others, ...two], NOW);
    await publishNextRoot(dir, { thresholds: { root: 1 } }, others, NOW);
    const read = (version: number) => new Uint8Array(readFileSync(join(dir, `roots/${version}.signed`)));
    const walk = await walkRoots(await trustRoot(read(1)), [read(2), read(3)], NOW);
    expect(walk.root?.version).toBe(3);
    expect((await publishRelease(dir, rules(lines(3)), others, NOW)).version).toBe(1);
  });
});
