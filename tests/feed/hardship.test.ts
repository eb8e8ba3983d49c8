// Hardships that a reviewer thought of: none may end updates, bring back what was revoked, or tell what is not so.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropDatabase } from '../../utils/feed/database.ts';
import { download } from '../../utils/feed/download.ts';
import type { Chosen } from '../../utils/feed/feed.ts';
import { readKept } from '../../utils/feed/slots.ts';
import { openBrowser, text } from './browser.ts';
import { endless, openHosts, Shelf } from './host.ts';
import { makeKey, rootOf, signedBy } from './publisher.ts';
import { A, B, m, NEW, next, OLD, root, shelf } from './two-releases.ts';

const kept = async () => (await readKept()).kept;

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await dropDatabase();
});
afterEach(() => vi.restoreAllMocks());

test('a policy that comes while the feed of the build is being asked', async () => {
  const [key, browser] = [await makeKey(), openBrowser()];
  const org = new Shelf();
  await org.publish(1, NEW, [key]);
  const policy: Chosen = {
    by: 'managed',
    source: { mirrors: [B], root: text(await signedBy([key], rootOf({ root: [key], manifest: [key] }))) },
  };
  let go = () => {};
  const held = new Promise<void>((done) => {
    go = done;
  });
  browser.hosts = {
    [A]: shelf.with('manifest.signed', async () => {
      await held;
      return new Response(shelf.answers.get('manifest.signed') as Uint8Array<ArrayBuffer>);
    }),
    [B]: org,
  };
  const feed = browser.start();
  const first = feed.tend();
  await vi.waitFor(() => expect(browser.asked.some((one) => one.endsWith('manifest.signed'))).toBe(true));
  browser.chosen = policy;
  const second = feed.tend(); // storage.onChanged, area managed
  await new Promise((done) => setTimeout(done, 50));
  go();
  await Promise.all([first, second]);
  const view = await feed.view();
  expect({
    source: (await kept())?.source.split(':')[0],
    used: browser.updated,
    askedB: browser.asked.some((one) => one.startsWith(B)),
    at: view.check.at !== null,
  }).toEqual({
    source: 'managed',
    used: [1],
    askedB: true,
    at: true,
  });
});

test('a draft that was ended while it was being asked is neither kept nor used', async () => {
  const browser = openBrowser({ by: 'draft', source: { mirrors: [A], root: text(root.bytes) } });
  let go = () => {};
  const held = new Promise<void>((done) => {
    go = done;
  });
  browser.hosts = {
    [A]: shelf.with('manifest.signed', async () => {
      await held;
      return new Response(shelf.answers.get('manifest.signed') as Uint8Array<ArrayBuffer>);
    }),
  };
  const feed = browser.start();
  const first = feed.tend();
  await vi.waitFor(() => expect(browser.asked.some((one) => one.endsWith('manifest.signed'))).toBe(true));
  browser.chosen = null;
  await feed.tend();
  go();
  await first;
  expect({ kept: (await kept())?.source ?? null, used: browser.updated, alarm: browser.alarm }).toEqual({
    kept: null,
    used: [],
    alarm: null,
  });
});

test('a new built-in root after all root keys were stolen', async () => {
  const [stolen, mine, browser] = [await makeKey(), await makeKey(), openBrowser()];
  const first = await signedBy([stolen], rootOf({ root: [stolen], manifest: [stolen] }));
  browser.chosen = { by: 'build', source: { mirrors: [A], root: text(first) } };
  const thief = new Shelf();
  for (const version of [2, 3, 4])
    thief.root(version, await signedBy([stolen], rootOf({ version, root: [stolen], manifest: [stolen] })));
  await thief.publish(9, OLD, [stolen]);
  browser.hosts = { [A]: thief };
  await browser.start().tend();
  expect((await kept())?.manifest.version).toBe(9);
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
  // And the thief's own mirror has no say any more.
});

test('after that the thief still signs rules', async () => {
  const [stolen, mine, browser] = [await makeKey(), await makeKey(), openBrowser()];
  const first = await signedBy([stolen], rootOf({ root: [stolen], manifest: [stolen] }));
  browser.chosen = { by: 'build', source: { mirrors: [A], root: text(first) } };
  const thief = new Shelf();
  thief.root(2, await signedBy([stolen], rootOf({ version: 2, root: [stolen], manifest: [stolen] })));
  await thief.publish(9, OLD, [stolen]);
  browser.hosts = { [A]: thief };
  await browser.start().tend();
  const anew = await signedBy([mine], rootOf({ root: [mine], manifest: [mine] }));
  browser.chosen = { by: 'build', source: { mirrors: [A], root: text(anew) } };
  await thief.publish(11, NEW, [stolen]);
  await browser.ring();
  expect(browser.updated).toEqual([9]);
});

test('one failed write: the old rules or the new ones, and the truth about it', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  browser.hosts = { [A]: next };
  const put = IDBObjectStore.prototype.put;
  let failed = false;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (!failed) {
      failed = true;
      throw new DOMException('disk I/O', 'UnknownError');
    }
    return put.apply(this, args);
  });
  await browser.ring();
  const { check } = await browser.start().view();
  expect({ kept: (await kept())?.manifest.version ?? null, result: check.result }).toEqual({
    kept: 6,
    result: { code: 'updated', version: 6 },
  });
});

