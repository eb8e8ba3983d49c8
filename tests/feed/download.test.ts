// One download: never more than its limit, never waiting for ever, and never before a server wants to be asked.
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../utils/feed/bytes.ts';
import { filePath, MANIFEST_PATH } from '../../utils/feed/layout.ts';
import { endless, openHosts, Shelf, zip } from './host.ts';
import { DAY, NOW, utf8 } from './publisher.ts';
import { A, ask, B, had, m, OLD, shelf } from './two-releases.ts';

describe('S7: endless data and trickles', () => {
  test('an endless manifest is left at its limit', async () => {
    const synced = await ask(openHosts({ [A]: shelf.with(MANIFEST_PATH, () => endless(65_536)) }), { had });
    expect(synced.result).toMatchObject({ code: 'too-long', limit: 512 * 1024 });
  });

  test('an endless file is left at the length that was signed', async () => {
    const path = filePath(await sha256(utf8(OLD['brands.txt'])));
    let sent = 0;
    const counted = () => {
      const response = endless(1_000);
      sent += 1;
      return response;
    };
    const synced = await ask(openHosts({ [A]: shelf.with(path, counted) }));
    expect(synced.result).toMatchObject({ code: 'too-long' });
    expect((synced.result as { found: number }).found).toBeLessThan(5_000);
    expect(sent).toBe(1);
  });

  test('a feed of 60 MB, by what its server says', async () => {
    const huge = () => new Response('x', { headers: { 'Content-Length': String(60_000_000) } });
    const synced = await ask(openHosts({ [A]: Shelf.always(huge) }));
    expect(synced.result).toMatchObject({ code: 'too-long', found: 60_000_000 });
  });

  test('a small file that stands for a huge one', async () => {
    const path = filePath(await sha256(utf8(OLD['brands.txt'])));
    const bomb = shelf.with(path, zip(new Uint8Array(200_000)));
    expect((await ask(openHosts({ [A]: bomb }))).result).toEqual({ code: 'wrong-hash', file: 'brands.txt' });
  });

  test.for([
    ['nothing at all', () => new Promise<Response>(() => {})],
    ['a byte now and then', () => endless(1, 20)],
  ] as const)('%s: left after a while, the next mirror helps', async ([, answer]) => {
    const hosts = openHosts({ [A]: shelf.with(MANIFEST_PATH, answer), [B]: shelf });
    const synced = await ask(hosts, { mirrors: [B, A], network: { ...hosts.network, patience: 200 } });
    expect(synced.result.code).toBe('updated');
    expect(synced.mirrors[0]?.outcome).toEqual({ code: 'stalled', after: 200 });
  });

  test('slow but steady is fine', async () => {
    const noise = Array.from({ length: 2_000 }, (_, i) => Math.imul(i + 1, 2_654_435_761) >>> 0).join('\n');
    const files = { 'brands.txt': noise };
    const large = new Shelf();
    await large.publish(5, files, [m]);
    const path = filePath(await sha256(utf8(noise)));
    const packed = zip(utf8(noise));
    const slowly = () => {
      let at = 0;
      return new Response(
        new ReadableStream<Uint8Array>({
          async pull(controller) {
            await new Promise((done) => setTimeout(done, 50));
            if (at >= packed.length) return controller.close();
            controller.enqueue(packed.subarray(at, at + 2_000));
            at += 2_000;
          },
        }),
      );
    };
    const hosts = openHosts({ [A]: large.with(path, slowly) });
    const synced = await ask(hosts, { network: { ...hosts.network, patience: 250 } });
    expect(synced.result.code).toBe('updated');
    expect(packed.length).toBeGreaterThan(5_000);
  });
});

describe('S18: a server that asks to wait', () => {
  const busy = (after: string) => () => new Response('', { status: 503, headers: { 'Retry-After': after } });
  test.for([
    ['120', NOW + 120_000],
    [new Date(NOW + 3_600_000).toUTCString(), NOW + 3_600_000],
    ['999999999', NOW + 7 * DAY],
    ['-5', null],
    ['besok', null],
  ] as const)('Retry-After: %s', async ([after, until]) => {
    const { result } = await ask(openHosts({ [A]: Shelf.always(busy(after)) }));
    expect(result).toEqual(until === null ? { code: 'status', status: 503 } : { code: 'wait', until });
  });

  test('it is not asked before then; another one is', async () => {
    const hosts = openHosts({ [A]: shelf, [B]: shelf });
    const synced = await ask(hosts, { mirrors: [A, B], waits: { [A]: NOW + 1 } });
    expect(synced.result.code).toBe('updated');
    expect(hosts.asked.filter((address) => address.startsWith(A))).toEqual([]);
    const later = openHosts({ [A]: shelf });
    expect((await ask(later, { waits: { [A]: NOW } })).result.code).toBe('updated');
    const alone = openHosts({ [A]: shelf });
    expect((await ask(alone, { waits: { [A]: NOW + 7 } })).result).toEqual({ code: 'wait', until: NOW + 7 });
    expect(alone.asked).toEqual([]);
  });
});
