// How one file becomes the next: which lines go and which come. Nobody signs a patch and nobody need trust it: what comes of it
// must have the hash that the manifest names, or the whole file is fetched instead.
//
//   [[at, gone, ["a line", ...]], ...]    behind the first `at` lines of the old file, `gone` lines make room for these
import * as v from 'valibot';
import type { Bytes } from './bytes.ts';

export type Patch = [at: number, gone: number, lines: string[]][];

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const PatchSchema = v.array(v.tuple([count, count, v.array(v.string())]));

/**
 * @param old The file as it was.
 * @param limit Bytes: the length that the file shall have.
 * @returns What comes of it, to be checked; null when this is no patch of that file.
 */
export function patched(old: Bytes, patch: Bytes, limit: number): Bytes | null {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const changes = v.parse(PatchSchema, JSON.parse(decoder.decode(patch)));
    const before = decoder.decode(old).split('\n');
    const after: string[] = [];
    let read = 0;
    for (const [at, gone, lines] of changes) {
      if (at < read || at + gone > before.length) return null;
      for (; read < at; read += 1) after.push(before[read] ?? '');
      for (const line of lines) after.push(line);
      read += gone;
    }
    for (; read < before.length; read += 1) after.push(before[read] ?? '');
    const bytes = new TextEncoder().encode(after.join('\n'));
    return bytes.length === limit ? bytes : null;
  } catch {
    return null;
  }
}
