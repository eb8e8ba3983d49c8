// Releases in the making that come from strangers, or were changed on their way: nobody is asked to sign them.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { compileFolder } from '../../utils/curation/compile.ts';
import { withFile } from '../../utils/curation/folder.ts';
import { withSignatures } from '../../utils/curation/release/document.ts';
import { readKey, writeKey } from '../../utils/curation/release/key-file.ts';
import { makeFeed, publishRelease } from '../../utils/curation/release/make.ts';
import { packMaking } from '../../utils/curation/release/making.ts';
import { manifestOf, manifestPayload } from '../../utils/curation/release/manifest.ts';
import { toFiles } from '../../utils/knowledge/files.ts';
import { smallRuleset } from '../origin/copy.ts';
import { call } from './console.ts';

const DAY = '2027-01-10';
const NOW = Date.parse(`${DAY}T00:00:00Z`);
const PASSPHRASE = 'kuda lari cepat sekali';
const scratch = mkdtempSync(join(tmpdir(), 'cekasal-'));
const path = (name: string) => join(scratch, name);
const [feed, file, waiting] = [path('feed'), path('rules.gz'), path('waiting.gz')];
const key = (name: string) => path(`${name}.key`);

vi.stubEnv('CEKASAL_PASSPHRASE', PASSPHRASE);
const keys = ['sari', 'budi', 'tini'].map((name) => {
  writeKey(key(name), name, PASSPHRASE);
  return { ...readKey(key(name), PASSPHRASE), name };
});
const folder = smallRuleset();
await makeFeed(path('first'), { keys }, NOW);
await publishRelease(path('first'), toFiles(compileFolder(folder)), keys, NOW);
const brand = 'name: Rimbawana Uji\ncountry: CN\nbasis: general-knowledge\nreviewed: 2026-11-20\n';
const files = toFiles(compileFolder(withFile(folder, 'brands/rimbawana-uji.yml', brand)));
const payload2 = manifestPayload(await manifestOf(files, { version: 2, now: NOW }));
/** Version 2, signed by Sari. */
writeFileSync(
  waiting,
  packMaking({ signed: withSignatures({ signatures: [], payload: payload2 }, keys.slice(0, 1)), files }),
);
writeFileSync(path('corpus.jsonl'), '');

beforeEach(() => {
  rmSync(feed, { recursive: true, force: true });
  cpSync(path('first'), feed, { recursive: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(scratch, { recursive: true });
});

const sign = (target: string, names: string[]) => {
  const own = names.flatMap((name) => ['--key', key(name)]);
  const rest = ['--out', file, '--corpus', path('corpus.jsonl'), '--day', DAY];
  return call(['sign', target, '--feed', feed, ...own, ...rest], '2');
};
/** Every file of a folder with what it holds. */
const everything = (dir: string) =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dir, name)).isFile())
      .map((name) => [name, readFileSync(join(dir, name), 'base64')]),
  );

