// Files from outside, read and unpacked with a limit: nobody shall fill a signer's memory.
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Bytes } from '../../feed/bytes.ts';
import { ReleaseError } from './error.ts';

/**
 * @param limit Bytes.
 * @throws ReleaseError `unreadable`, `too-large`
 */
export function readBounded(file: string, limit: number): Bytes {
  try {
    const facts = statSync(file);
    if (!facts.isFile()) throw new ReleaseError('unreadable', { file, reason: 'EISDIR' });
    if (facts.size > limit) throw new ReleaseError('too-large', { file, max: `${Math.ceil(limit / 1024)} KiB` });
    // A copy of its own: `slice` of a Buffer would be a view.
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (error instanceof ReleaseError) throw error;
    throw new ReleaseError('unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

/** What a gzip holds; null when it is none, or holds more than `limit` bytes. */
export function gunzipBounded(packed: Uint8Array, limit: number): Bytes | null {
  try {
    return new Uint8Array(gunzipSync(packed, { maxOutputLength: Math.max(1, limit) }));
  } catch {
    return null;
  }
}

/** A file's text, bounded the same. */
export const readText = (file: string, limit: number): string => new TextDecoder().decode(readBounded(file, limit));
