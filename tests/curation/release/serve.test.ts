// A feed's folder over HTTP: what readers in browsers need, and nothing beside the feed.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey } from '../../../utils/curation/release/key.ts';
import { makeFeed, publishRelease } from '../../../utils/curation/release/make.ts';
import { type FeedServer, serveFeed } from '../../../utils/curation/release/serve.ts';
import { filePath, MANIFEST_PATH, rootPath } from '../../../utils/feed/layout.ts';
import { SourceSchema } from '../../../utils/feed/source.ts';

const scratch = mkdtempSync(join(tmpdir(), 'cekasal-'));
const dir = join(scratch, 'feed');
let server: FeedServer;
let file: string;
beforeAll(async () => {
  const keys = [newKey('Sari'), newKey('Budi')];
  await makeFeed(dir, { keys }, Date.now());
  const { files } = await publishRelease(
    dir,
    new Map([['about.json', new TextEncoder().encode('{}')]]),
    keys,
    Date.now(),
  );
  file = filePath(files.get('about.json')?.sha256 ?? '');
  writeFileSync(join(scratch, 'secret'), 'x');
  mkdirSync(join(dir, 'keys'));
  writeFileSync(join(dir, 'keys/sari.key'), 'x');
  server = await serveFeed(dir);
});
afterAll(async () => {
  await server.close();
  rmSync(scratch, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(server.url + path, init);
/** As it stands, without a client that tidies the path up. */
const statusOf = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

test('the address is one that an extension takes for a mirror', () => {
  expect(v.parse(SourceSchema, { mirrors: [server.url], root: 'x' }).mirrors).toEqual([server.url]);
});

test('every answer may be read by every site, errors too', async () => {
  for (const path of [MANIFEST_PATH, file, 'nothing', 'files/']) {
    const { headers } = await get(path);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe('Retry-After');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect((await get(MANIFEST_PATH, { method: 'POST' })).status).toBe(405);
});

test('the bytes as they lie there; what changes is asked for again, what does not is kept', async () => {
  for (const path of [MANIFEST_PATH, rootPath(1), file]) {
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(readFileSync(join(dir, path)));
    const lasting = 'public, max-age=31536000, immutable';
    expect(answer.headers.get('cache-control')).toBe(path === file ? lasting : 'no-cache');
    const again = await get(path, { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
  const missing = await get(`patches/${'0'.repeat(16)}-${'0'.repeat(16)}.gz`);
  expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-cache']);
});

test.for([
  '/',
  '/files/',
  '/roots',
  '/../secret',
  '/files/../../secret',
  '/files/%2e%2e/%2e%2e/secret',
  '//etc/hostname',
  '/history/1.signed',
  '/keys/sari.key',
  '/manifest.signed/',
  '/manifest.signed%00',
  '/roots/01.signed',
])('%s is not there', async (path) => {
  expect(await statusOf(path)).toBe(404);
});
