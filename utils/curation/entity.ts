// A kind of entity of the ruleset: where its files stand, what they may say, what they may not say together, and what
// becomes of them. Each has a module in entities/ and, beside it, a YAML file with its messages and its examples.
import type * as v from 'valibot';
import type { Path, Source } from './source.ts';

/** One file's content, checked. `id` is the file's name without its ending. */
export interface Entry<T> {
  id: string;
  file: string;
  data: T;
  lineOf: Source['lineOf'];
}

type Schema = v.GenericSchema<unknown, unknown>;
export type EntryOf<E extends Entity> = Entry<v.InferOutput<E['schema']>>;

/** All entries that were read, by their kind. */
export interface Entries {
  of<E extends Entity>(entity: E): EntryOf<E>[];
}

/** Notes a fault of an entry at a path of its data. */
export type Note = (entry: Entry<unknown>, path: Path, code: string, params?: Record<string, string>) => void;

export interface Entity<S extends Schema = Schema> {
  /** Section of the compiled ruleset, and name of its JSON Schema. */
  name: string;
  /** "brands/*.yml": a file each. "tables/regions.yml": one file, which must be there. */
  files: string;
  schema: S;
  /** Its files hold a few lines. */
  small?: true;
  /** Its entries name each other: they can be checked only when all could be read. */
  linked?: true;
  /** Faults that only show beside other entries. */
  check?(entries: Entry<v.InferOutput<S>>[], all: Entries, note: Note): void;
  /** The stored form; absent for knowledge that nothing asks for yet, or that another entity's section holds. */
  compile?(entries: Entry<v.InferOutput<S>>[], all: Entries): unknown;
}

/** Types an entity by its schema. */
export const entity = <S extends Schema>(it: Entity<S>): Entity<S> => it;

/** Notes every value that an earlier one already claims. */
export function noteDuplicates<T>(
  entries: readonly Entry<T>[],
  claims: (entry: Entry<T>) => { value: string; path: Path }[],
  note: Note,
  code = 'taken',
): void {
  const owners = new Map<string, { entry: Entry<T>; path: Path }>();
  for (const entry of entries)
    for (const { value, path } of claims(entry)) {
      const owner = owners.get(value);
      if (!owner) owners.set(value, { entry, path });
      else note(entry, path, code, { value, owner: `${owner.entry.file}:${owner.entry.lineOf(owner.path)}` });
    }
}
