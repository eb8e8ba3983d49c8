// The build file: what it names is checked before anything is built.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readAddresses } from '../../build/addresses.ts';
import { makeKey, NOW, rootOf, signedBy } from '../feed/publisher.ts';

const dir = mkdtempSync(join(tmpdir(), 'cekasal-addresses-'));
afterAll(() => rmSync(dir, { recursive: true }));
const read = (text: string) => {
  const file = join(dir, 'addresses.yml');
  writeFileSync(file, text);
  return readAddresses(file, NOW);
};

const key = await makeKey();
const document = async (expires: number) =>
  new TextDecoder().decode(await signedBy([key], rootOf({ root: [key], manifest: [key], expires })));
const withRoot = (root: string) =>
  `feed:\n  mirrors: [https://a.test]\n  root: |-\n${root.replace(/^/gm, '    ')}\nhub: https://hub.test/\n`;
const DAY = 86_400_000;

test('mirrors, the root as it was signed, and the hub', async () => {
  const root = await document(NOW + 700 * DAY);
  expect(await read(withRoot(root))).toEqual({
    feed: { mirrors: ['https://a.test/'], root },
    hub: 'https://hub.test/',
  });
});

test('a root with one letter changed, and one that ends soon', async () => {
  const root = await document(NOW + 700 * DAY);
  await expect(read(withRoot(root.replace('"version":1', '"version":2')))).rejects.toThrow('feed.root');
  await expect(read(withRoot(await document(NOW + 90 * DAY)))).rejects.toThrow('feed.root: ends on 2027-03-01');
});

test.for([
  ['feed: {mirrors: [http://a.test/], root: x}\nhub: null', 'feed.mirrors.0'],
  ['feed: {mirrors: [], root: x}\nhub: null', 'feed.mirrors'],
  ['feed: {mirrors: [https://a.test/]}\nhub: null', 'feed.root'],
  ['feed: null\nhub: http://hub.test', 'hub'],
  ['feed: null\nhub: null\nserver: x', 'server'],
  ['', ''],
] as const)('%s', async ([text, field]) => {
  await expect(read(text)).rejects.toThrow(`addresses.yml: ${field}`);
});
