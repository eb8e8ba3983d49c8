// A signed feed on this computer for tests in a browser: the extension's own rules, in which one brand comes and goes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '../../utils/curation/release/key.ts';
import { makeFeed, publishRelease } from '../../utils/curation/release/make.ts';
import { answer } from '../../utils/curation/release/serve.ts';
import { unpack } from '../../utils/feed/pack.ts';
import { openFiles, toFiles } from '../../utils/knowledge/files.ts';
import { sortLines } from '../../utils/knowledge/lines.ts';
import type { Ruleset } from '../../utils/knowledge/ruleset.ts';

export interface FeedHost {
  dir: string;
  /** What is pasted into the settings. */
  source: string;
  /** Publishes a release; with `brand`, the rules call that name a brand whose goods are made abroad. */
  publish(brand?: string, facts?: { expires: number }): Promise<number>;
  publishRules(ruleset: Ruleset, facts?: { expires: number }): Promise<number>;
  /** The extension's own rules. */
  ruleset: Ruleset;
  /** Bytes that went over the wire since this was asked last, both ways, with all headers. */
  traffic(): number;
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
  const server = createServer((request, response) => answer(dir, request, response));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  let counted = 0;
  const publishRules: FeedHost['publishRules'] = async (rules, facts) =>
    (await publishRelease(dir, toFiles(rules), keys.slice(0, 2), Date.now(), facts)).version;
  return {
    dir,
    ruleset,
    source: JSON.stringify({ mirrors: [`http://127.0.0.1:${port}/`], root }),
    publishRules,
    publish: (brand, facts) => publishRules(brand === undefined ? ruleset : withBrand(ruleset, brand), facts),
    traffic() {
      const sum = [...sockets].reduce((all, { bytesRead, bytesWritten }) => all + bytesRead + bytesWritten, 0);
      const since = sum - counted;
      counted = sum;
      return since;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
