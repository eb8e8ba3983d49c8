// Keys that were replaced stay replaced in this browser, whatever a mirror hides and whatever the disk does.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropDatabase } from '../../utils/feed/database.ts';
import { readKept } from '../../utils/feed/slots.ts';
import { openBrowser, text } from './browser.ts';
import { Shelf } from './host.ts';
import { makeKey, rootOf, signedBy } from './publisher.ts';
import { A, m, NEW, next, OLD } from './two-releases.ts';

const kept = async () => (await readKept()).kept?.manifest.version ?? null;
beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await dropDatabase();
});
afterEach(() => vi.restoreAllMocks());

test('S5, S10: keys that were replaced stay replaced, though the update itself was refused', async () => {
  const [a, thief, browser] = [await makeKey(), await makeKey(), openBrowser()];
  const first = await signedBy([a], rootOf({ root: [a], manifest: [thief] }));
  browser.chosen = { by: 'build', source: { mirrors: [A], root: text(first) } };
  const stolen = new Shelf();
  await stolen.publish(4_000_000, OLD, [thief]);
  browser.hosts = { [A]: stolen };
  await browser.start().tend();
  expect(await kept()).toBe(4_000_000);
  // The new root is out, the mirror still has the thief's manifest.
  const mended = stolen.with('', null);
  mended.root(2, await signedBy([a], rootOf({ version: 2, root: [a], manifest: [m] })));
  browser.hosts = { [A]: mended };
  await browser.ring();
  expect((await browser.start().view()).check.result).toMatchObject({ code: 'unsigned', root: 2 });
  // A mirror that hides the new root does not bring the thief back.
  await stolen.publish(4_000_001, NEW, [thief]);
  browser.hosts = { [A]: stolen };
  await browser.ring();
  expect((await browser.start().view()).check.result).toMatchObject({ code: 'unsigned', root: 2 });
  browser.hosts = { [A]: next };
  await browser.ring();
  expect(await kept()).toBe(6);
});
