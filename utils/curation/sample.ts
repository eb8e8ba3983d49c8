// Some entries of the directory, drawn for a person to trace: does the source say so, does the search find them, do they still make
// it?
import { type DirectoryEntry, readEntry } from '../alternatives/entry.ts';
import { searchAddress } from '../alternatives/search.ts';
import type { Ruleset } from '../knowledge/ruleset.ts';

export interface Drawn {
  /** "makers/sari", the file's own name; "clusters/gayo". */
  entry: string;
  said: DirectoryEntry;
  /** What its link opens: its own pages, else a search. */
  addresses: string[];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lines of the directory: kind, id, goods, and what is said of them last. */
const ID = 1;

export function sampleDirectory({ directory, maps }: Ruleset, count: number, seed: number): Drawn[] {
  const entries = directory
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((fields) => fields.length > 2)
    .flatMap((fields): Drawn[] => {
      const said = readEntry(fields.at(-1) ?? '');
      if (!said) return [];
      const search = maps.find((map) => map.search?.elsewhere);
      const found = search ? searchAddress(search, said.search) : null;
      const own = Object.values(said.links ?? {});
      return [{ entry: fields[ID] ?? '', said, addresses: own.length > 0 ? own : found ? [found] : [] }];
    });
  const next = numbers(seed);
  for (let i = entries.length - 1; i > 0; i -= 1) {
    const other = Math.floor(next() * (i + 1));
    const [one, two] = [entries[i], entries[other]];
    if (one && two) [entries[i], entries[other]] = [two, one];
  }
  return entries.slice(0, count);
}
