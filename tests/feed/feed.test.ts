// The feed of one browser through days of good and bad luck: when it checks, what it remembers, what it does when the choice of
// feed changes.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dropDatabase } from '../../utils/feed/database.ts';
import { readKept } from '../../utils/feed/slots.ts';
import { BUILT, HOUR, openBrowser, text } from './browser.ts';
import { Shelf } from './host.ts';
import { DAY, makeKey, NOW, rootOf, signedBy } from './publisher.ts';
import { A, B, NEW, next, root, shelf } from './two-releases.ts';

const failing = (answer: () => Response) => Shelf.always(answer);
const kept = async () => (await readKept()).kept?.manifest.version ?? null;

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await dropDatabase();
});
afterEach(() => vi.restoreAllMocks());

test('without a feed there is no request, no alarm and nothing stored', async () => {
  const browser = openBrowser(null);
  const feed = browser.start();
  await feed.tend();
  await feed.update();
  expect([browser.asked, browser.alarm, browser.stored.size]).toEqual([[], null, 0]);
  expect((await feed.view()).source).toBeNull();
});

test('a first start fetches, then it looks a few times a day', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  expect([await kept(), browser.updated]).toEqual([5, [5]]);
  expect(browser.alarm).toBe(NOW + 6 * HOUR);
  browser.asked = [];
  await browser.start().tend();
  expect(browser.asked).toEqual([]);
  browser.hosts = { [A]: next };
  await browser.ring();
  expect([await kept(), browser.updated]).toEqual([6, [5, 6]]);
  const { check } = await browser.start().view();
  expect(check).toMatchObject({ result: { code: 'updated', version: 6 }, at: NOW + 6 * HOUR, mirrors: [] });
});

test('nothing newer is good news', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  await browser.ring();
  const { check } = await browser.start().view();
  expect(check.result).toEqual({ code: 'not-newer', version: 5 });
  expect(browser.alarm).toBe(NOW + 12 * HOUR);
});

test('S20: when nobody answers, the pauses grow and outlive restarts; then all is well again', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  browser.hosts = {};
  const pauses: number[] = [];
  for (let i = 0; i < 9; i += 1) {
    await browser.ring();
    pauses.push(((browser.alarm ?? 0) - browser.now) / 60_000);
  }
  expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360]);
  expect(await kept()).toBe(5);
  const { check } = await browser.start().view();
  expect(check).toMatchObject({ result: { code: 'unreachable' }, mirrors: [{ mirror: A }] });
  browser.hosts = { [A]: next };
  await browser.ring();
  expect(await kept()).toBe(6);
  expect((browser.alarm ?? 0) - browser.now).toBe(6 * HOUR);
});

test('S18: a server that asks to wait is not asked before then, across restarts and by nobody', async () => {
  const browser = openBrowser();
  const busy = failing(() => new Response('', { status: 429, headers: { 'Retry-After': String(2 * 86_400) } }));
  browser.hosts = { [A]: busy };
  await browser.start().tend();
  expect(browser.alarm).toBe(NOW + 2 * DAY);
  browser.asked = [];
  browser.now += DAY;
  await browser.start().tend();
  await browser.start().update();
  expect(browser.asked).toEqual([]);
  expect((await browser.start().view()).check.result).toEqual({ code: 'wait', until: NOW + 2 * DAY });
  browser.hosts = { [A]: shelf };
  await browser.ring();
  expect(await kept()).toBe(5);
});

test('an update that was interrupted begins anew soon', async () => {
  const browser = openBrowser();
  browser.hosts = { [A]: failing(() => new Promise<Response>(() => {}) as never) };
  void browser.start().tend();
  await vi.waitFor(() => expect(browser.asked.length).toBeGreaterThan(0));
  // The worker is ended here; all that is left is what was stored, and the alarm.
  expect(browser.alarm).toBe(NOW + 300_000);
  browser.hosts = { [A]: shelf };
  await browser.ring();
  expect(await kept()).toBe(5);
});

test('several who ask at once are one', async () => {
  const browser = openBrowser();
  const feed = browser.start();
  await Promise.all([feed.update(), feed.update(), feed.tend()]);
  expect(browser.asked.filter((address) => address.endsWith('manifest.signed'))).toHaveLength(1);
});

test('S12: a clock that was ten years ahead does not end the checks', async () => {
  const browser = openBrowser();
  browser.now = NOW + 3_650 * DAY;
  await browser.start().tend();
  browser.now = NOW;
  browser.hosts = { [A]: next };
  await browser.start().tend();
  expect(await kept()).toBe(6);
});

