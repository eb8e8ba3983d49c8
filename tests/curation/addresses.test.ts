// The build file: what it names is checked before anything is built.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readAddresses } from '../../build/addresses.ts';

const dir = mkdtempSync(join(tmpdir(), 'cekasal-addresses-'));
afterAll(() => rmSync(dir, { recursive: true }));
const read = (text: string) => {
  const file = join(dir, 'addresses.yml');
  writeFileSync(file, text);
  return readAddresses(file);
};

test('mirrors, the root as it was signed, and the hub', () => {
  const text =
    'feed:\n  mirrors: [https://a.test]\n  root: |-\n    {"signatures":[]}\n    {"type":"root"}\nhub: https://hub.test/\n';
  expect(read(text)).toEqual({
    feed: { mirrors: ['https://a.test/'], root: '{"signatures":[]}\n{"type":"root"}' },
    hub: 'https://hub.test/',
  });
});

test.for([
  ['feed: {mirrors: [http://a.test/], root: x}\nhub: null', 'feed.mirrors.0'],
  ['feed: {mirrors: [], root: x}\nhub: null', 'feed.mirrors'],
  ['feed: {mirrors: [https://a.test/]}\nhub: null', 'feed.root'],
  ['feed: null\nhub: http://hub.test', 'hub'],
  ['feed: null\nhub: null\nserver: x', 'server'],
  ['', ''],
] as const)('%s', ([text, field]) => {
  expect(() => read(text)).toThrow(`addresses.yml: ${field}`);
});
