// Patches between two forms of a file (feed/patch), made where they save a reader most of the file.
import { gzipSync } from 'node:zlib';
import { diffArrays } from 'diff';
import { type Bytes, sameBytes } from '../../feed/bytes.ts';
import { type Patch, patched } from '../../feed/patch.ts';

/** Lines that come and go. Beyond these the search takes long, and the whole file is hardly longer. */
const MOST_EDITS = 2000;
/** A patch that is longer than this share of the whole file, both packed, is not worth its request. */
const WORTH = 0.5;

/** As files and patches lie in a feed; the same bytes on every machine of one kind. */
export const packed = (bytes: Uint8Array): Bytes => new Uint8Array(gzipSync(bytes, { level: 9 }));

/** The lines that go and come; null when there are too many. */
function changesOf(before: string[], after: string[]): Patch | null {
  const parts = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) return null;
  const changes: Patch = [];
  let at = 0;
  let open: Patch[number] | null = null;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (!open) {
      open = [at, 0, []];
      changes.push(open);
    }
    if (added) open[2].push(...value);
    else {
      open[1] += value.length;
      at += value.length;
    }
  }
  return changes;
}

/**
 * How `old` becomes `next`, packed as it lies in the feed. Null when a patch would not be clearly smaller than the whole file, or
 * these are no texts.
 */
export function makePatch(old: Bytes, next: Bytes): Bytes | null {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let changes: Patch | null;
  try {
    changes = changesOf(decoder.decode(old).split('\n'), decoder.decode(next).split('\n'));
  } catch {
    return null;
  }
  if (!changes) return null;
  const patch: Bytes = new TextEncoder().encode(JSON.stringify(changes));
  const short = packed(patch);
  if (short.length > WORTH * packed(next).length) return null;
  // As the extension will read it.
  const outcome = patched(old, patch, next.length);
  return outcome && sameBytes(outcome, next) ? short : null;
}
