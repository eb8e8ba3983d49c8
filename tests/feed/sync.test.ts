// Asking the mirrors: what is fetched, what is refused, and that whatever fails leaves what was there.
import { describe, expect, test } from 'vitest';
import { type Bytes, sha256 } from '../../utils/feed/bytes.ts';
import { filePath } from '../../utils/feed/layout.ts';
import { openHosts, Shelf, zip } from './host.ts';
import { DAY, instant, NOW, rootOf, signedBy, utf8 } from './publisher.ts';
import {
  A,
  a,
  ask,
  B,
  b,
  had,
  haveOf,
  m,
  NEW,
  n,
  next,
  OLD,
  PATCH,
  patchAt,
  shelf,
  texts,
  wholeAt,
} from './two-releases.ts';

test('a first update fetches every file', async () => {
  const hosts = openHosts({ [A]: shelf });
  const synced = await ask(hosts);
  expect(synced.result).toEqual({ code: 'updated', version: 5 });
  expect(texts(synced)).toEqual(OLD);
  expect(synced.found?.content).toBe(2);
  expect(hosts.asked).toHaveLength(4);
});

test('nothing new: one look for a root, one at the manifest, no alarm', async () => {
  const hosts = openHosts({ [A]: shelf, [B]: shelf });
  const synced = await ask(hosts, { mirrors: [A, B], had });
  expect(synced.result).toEqual({ code: 'not-newer', version: 5 });
  expect(synced.mirrors).toEqual([]);
  expect(hosts.asked).toHaveLength(2);
});

test('an ordinary update fetches a patch of what changed and nothing else', async () => {
  const hosts = openHosts({ [A]: next });
  const synced = await ask(hosts, { had });
  expect(texts(synced)).toEqual(NEW);
  expect(hosts.asked.slice(2)).toEqual([A + patchAt]);
});

describe('S21: a patch that does not help costs the whole file, and the bytes are the same', () => {
  const tampered = zip(utf8(JSON.stringify([[20, 1, ['merek-lain']]])));
  test.for<[string, Bytes | (() => Response) | null]>([
    ['is gone', null],
    ['is answered with 204', () => new Response(null, { status: 204 })],
    ['was tampered with', tampered],
    ['is for another base', zip(utf8(JSON.stringify([[20, 900, ['merek-baru']]])))],
    [
      'goes backwards',
      zip(
        utf8(
          JSON.stringify([
            [20, 1, ['merek-baru']],
            [3, 1, []],
          ]),
        ),
      ),
    ],
    ['is a page', () => new Response('<!doctype html><title>Masuk</title>')],
    ['is of another shape', zip(utf8('{"at":1}'))],
    ['is cut off', zip(utf8(JSON.stringify(PATCH))).slice(0, 20)],
    ['stands for far more', zip(new Uint8Array(30_000_000))],
  ])('it %s', async ([, answer]) => {
    const hosts = openHosts({ [A]: next.with(patchAt, answer) });
    expect(texts(await ask(hosts, { had }))).toEqual(NEW);
    expect(hosts.asked.at(-1)).toBe(A + wholeAt);
  });

  test('what is kept has another base', async () => {
    const older = { ...OLD, 'brands.txt': 'merek-lama' };
    const hosts = openHosts({ [A]: next });
    expect(texts(await ask(hosts, { had: haveOf(await new Shelf().publish(1, older, [m]), older) }))).toEqual(NEW);
  });
});

describe('S19: a mirror that serves something else is passed over', () => {
  const page = '<!doctype html><title>Masuk ke Wi-Fi</title>';
  test.for<[string, () => Response]>([
    ['a page', () => new Response(page, { headers: { 'Content-Type': 'text/html' } })],
    ['nothing', () => new Response('')],
    ['304 though nothing is kept', () => new Response(null, { status: 304 })],
    ['404', () => new Response('', { status: 404 })],
    ['500', () => new Response('', { status: 500 })],
    ['JSON of another kind', () => new Response('{"brands":[]}', { headers: { 'Content-Type': 'text/plain' } })],
    ['a connection that breaks', () => Response.error()],
  ])('%s', async ([, answer]) => {
    const hosts = openHosts({ [A]: Shelf.always(answer), [B]: shelf });
    const synced = await ask(hosts, { mirrors: [B, A] });
    expect(synced.result).toEqual({ code: 'updated', version: 5 });
    expect(synced.mirrors.map(({ mirror }) => mirror)).toEqual([A]);
  });

  test('one file is cut off', async () => {
    const path = filePath(await sha256(utf8(OLD['brands.txt'])));
    const cut = shelf.with(path, zip(utf8(OLD['brands.txt'])).slice(0, 30));
    const synced = await ask(openHosts({ [A]: cut, [B]: shelf }), { mirrors: [B, A] });
    expect(texts(synced)).toEqual(OLD);
    expect(synced.mirrors).toEqual([{ mirror: A, outcome: { code: 'wrong-hash', file: 'brands.txt' } }]);
  });

  test('a server that unpacks on its own is understood', async () => {
    const path = filePath(await sha256(utf8(OLD['brands.txt'])));
    expect(texts(await ask(openHosts({ [A]: shelf.with(path, utf8(OLD['brands.txt'])) })))).toEqual(OLD);
  });
});