describe('a file that was changed on its way', () => {
  interface Content {
    format: string;
    document: string;
    files: [string, string][];
  }
  const change = (by: (content: Content) => unknown) => {
    const content: Content = JSON.parse(gunzipSync(readFileSync(waiting)).toString());
    writeFileSync(path('changed.gz'), gzipSync(JSON.stringify(by(content) ?? content)));
  };
  /** Refused in one line, before anything was asked. */
  async function refused(reason: RegExp) {
    const before = everything(feed);
    const { code, err } = await sign(path('changed.gz'), ['tini', 'budi']);
    expect([code, err.split('\n').length, everything(feed)]).toEqual([2, 2, before]);
    expect(err).toMatch(reason);
    expect(err).not.toMatch(/Ketik/);
  }
  const payload = (by: (text: string) => string) => (content: Content) => {
    const end = content.document.indexOf('\n') + 1;
    content.document = content.document.slice(0, end) + by(content.document.slice(end));
  };
  const brands = (by: (text: string) => string) => (content: Content) => {
    const one = content.files.find(([name, text]) => name.startsWith('brands-') && text.includes('a'));
    if (one) one[1] = by(one[1]);
  };

  test.for<[string, (content: Content) => unknown, RegExp]>([
    ['a file', brands((text) => text.replace('a', 'b')), /berkas brands-\d\.txt berubah: isinya/],
    ['a longer file', brands((text) => `${text}x`), /berkas brands-\d\.txt berubah: panjangnya/],
    ['a file less', ({ files }) => void files.pop(), /tidak ada, atau rusak/],
    ['a file more', ({ files }) => void files.push(['lain.json', '[]']), /lain\.json tidak ada dalam daftar/],
    ['a path as a name', ({ files }) => void files.push(['../../x', '[]']), /tidak ada dalam daftar/],
    ['a name of an object member', ({ files }) => void files.push(['__proto__', '[]']), /tidak ada dalam daftar/],
    ['a file twice', ({ files }) => void files.push(files[0] as [string, string]), /bukan rilis/],
    [
      'a field that would not be shown',
      payload((text) => text.replace('{', '{"more":1,')),
      /tidak ditulis oleh alat ini/,
    ],
    ['other spaces', payload((text) => text.replace(':', ': ')), /tidak ditulis oleh alat ini/],
    ['no end', payload((text) => text.replace(/"expires":"2027/, '"expires":"2127')), /masa berlakunya tidak wajar/],
    [
      'a far version of the extension',
      payload((text) => text.replace('"0.1.0"', '"99.0"')),
      /menuntut ekstensi versi 99\.0/,
    ],
    ['a far version', payload((text) => text.replace('"version":2', '"version":9000')), /untuk versi 9000/],
    ['another role', payload((text) => text.replace('"manifest"', '"root"')), /bentuknya keliru/],
    ['no payload', payload(() => ''), /bentuknya keliru/],
    ['an unknown field', (content) => ({ ...content, run: 'x' }), /bukan rilis/],
    ['wrong types', (content) => ({ ...content, files: { 'brands.txt': 1 } }), /bukan rilis/],
    ['a number for a text', (content) => ({ ...content, files: [['brands.txt', 7]] }), /bukan rilis/],
    ['nothing', () => 7, /bukan rilis/],
  ])('%s', async ([, by, reason]) => {
    change(by);
    await refused(reason);
  });

  test('a bomb, a huge file, none, rubbish and a folder', async () => {
    writeFileSync(path('changed.gz'), gzipSync(Buffer.alloc(70 * 1024 * 1024, ' ')));
    await refused(/bukan rilis/);
    writeFileSync(path('changed.gz'), Buffer.alloc(17 * 1024 * 1024));
    await refused(/terlalu besar/);
    for (const rubbish of ['', 'halo', gzipSync('halo'), gzipSync('['.repeat(100_000))]) {
      writeFileSync(path('changed.gz'), rubbish);
      await refused(/bukan rilis/);
    }
    expect((await sign(path('nowhere.gz'), ['sari'])).err).toMatch(/no such folder/);
  });

  test('a signature under another document does not count, and strangers leave no trace', async () => {
    change(
      payload((text) =>
        text
          .replace(/"created":"2027-01-10T00:00:00Z"/, '"created":"2027-01-10T00:00:01Z"')
          .replace('T00:00:00Z","minimum', 'T00:00:01Z","minimum'),
      ),
    );
    expect((await sign(path('changed.gz'), ['tini'])).out).toMatch(/Sudah menandatangani: belum ada.*kurang 1/s);
    change((content) => {
      const junk = Array.from({ length: 31 }, (_, i) => ({ keyid: `${i}`, sig: 'x' }));
      const [line = '', ...rest] = content.document.split('\n');
      const { signatures } = JSON.parse(line);
      content.document = [JSON.stringify({ signatures: [...junk, ...signatures] }), ...rest].join('\n');
    });
    expect((await sign(path('changed.gz'), ['tini'])).out).toMatch(/Sudah menandatangani: sari.*Versi 2 TERBIT/s);
    expect(readFileSync(join(feed, 'manifest.signed'), 'utf8')).not.toContain('"sig":"x"');
  });

  test('rules that say what no schema knows are not signed, though their hashes are right', async () => {
    change((content) => {
      const text = content.files.find(([name]) => name === 'phrases.json') as [string, string];
      const [old, next] = [text[1], text[1].replace('"says":"ID"', '"says":"ID","hidden":1')];
      text[1] = next;
      const facts = (bytes: string) =>
        `"length":${Buffer.byteLength(bytes)},"sha256":"${createHash('sha256').update(bytes).digest('hex')}"`;
      content.document = content.document.replace(facts(old), facts(next));
    });
    await refused(/phrases|isian tidak dikenal/);
  });
});
