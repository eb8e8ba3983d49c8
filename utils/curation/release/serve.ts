// A feed's folder served as a web server should (docs/FEED.md says how others are set up): only the paths of a feed, readable from
// every site, what never changes kept for good, what does asked for again each time.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Nothing else is served, so nothing can lead out of the folder. */
const CHANGING = /^\/(?:manifest\.signed|roots\/[1-9]\d{0,8}\.signed)$/;
const LASTING = /^\/(?:files\/[0-9a-f]{64}|patches\/[0-9a-f]{16}-[0-9a-f]{16})\.gz$/;

/** On every answer, errors too: else a browser says "no connection" where the server said something. */
const ALWAYS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
  'X-Content-Type-Options': 'nosniff',
};

function fileOf(dir: string, path: string): Buffer | null {
  if (!CHANGING.test(path) && !LASTING.test(path)) return null;
  try {
    return readFileSync(join(dir, path));
  } catch {
    return null;
  }
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body?: Buffer;
}

function answerTo(dir: string, { method, url = '', headers: asked }: IncomingMessage): Answer {
  const path = url.split('?')[0] ?? '';
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { Allow: 'GET, HEAD' } };
  const body = fileOf(dir, path);
  if (!body) return { status: 404, headers: { 'Cache-Control': 'no-cache' } };
  const headers = {
    ETag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`,
    'Cache-Control': LASTING.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (asked['if-none-match'] === headers.ETag) return { status: 304, headers };
  const type = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(body.length) };
  // As it lies there: a Content-Encoding would have browsers unpack it before we can check it.
  return { status: 200, headers: { ...headers, ...type }, body };
}

/** Answers a request from the feed in `dir`. */
export function answer(dir: string, request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = answerTo(dir, request);
  response.writeHead(status, { ...ALWAYS, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

export interface FeedServer {
  /** "http://127.0.0.1:8788/": the mirror's address. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the feed in `dir` on this computer alone.
 * @param port 0 for any that is free.
 */
export async function serveFeed(dir: string, port = 0): Promise<FeedServer> {
  const server = createServer((request, response) => answer(dir, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
