// `npm run feed`: the project's own rules as a signed feed on this computer, to try the extension's updates with. The keys are made
// for this run and forgotten; the folder goes when it ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compileFolder } from '../utils/curation/compile.ts';
import { type Folder, openFolder, withFile } from '../utils/curation/folder.ts';
import type { Memo } from '../utils/curation/read.ts';
import { newKey } from '../utils/curation/release/key.ts';
import { makeFeed, publishRelease } from '../utils/curation/release/make.ts';
import { serveFeed } from '../utils/curation/release/serve.ts';
import { toFiles } from '../utils/knowledge/files.ts';
import { today } from '../utils/today.ts';
import { ROOT } from './run.ts';

const PORT = 8788;
/** What the person at the terminal reads; the one line on stdout is for the extension. */
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** The rules with one brand more. */
const withBrand = (folder: Folder, name: string): Folder =>
  withFile(
    folder,
    `brands/${name.toLowerCase().replaceAll(' ', '-')}.yml`,
    `name: ${name}\ncountry: ID\nbasis: general-knowledge\nreviewed: ${today()}\n`,
  );

const dir = mkdtempSync(join(tmpdir(), 'cekasal-feed-'));
process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));

async function main(): Promise<void> {
  say('Menyusun aturan ... / Compiling the rules ...');
  const keys = ['Sari', 'Budi', 'Tini'].map((name) => newKey(name));
  const root = await makeFeed(dir, { keys }, Date.now());
  const read: Memo = new Map();
  let folder = openFolder(join(ROOT, 'ruleset'));
  const publish = async () => {
    const { version } = await publishRelease(dir, toFiles(compileFolder(folder, read)), keys.slice(0, 2), Date.now());
    say(`Terbit: versi ${version} / Published: version ${version}`);
    return version;
  };
  let version = await publish();
  const { url } = await serveFeed(dir, Number(process.env.PORT ?? PORT));
  say('Tempelkan baris ini di Pengaturan → Sumber aturan percobaan:');
  say('Paste this line into the settings → trial source of rules:');
  process.stdout.write(`${JSON.stringify({ mirrors: [url], root })}\n`);
  say('Enter: terbitkan rilis berikutnya, dengan satu merek lagi. Ctrl-C: selesai.');
  say('Enter: publish a next release, with one brand more. Ctrl-C: end.');
  for await (const _ of createInterface({ input: process.stdin })) {
    const name = `Merek Percobaan ${version}`;
    folder = withBrand(folder, name);
    say(`+ ${name}`);
    version = await publish();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
