// The files of a ruleset folder, read with distrust: plain files of a bounded size in UTF-8, no links to elsewhere.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fault } from './fault.ts';

/** Tables hold hundreds of entries; an entity's own file a few lines. */
const MAX_BYTES = 1024 * 1024;
const DEPTH = 3;

export interface Folder {
  /** All files below the folder, sorted, as "brands/abc.yml"; names that begin with a dot are left out. */
  list(): string[];
  /** The text of a file, or why it can't be read. */
  read(file: string): { text: string } | { fault: Fault };
}

const fault = (file: string, code: string, params: Record<string, string> = {}): { fault: Fault } => ({
  fault: { file, line: null, code, params },
});

/** @throws Error when there is no such folder. */
export function openFolder(dir: string): Folder {
  // Without the slash at its end, behind which a link is followed. A contribution's folder must be its own.
  if (!lstatSync(resolve(dir), { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${dir}: no such folder`);
  const walk = (below: string, depth: number): string[] =>
    readdirSync(join(dir, below), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .flatMap((item) => {
        const path = below === '' ? item.name : `${below}/${item.name}`;
        return item.isDirectory() && depth < DEPTH ? walk(path, depth + 1) : [path];
      });
  return {
    list: () => walk('', 1).sort(),
    read(file) {
      try {
        const facts = lstatSync(join(dir, file));
        if (!facts.isFile()) return fault(file, 'not-a-file');
        if (facts.size > MAX_BYTES) return fault(file, 'too-large', { max: '1 MB' });
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(dir, file))) };
      } catch (error) {
        return fault(file, error instanceof TypeError ? 'not-utf8' : 'unreadable');
      }
    },
  };
}

/** The same folder with one file changed or added. */
export function withFile(folder: Folder, file: string, text: string): Folder {
  return {
    list: () => [...new Set([...folder.list(), file])].sort(),
    read: (other) => (other === file ? { text } : folder.read(other)),
  };
}