test('S20: all mirrors broken: nothing changes, and each failure is told', async () => {
  const hosts = openHosts({ [A]: Shelf.always(() => new Response('', { status: 500 })) });
  const synced = await ask(hosts, { mirrors: [A, B], had });
  expect(synced.found).toBeNull();
  expect(synced.result.code).toBe('unreachable');
  expect(synced.mirrors).toEqual([
    { mirror: B, outcome: { code: 'unreachable' } },
    { mirror: A, outcome: { code: 'status', status: 500 } },
  ]);
});

test('S4: a mirror that has only old rules is not the last word when they have expired', async () => {
  const stale = new Shelf();
  const document = await stale.publish(5, OLD, [m], { expires: instant(NOW - DAY) });
  const hosts = openHosts({ [A]: stale, [B]: next });
  const synced = await ask(hosts, { mirrors: [B, A], had: haveOf(document, OLD) });
  expect(synced.result).toEqual({ code: 'updated', version: 6 });
});

describe('attacks that a mirror may try', () => {
  test('old rules again; forged ones; one file of another release', async () => {
    const forged = new Shelf();
    await forged.publish(9, NEW, [n]);
    const mixed = next.with(wholeAt, zip(utf8(OLD['brands.txt']))).with(patchAt, null);
    const older = new Shelf();
    await older.publish(4, OLD, [m]);
    const results = await Promise.all(
      [older, forged, mixed].map(async (one) => (await ask(openHosts({ [A]: one }), { had })).result),
    );
    expect(results).toEqual([
      { code: 'rollback', role: 'manifest', seen: 5, found: 4 },
      { code: 'unsigned', role: 'manifest', root: 1 },
      { code: 'wrong-length', file: 'brands.txt', expected: 451, found: 449 },
    ]);
  });

  test('an attack at one mirror is told though another one helps', async () => {
    const forged = new Shelf();
    await forged.publish(9, NEW, [n]);
    const synced = await ask(openHosts({ [A]: forged, [B]: next }), { mirrors: [B, A], had });
    expect(synced.result).toEqual({ code: 'updated', version: 6 });
    expect(synced.mirrors).toEqual([{ mirror: A, outcome: { code: 'unsigned', role: 'manifest', root: 1 } }]);
  });

  test('of all failures the one that somebody should look into is the gist', async () => {
    const forged = new Shelf();
    await forged.publish(9, NEW, [n]);
    const synced = await ask(openHosts({ [A]: forged }), { mirrors: [A, B, 'https://c.test/'], had });
    expect(synced.result).toEqual({ code: 'unsigned', role: 'manifest', root: 1 });
  });

  test('S10: thirty roots behind: all are walked, and the last one is given back to be kept', async () => {
    const far = new Shelf();
    for (let version = 2; version <= 31; version += 1)
      far.root(version, await signedBy([a], rootOf({ version, root: [a], manifest: [n] })));
    await far.publish(6, NEW, [n]);
    const synced = await ask(openHosts({ [A]: far }), { had });
    expect(synced.result).toEqual({ code: 'updated', version: 6 });
    expect(synced.root.version).toBe(31);
  });

  test('a chain that breaks off: what was reached is kept, nothing is taken', async () => {
    const broken = new Shelf();
    broken.root(2, await signedBy([a], rootOf({ version: 2, root: [a], manifest: [n] })));
    broken.root(3, await signedBy([b], rootOf({ version: 3, root: [b], manifest: [b] })));
    await broken.publish(6, NEW, [b]);
    const synced = await ask(openHosts({ [A]: broken }), { had });
    expect(synced.found).toBeNull();
    expect(synced.root.version).toBe(2);
  });

  test('signed rules that this version cannot read are refused as a whole', async () => {
    const read = () => {
      throw new Error('phrases.3.says');
    };
    const synced = await ask(openHosts({ [A]: next }), { had, read });
    expect(synced.result).toEqual({ code: 'unreadable', where: 'phrases.3.says' });
    expect(synced.found).toBeNull();
  });
});

test('mirrors are asked in random order', async () => {
  const mirrors = [A, B, 'https://c.test/', 'https://d.test/'];
  const firsts = new Set<string | undefined>();
  for (let i = 0; i < 40; i += 1) {
    const hosts = openHosts(Object.fromEntries(mirrors.map((mirror) => [mirror, shelf])));
    await ask(hosts, { mirrors, had, random: Math.random });
    firsts.add(mirrors.find((mirror) => hosts.asked[0]?.startsWith(mirror)));
  }
  expect(firsts.size).toBe(4);
});

test('nothing about this browser is sent', async () => {
  const sent: (RequestInit | undefined)[] = [];
  const { network } = openHosts({ [A]: shelf });
  const fetch: typeof globalThis.fetch = (input, init) => {
    sent.push(init);
    return network.fetch(input, init);
  };
  await ask({ network: { ...network, fetch }, asked: [] });
  expect(sent.length).toBeGreaterThan(3);
  for (const init of sent)
    expect(init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: expect.stringMatching(/no-/),
    });
  expect(sent.some((init) => init?.headers || init?.body || init?.method)).toBe(false);
});
