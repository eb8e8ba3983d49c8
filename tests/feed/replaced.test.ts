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

test('S5: a release whose root could not be kept is not kept either: a replaced key brings nothing old back', async () => {
  const [a, old, browser] = [await makeKey(), await makeKey(), openBrowser()];
  const first = await signedBy([a], rootOf({ root: [a], manifest: [old] }));
  browser.chosen = { by: 'build', source: { mirrors: [A], root: text(first) } };
  const before = new Shelf();
  await before.publish(5, OLD, [old]);
  browser.hosts = { [A]: before };
  await browser.start().tend();
  const rotated = next.with('', null);
  rotated.root(2, await signedBy([a], rootOf({ version: 2, root: [a], manifest: [m] })));
  browser.hosts = { [A]: rotated };
  const put = IDBObjectStore.prototype.put;
  const writes = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (args[1] === 'root build') throw new DOMException('internal error', 'UnknownError');
    return put.apply(this, args);
  });
  await browser.ring();
  expect([await kept(), browser.updated]).toEqual([5, [5, 6]]);
  expect((await browser.start().view()).check.result).toEqual({ code: 'not-stored', full: false });
  writes.mockRestore();
  // The mirror hides the new root, and has what the old key signed long ago.
  const ancient = new Shelf();
  await ancient.publish(3, OLD, [old]);
  browser.hosts = { [A]: ancient };
  await browser.ring();
  expect(await kept()).toBe(5);
  browser.hosts = { [A]: rotated };
  await browser.ring();
  expect(await kept()).toBe(6);
});