test('P3: no room: the old release stays, the new one serves as long as the background lives, and it is told', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  browser.hosts = { [A]: next };
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (args[1] === 'pointer') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, args);
  });
  await browser.ring();
  expect(await kept()).toBe(5);
  expect(browser.updated).toEqual([5, 6]);
  expect((await browser.start().view()).check.result).toEqual({ code: 'not-stored', full: true });
});

test('P3: no room even for the note on the check: it is told, and waits are kept, as long as the background lives', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  browser.isFull = true;
  browser.hosts = { [A]: failing(() => new Response('', { status: 503, headers: { 'Retry-After': '7200' } })) };
  const feed = browser.start();
  await feed.update();
  expect((await feed.view()).check.result).toEqual({ code: 'wait', until: NOW + 2 * HOUR });
  browser.asked = [];
  await feed.update();
  expect(browser.asked).toEqual([]);
  // Room again: what is stored counts again.
  browser.isFull = false;
  browser.now += 3 * HOUR;
  browser.hosts = { [A]: next };
  await feed.update();
  expect((await browser.start().view()).check.result).toEqual({ code: 'updated', version: 6 });
});

test('P2: another one has kept a release meanwhile: it is loaded', async () => {
  const browser = openBrowser();
  await browser.start().tend();
  browser.hosts = {
    [A]: next.with('manifest.signed', async () => {
      const other = openBrowser();
      other.hosts = { [A]: next };
      await other.start().update();
      return new Response(next.answers.get('manifest.signed') as Uint8Array<ArrayBuffer>);
    }),
  };
  await browser.ring();
  expect([await kept(), browser.changed, browser.updated]).toEqual([6, 1, [5]]);
});

describe('another feed', () => {
  test('a draft replaces what was kept, and leaves nothing behind when it ends', async () => {
    const [key, browser] = [await makeKey(), openBrowser()];
    await browser.start().tend();
    const draft = new Shelf();
    await draft.publish(1, NEW, [key]);
    const document = await signedBy([key], rootOf({ root: [key], manifest: [key] }));
    browser.hosts = { [A]: shelf, [B]: draft };
    browser.chosen = { by: 'draft', source: { mirrors: [B], root: text(document) } };
    await browser.start().tend();
    expect([await kept(), browser.changed]).toEqual([1, 1]);
    expect((await browser.start().view()).source).toMatchObject({ by: 'draft', mirrors: [B] });
    browser.chosen = null;
    await browser.start().tend();
    expect([await kept(), browser.changed, browser.alarm, browser.stored.size]).toEqual([null, 2, null, 0]);
  });

  test('offline, the rules of the other feed are gone all the same', async () => {
    const browser = openBrowser();
    await browser.start().tend();
    browser.chosen = { by: 'draft', source: { mirrors: [B], root: text(root.bytes) } };
    await browser.start().tend();
    expect([await kept(), browser.changed]).toEqual([null, 1]);
  });

  test('a draft that ends while it is fetched leaves nothing behind, and the next one is asked at once', async () => {
    const browser = openBrowser();
    const feed = browser.start();
    await feed.tend();
    const slowly = next.with('manifest.signed', async () => {
      browser.chosen = BUILT;
      await new Promise((done) => setTimeout(done, 50));
      return new Response(next.answers.get('manifest.signed') as Uint8Array<ArrayBuffer>);
    });
    browser.chosen = { by: 'draft', source: { mirrors: [B], root: text(root.bytes) } };
    browser.hosts = { [A]: shelf, [B]: slowly };
    const first = feed.tend();
    await vi.waitFor(() => expect(browser.chosen?.by).toBe('build'));
    await Promise.all([first, feed.tend()]);
    expect([await kept(), (await readKept()).kept?.source]).toEqual([5, 'build']);
  });

  test('a root that is none is told', async () => {
    const browser = openBrowser({ by: 'draft', source: { mirrors: [A], root: '{}' } });
    await browser.start().tend();
    expect(browser.asked).toEqual([]);
    expect((await browser.start().view()).check.result).toMatchObject({ code: 'malformed' });
  });
});

test('what was stored of the checks is checked on reading', async () => {
  const browser = openBrowser();
  for (const odd of ['rusak', { source: 'build', next: 'nanti' }, { source: 'build', result: { code: 7 } }, null]) {
    browser.stored.set('feed', odd);
    expect((await browser.start().view()).check).toMatchObject({ at: null, next: null, result: null });
  }
  await browser.start().tend();
  expect(await kept()).toBe(5);
});
