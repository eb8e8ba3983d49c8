// A signed feed on this computer for tests in a browser: the extension's own rules, in which one brand comes and goes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '../../utils/curation/release/key.ts';
import { makeFeed, publishRelease } from '../../utils/curation/release/make.ts';
import { serveFeed } from '../../utils/curation/release/serve.ts';
import { unpack } from '../../utils/feed/pack.ts';
import { openFiles, toFiles } from '../../utils/knowledge/files.ts';
import { sortLines } from '../../utils/knowledge/lines.ts';
import type { Ruleset } from '../../utils/knowledge/ruleset.ts';

export interface FeedHost {
  dir: string;
  /** What is pasted into the settings. */
  source: string;
  /** Publishes a release; with `brand`, the rules call that name a brand whose goods are made abroad. */
  publish(brand?: string): Promise<number>;
  close(): Promise<void>;
}

const withBrand = (ruleset: Ruleset, name: string): Ruleset => ({
  ...ruleset,
  brands: sortLines([...ruleset.brands.split('\n'), `${name}\tuji-merek\tCN\tsa`]),
});

/** @param extension Folder of the built extension, whose rules the feed begins with. */
export async function openFeedHost(extension: string): Promise<FeedHost> {
  const ruleset = { ...openFiles(unpack(new Uint8Array(readFileSync(join(extension, 'rules.pack'))))) };
  const dir = mkdtempSync(join(tmpdir(), 'cekasal-feed-'));
  const keys = ['satu', 'dua', 'tiga'].map((name) => newKey(name));
  const root = await makeFeed(dir, { keys }, Date.now());
  const server = await serveFeed(dir);
  return {
    dir,
    source: JSON.stringify({ mirrors: [server.url], root }),
    async publish(brand) {
      const files = toFiles(brand === undefined ? ruleset : withBrand(ruleset, brand));
      return (await publishRelease(dir, files, keys.slice(0, 2), Date.now())).version;
    },
    async close() {
      await server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
