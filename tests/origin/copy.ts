// The ruleset folder for tests that change it, with a few of the thousands of brands: a check of them all takes seconds.
import { cpSync } from 'node:fs';
import { type Folder, openFolder } from '../../utils/curation/folder.ts';
import { RULESET } from './ruleset.ts';

const isSpare = (path: string) => /(^|[\\/])brands[\\/](?!sa|ba|xiaomi)[^\\/]+$/.test(path);

export function copyRuleset(dir: string): void {
  cpSync(RULESET, dir, { recursive: true, filter: (path) => !isSpare(path) });
}

/** The same without a copy. Each file is read once. */
export function smallRuleset(): Folder {
  const folder = openFolder(RULESET);
  const files = folder.list().filter((file) => !isSpare(file));
  const read = new Map<string, ReturnType<Folder['read']>>();
  return {
    list: () => files,
    read(file) {
      const known = read.get(file) ?? folder.read(file);
      read.set(file, known);
      return known;
    },
  };
}
