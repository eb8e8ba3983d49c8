// Several files as one run of bytes, and back: a database and a package give one buffer fastest. A first line says which files
// they are, and how long.
import * as v from 'valibot';
import type { Bytes } from './bytes.ts';

const HeaderSchema = v.array(v.tuple([v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(0))]));
const NEWLINE = 10;

export function pack(files: ReadonlyMap<string, Uint8Array>): Bytes {
  const header = [...files].map(([name, { length }]) => [name, length]);
  const head = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const parts = [head, ...files.values()];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * The files as views of the bytes. Whether they are what they should be is for the caller to check.
 * @throws Error when this is no pack.
 */
export function unpack(bytes: Bytes): Map<string, Bytes> {
  const end = bytes.indexOf(NEWLINE);
  const header = v.parse(HeaderSchema, JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)))));
  let at = end + 1;
  const files = new Map<string, Bytes>();
  for (const [name, length] of header) {
    files.set(name, bytes.subarray(at, at + length));
    at += length;
  }
  if (at !== bytes.length) throw new Error('a pack of another length');
  return files;
}
