// One file from one mirror, with a limit of bytes and a limit of patience. What comes is not yet believed.
import type { Bytes } from './bytes.ts';
import { Refusal } from './outcome.ts';

export interface Network {
  fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds in which at least `LEAST` bytes must come, or the end; the deadline is in proportion. */
  patience?: number;
}

/** Slow is fine, a trickle is not: nobody waits for ever. */
const PATIENCE = 20_000;
/** Bytes. */
const LEAST = 1_024;
/** Whatever comes: no download takes longer than so many times that, and as much again for so many bytes that may come. */
const DEADLINE = 3;
const BYTES_A_PATIENCE = 160 * 1_024;
/** Milliseconds. Longer than this no server may ask us to stay away. */
const LONGEST_WAIT = 7 * 86_400_000;
/** Servers that ask to be left alone. */
const BUSY = new Set([429, 503]);

/** `fresh`: always asked for, by what the browser kept of it if it can (If-None-Match). Else never kept: we keep it ourselves. */
export type Freshness = 'fresh' | 'once';

/**
 * @param most Bytes.
 * @throws Refusal `unreachable`, `status`, `wait`, `stalled`, `too-long`
 */
export async function download(
  address: string,
  { most, freshness }: { most: number; freshness: Freshness },
  { fetch, now, patience = PATIENCE }: Network,
): Promise<Bytes> {
  const stop = new AbortController();
  let stalled = false;
  const expect = () =>
    setTimeout(() => {
      stalled = true;
      stop.abort();
    }, patience);
  let timer = expect();
  const deadline = setTimeout(
    () => {
      stalled = true;
      stop.abort();
    },
    (DEADLINE + most / BYTES_A_PATIENCE) * patience,
  );
  try {
    const response = await fetch(address, {
      cache: freshness === 'fresh' ? 'no-cache' : 'no-store',
      credentials: 'omit',
      // A mirror must not send browsers elsewhere.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    });
    refuse(response, now());
    const declared = Number(response.headers.get('Content-Length') ?? 0);
    if (declared > most) throw new Refusal({ code: 'too-long', limit: most, found: declared });
    const progress = { bytes: 0 };
    return await collect(response.body, most, (bytes) => {
      progress.bytes += bytes;
      if (progress.bytes < LEAST) return;
      progress.bytes = 0;
      clearTimeout(timer);
      timer = expect();
    });
  } catch (error) {
    if (stalled) throw new Refusal({ code: 'stalled', after: patience });
    if (error instanceof Refusal) throw error;
    // A connection that broke, or an answer that the browser does not let us read.
    throw new Refusal({ code: 'unreachable' });
  } finally {
    clearTimeout(timer);
    clearTimeout(deadline);
    stop.abort();
  }
}

function refuse({ status, headers }: Response, now: number): void {
  const asked = BUSY.has(status) ? waitOf(headers.get('Retry-After'), now) : null;
  if (asked !== null) throw new Refusal({ code: 'wait', until: asked });
  if (status !== 200) throw new Refusal({ code: 'status', status });
}

/** "120" or an HTTP date, as a time; null when it says nothing. */
function waitOf(text: string | null, now: number): number | null {
  if (text === null) return null;
  const isDate = /^[A-Z][a-z]{2}, /.test(text);
  const time = /^\d{1,9}$/.test(text.trim()) ? now + Number(text) * 1_000 : isDate ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : Math.min(Math.max(time, now), now + LONGEST_WAIT);
}

/** @throws Refusal `too-long` */
async function collect(
  stream: ReadableStream<Uint8Array> | null,
  most: number,
  arrived: (bytes: number) => void = () => {},
): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > most) {
      reader?.cancel().catch(() => {});
      throw new Refusal({ code: 'too-long', limit: most, found: length });
    }
    parts.push(next.value);
    arrived(next.value.length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const isGzip = (bytes: Bytes): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * What was compressed; what was not, as it is: some servers unpack on their own.
 * @param most Bytes, of what is unpacked: a small file may stand for a huge one.
 * @returns Null when it is longer, or damaged.
 */
export async function unzip(bytes: Bytes, most: number): Promise<Bytes | null> {
  if (!isGzip(bytes)) return bytes.length <= most ? bytes : null;
  try {
    const { body } = new Response(bytes);
    return await collect(body?.pipeThrough(new DecompressionStream('gzip')) ?? null, most);
  } catch {
    return null;
  }
}
