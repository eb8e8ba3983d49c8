// Hardships that a reviewer thought of: none may end updates, bring back what was revoked, or tell what is not so.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropDatabase } from '../../utils/feed/database.ts';
import { download } from '../../utils/feed/download.ts';
import type { Chosen } from '../../utils/feed/feed.ts';
import { readKept } from '../../utils/feed/slots.ts';
import { openBrowser, text } from './browser.ts';
import { endless, openHosts, Shelf } from './host.ts';
import { makeKey, refusedFor, rootOf, signedBy } from './publisher.ts';
import { A, B, m, NEW, next, root, shelf } from './two-releases.ts';

const kept = async () => (await readKept()).kept;

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await dropDatabase();
});
afterEach(() => vi.restoreAllMocks());

/** The disk fails at the first write from now on, once. */
function failOnce(): void {
  const put = IDBObjectStore.prototype.put;
  let failed = false;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (failed) return put.apply(this, args);
    failed = true;
    throw new DOMException('disk I/O', 'UnknownError');
  });
}

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

test('one failed write: the old rules or the new ones, and the truth about it', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  browser.hosts = { [A]: next };
  failOnce();
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

test('S7: a mirror that sends just enough never to be stalled is left all the same', async () => {
  const hosts = openHosts({ [A]: Shelf.always(() => endless(1_024, 40)) });
  const limits = { most: 64 * 1024, freshness: 'fresh' } as const;
  // Without a deadline all 64 KiB would come, and the limit would end it.
  const ended = await refusedFor(() => download(`${A}manifest.signed`, limits, { ...hosts.network, patience: 60 }));
  expect(ended.code).toBe('stalled');
});

test('a root that could not be kept once costs nothing of what is kept', async () => {
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
  failOnce();
  await browser.ring();
  const { check } = await browser.start().view();
  expect({ kept: (await kept())?.manifest.version ?? null, code: check.result?.code }).toEqual({
    kept: 5,
    code: 'not-newer',
  });
});

test('something nobody foresaw: the pauses grow, and it is told', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  browser.hosts = { [A]: next };
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(crypto.subtle, 'verify').mockRejectedValue(new DOMException('', 'OperationError'));
  const pauses: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    await browser.ring();
    pauses.push(((browser.alarm ?? 0) - browser.now) / 60_000);
  }
  expect(pauses).toEqual([5, 10, 20, 40]);
  expect((await browser.start().view()).check.result).toEqual({ code: 'failed' });
});
