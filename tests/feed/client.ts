// Our client as the command that TUF's conformance suite drives (its CLIENT-CLI.md): root, manifest and files are kept as files of
// a folder, so that a test sees what is trusted.
//
//   node tests/feed/client.ts init ROOT --metadata-dir DIR
//   node tests/feed/client.ts refresh --metadata-dir DIR --metadata-url URL [--days-in-future N]
//   node tests/feed/client.ts download --metadata-dir DIR --metadata-url URL --target-name NAME --target-dir DIR [--days-in-future N]
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bytes, sha256 } from '../../utils/feed/bytes.ts';
import { parseManifest } from '../../utils/feed/manifest.ts';
import { type Outcome, Refusal } from '../../utils/feed/outcome.ts';
import { trustRoot } from '../../utils/feed/root.ts';
import { parseSigned } from '../../utils/feed/signed.ts';
import { type Had, type Synced, sync } from '../../utils/feed/sync.ts';

const DAY = 86_400_000;

/** What a command came to, said on stderr; the exit code is 0 or 1. */
export type Said = Synced<number>['result'] | Outcome | { code: 'no-such-file' } | null;

const read = (path: string): Bytes => new Uint8Array(readFileSync(path));
const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Null when there is none. */
function readKept(path: string): Bytes | null {
  try {
    return read(path);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** What the folder holds of a release: its manifest, and the files whose bytes are what it names. */
async function hadIn(folder: string): Promise<Had | null> {
  const document = readKept(join(folder, 'manifest.signed'));
  if (!document) return null;
  const manifest = parseManifest(parseSigned(document, document.length).payload);
  const files = new Map<string, Bytes>();
  for (const [name, entry] of manifest.files) {
    const bytes = readKept(join(folder, 'files', name));
    if (bytes && (await sha256(bytes)) === entry.sha256) files.set(name, bytes);
  }
  return { document, manifest, files };
}

async function refresh(folder: string, url: string, now: number): Promise<Synced<number>['result']> {
  const root = await trustRoot(read(join(folder, 'root.signed')));
  const had = await hadIn(folder);
  const synced = await sync({
    mirrors: [url],
    root,
    had,
    floor: had?.document ?? null,
    extension: '0.1.0',
    read: (files) => files.size,
    waits: {},
    network: { fetch: globalThis.fetch, now: () => now },
    random: Math.random,
  });
  if (synced.root.version > root.version) writeFileSync(join(folder, 'root.signed'), synced.root.bytes);
  const files = synced.found?.files;
  if (files) {
    rmSync(join(folder, 'files'), { recursive: true, force: true });
    mkdirSync(join(folder, 'files'));
    for (const [name, bytes] of files.files) writeFileSync(join(folder, 'files', name), bytes);
    writeFileSync(join(folder, 'manifest.signed'), files.verified.bytes);
  }
  return synced.result;
}

/** @returns Exit code, and what it came to. */
export async function main(args: string[]): Promise<{ exit: 0 | 1; said: Said }> {
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'metadata-dir': option,
      'metadata-url': option,
      'target-name': option,
      'target-dir': option,
      'days-in-future': option,
    },
  });
  const given = (name: keyof typeof values): string => {
    const value = values[name];
    if (value === undefined) throw new Error(`--${name} is missing`);
    return value;
  };
  const [command, trusted = ''] = positionals;
  const folder = given('metadata-dir');
  if (command === 'init') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'root.signed'), read(trusted));
    return { exit: 0, said: null };
  }
  if (command !== 'refresh' && command !== 'download') throw new Error('init, refresh or download');
  try {
    const now = Date.now() + Number(values['days-in-future'] ?? 0) * DAY;
    const said = await refresh(folder, given('metadata-url'), now);
    if (said.code !== 'updated' && said.code !== 'not-newer') return { exit: 1, said };
    if (command === 'refresh') return { exit: 0, said };
    const name = given('target-name');
    const bytes = (await hadIn(folder))?.files.get(name);
    if (!bytes) return { exit: 1, said: { code: 'no-such-file' } };
    mkdirSync(given('target-dir'), { recursive: true });
    writeFileSync(join(given('target-dir'), name), bytes);
    return { exit: 0, said };
  } catch (error) {
    if (error instanceof Refusal) return { exit: 1, said: error.outcome };
    throw error;
  }
}

if (process.argv[1] === import.meta.filename) {
  const { exit, said } = await main(process.argv.slice(2));
  if (said) console.error(JSON.stringify(said));
  process.exitCode = exit;
}
