// How a feed's folder is changed: step by step in an order that leaves it whole wherever the work is cut off. Each file appears
// under its name at once, or not at all.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bytes } from '../../feed/bytes.ts';
import { ReleaseError } from './error.ts';

export interface Step {
  /** Below the feed's folder. */
  path: string;
  /** What the file holds from now on; null: it goes. */
  bytes: Bytes | null;
}

/** Behind the name of a file that is being written; what a cut-off work left of it is overwritten or removed by the next. */
export const UNFINISHED = '.new';

/** Writes a file whole: whoever reads meanwhile gets the old one. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}${UNFINISHED}`, bytes, { flush: true });
  renameSync(`${path}${UNFINISHED}`, path);
}

/**
 * Takes the steps in their order.
 * @throws ReleaseError `not-written`; the steps before stay taken
 */
export function take(dir: string, steps: readonly Step[]): void {
  for (const { path, bytes } of steps)
    try {
      if (bytes) writeWhole(join(dir, path), bytes);
      else rmSync(join(dir, path), { force: true });
    } catch (error) {
      throw new ReleaseError('not-written', { file: path, reason: (error as NodeJS.ErrnoException).code ?? '' });
    }
}