test('a full disk: pauses grow all the same', async () => {
  const browser = openBrowser();
  browser.isFull = true;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (args[1] === 'pointer') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, args);
  });
  await browser.start().tend();
  const pauses: number[] = [];
  for (let i = 0; i < 8; i += 1) {
    await browser.ring();
    pauses.push(((browser.alarm ?? 0) - browser.now) / 60_000);
  }
  const files = browser.asked.filter((one) => one.includes('/files/')).length;
  expect({ pauses, files }).toEqual({ pauses: Array.from({ length: 8 }, () => 360), files: 18 });
});

test('updates that the browser cuts off each time: pauses grow', async () => {
  const browser = openBrowser();
  browser.hosts = { [A]: Shelf.always(() => new Promise<Response>(() => {}) as never) };
  const pauses: number[] = [];
  browser.alarm = browser.now;
  for (let i = 0; i < 6; i += 1) {
    browser.now = browser.alarm ?? browser.now;
    const before = browser.asked.length;
    void browser.start().tend();
    await vi.waitFor(() => expect(browser.asked.length).toBeGreaterThan(before));
    pauses.push(((browser.alarm ?? 0) - browser.now) / 60_000);
  }
  expect(pauses.at(-1)).toBeGreaterThan(2);
});

test('the feed was changed and the database is slow: it is looked after again', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  browser.chosen = { by: 'draft', source: { mirrors: [B], root: text(root.bytes) } };
  browser.hosts = { [B]: next };
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
    throw new DOMException('disk I/O', 'UnknownError');
  });
  await browser.ring().catch(() => {});
  expect(browser.alarm).not.toBeNull();
});

test('a mirror that sends just enough never to be stalled', async () => {
  const hosts = openHosts({ [A]: Shelf.always(() => endless(1_024, 40)) });
  const patience = 60;
  const start = performance.now();
  await download(`${A}manifest.signed`, { most: 64 * 1024, freshness: 'fresh' }, { ...hosts.network, patience }).catch(
    () => {},
  );
  // 64 KiB: 64 pieces; a manifest of 512 KiB at PATIENCE 20 s: 2.8 hours; a file of 6 MB: 33 hours.
  expect(performance.now() - start).toBeLessThan(patience * 10);
});

test('rules whose keys were all replaced are not used any more', async () => {
  const [a, thief, browser] = [await makeKey(), await makeKey(), openBrowser()];
  const first = await signedBy([a], rootOf({ root: [a], manifest: [thief] }));
  browser.chosen = { by: 'build', source: { mirrors: [A], root: text(first) } };
  const stolen = new Shelf();
  await stolen.publish(4_000_000, OLD, [thief]);
  browser.hosts = { [A]: stolen };
  await browser.start().tend();
  const mended = stolen.with('', null);
  mended.root(2, await signedBy([a], rootOf({ version: 2, root: [a], manifest: [m] })));
  browser.hosts = { [A]: mended };
  for (let i = 0; i < 5; i += 1) await browser.ring();
  expect((await kept())?.manifest.version ?? null).toBeNull();
});

test('a draft and back: keys that were replaced stay replaced', async () => {
  const [a, old, browser] = [await makeKey(), await makeKey(), openBrowser()];
  const built: Chosen = {
    by: 'build',
    source: { mirrors: [A], root: text(await signedBy([a], rootOf({ root: [a], manifest: [old] }))) },
  };
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
  expect((await kept())?.manifest.version ?? null).toBeNull();
});

test('keepRoot that fails once takes the kept release with it', async () => {
  const [a, browser] = [await makeKey(), openBrowser()];
  browser.chosen = {
    by: 'build',
    source: { mirrors: [A], root: text(await signedBy([a], rootOf({ root: [a], manifest: [m] }))) },
  };
  await browser.start().tend();
  expect((await kept())?.manifest.version).toBe(5);
  const rooted = shelf.with('', null);
  rooted.root(2, await signedBy([a], rootOf({ version: 2, root: [a], manifest: [m] })));
  browser.hosts = { [A]: rooted };
  const put = IDBObjectStore.prototype.put;
  let failed = false;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (!failed) {
      failed = true;
      throw new DOMException('disk I/O', 'UnknownError');
    }
    return put.apply(this, args);
  });
  await browser.ring();
  const { check } = await browser.start().view();
  expect({ kept: (await kept())?.manifest.version ?? null, code: check.result?.code }).toEqual({
    kept: 5,
    code: 'not-newer',
  });
});

test('an exception nobody foresaw: pauses grow, and it is told', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  browser.hosts = { [A]: next };
  vi.spyOn(crypto.subtle, 'verify').mockRejectedValue(new DOMException('', 'OperationError'));
  const pauses: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    await browser.ring().catch(() => {});
    pauses.push(((browser.alarm ?? 0) - browser.now) / 60_000);
  }
  const { check } = await browser.start().view();
  expect({ last: pauses.at(-1), code: check.result?.code }).not.toEqual({ last: 2, code: 'updated' });
});
