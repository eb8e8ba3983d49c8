// Keys that were replaced stay replaced in this browser, whatever a mirror hides and whatever the disk does.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropDatabase } from '../../utils/feed/database.ts';
import type { Chosen } from '../../utils/feed/feed.ts';
import { readKept } from '../../utils/feed/slots.ts';
import { openBrowser, text } from './browser.ts';
import { Shelf } from './host.ts';
import { type Key, makeKey, rootOf, signedBy } from './publisher.ts';
import { A, B, m, NEW, next, OLD, root } from './two-releases.ts';

const kept = async () => (await readKept()).kept?.manifest.version ?? null;
beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await dropDatabase();
});
afterEach(() => vi.restoreAllMocks());

/** The feed of the build, as its first root says. */
const builtWith = async (plan: { root: Key[]; manifest: Key[] }): Promise<Chosen> => ({
  by: 'build',
  source: { mirrors: [A], root: text(await signedBy(plan.root, rootOf(plan))) },
});

/** A thief of the manifest's key has signed the highest of all versions, and this browser has it; then the owner replaced the key. */
async function openRobbed() {
  const [a, thief, browser] = [await makeKey(), await makeKey(), openBrowser()];
  browser.chosen = await builtWith({ root: [a], manifest: [thief] });
  const stolen = new Shelf();
  await stolen.publish(4_000_000, OLD, [thief]);
  browser.hosts = { [A]: stolen };
  await browser.start().tend();
  expect(await kept()).toBe(4_000_000);
  const mended = stolen.with('', null);
  mended.root(2, await signedBy([a], rootOf({ version: 2, root: [a], manifest: [m] })));
  return { browser, thief, stolen, mended };
}

test('S5, S10: keys that were replaced stay replaced, though the update itself was refused', async () => {
  const { browser, thief, stolen, mended } = await openRobbed();
  // The new root is out, the mirror still has the thief's manifest.
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
  browser.chosen = await builtWith({ root: [a], manifest: [old] });
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

test('a new built-in root cures stolen root keys', async () => {
  const [stolen, mine, browser] = [await makeKey(), await makeKey(), openBrowser()];
  browser.chosen = await builtWith({ root: [stolen], manifest: [stolen] });
  const thief = new Shelf();
  for (const version of [2, 3, 4])
    thief.root(version, await signedBy([stolen], rootOf({ version, root: [stolen], manifest: [stolen] })));
  await thief.publish(9, OLD, [stolen]);
  browser.hosts = { [A]: thief };
  await browser.start().tend();
  expect(await kept()).toBe(9);
  // A new version of the extension: a new chain, of keys that nobody stole, that begins at 1 as `keys` makes it.
  const anew = await signedBy([mine], rootOf({ root: [mine], manifest: [mine] }));
  browser.chosen = { by: 'build', source: { mirrors: [A], root: text(anew) } };
  const good = new Shelf();
  good.root(1, anew);
  await good.publish(10, NEW, [mine]);
  browser.hosts = { [A]: good };
  await browser.ring();
  const { check } = await browser.start().view();
  expect(check.result).toEqual({ code: 'updated', version: 10 });
});

test('after a new built-in root, what the thief signs with the old one counts no more, nor what was kept of it', async () => {
  const [stolen, mine, browser] = [await makeKey(), await makeKey(), openBrowser()];
  browser.chosen = await builtWith({ root: [stolen], manifest: [stolen] });
  const thief = new Shelf();
  thief.root(2, await signedBy([stolen], rootOf({ version: 2, root: [stolen], manifest: [stolen] })));
  await thief.publish(9, OLD, [stolen]);
  browser.hosts = { [A]: thief };
  await browser.start().tend();
  const anew = await signedBy([mine], rootOf({ root: [mine], manifest: [mine] }));
  browser.chosen = { by: 'build', source: { mirrors: [A], root: text(anew) } };
  await thief.publish(11, NEW, [stolen]);
  await browser.ring();
  expect([browser.updated, await kept()]).toEqual([[9], null]);
});

test('rules whose keys were all replaced are not used any more', async () => {
  const { browser, mended } = await openRobbed();
  browser.hosts = { [A]: mended };
  await browser.ring();
  expect(await kept()).toBeNull();
});

test('a draft and back: keys that were replaced stay replaced', async () => {
  const [a, old, browser] = [await makeKey(), await makeKey(), openBrowser()];
  const built = await builtWith({ root: [a], manifest: [old] });
  browser.chosen = built;
  const good = new Shelf();
  good.root(2, await signedBy([a], rootOf({ version: 2, root: [a], manifest: [m] })));
  await good.publish(5, OLD, [m]);
  browser.hosts = { [A]: good };
  await browser.start().tend();
  browser.chosen = { by: 'draft', source: { mirrors: [B], root: text(root.bytes) } };
  await browser.start().tend();
  browser.chosen = built;
  const hostile = new Shelf();
  await hostile.publish(4, NEW, [old]);
  browser.hosts = { [A]: hostile };
  await browser.start().tend();
  expect(await kept()).toBeNull();
});
