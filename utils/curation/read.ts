// A ruleset folder → its entries, kind by kind, and every fault that shows in the files themselves or between them.
// Same input, same result: no clock, no corpus (check.ts adds those).
import * as v from 'valibot';
import { knownOrigins } from './entities/countries.ts';
import { ENTITIES } from './entities/index.ts';
import type { Entity, Entries, Entry, EntryOf, Note } from './entity.ts';
import type { Fault } from './fault.ts';
import { fieldsNamed } from './fields.ts';
import type { Folder } from './folder.ts';
import { faultsOf } from './issues.ts';
import { parseSource } from './source.ts';

export interface Reading {
  entries: Entries;
  faults: Fault[];
  /** How many files were read as entries. */
  files: number;
  note: Note;
}

const FILE_NAME = /^[a-z0-9][a-z0-9-]*\.yml$/;
/** What stands in the folder for people and their editors. */
const FOR_PEOPLE = /^(?:README\.md|schemas\/[a-z-]+\.json)$/;

/** The entity that a file belongs to, by its folder. */
function entityOf(file: string): Entity | undefined {
  const folder = file.slice(0, file.lastIndexOf('/'));
  return ENTITIES.find(({ files }) => files === file || files === `${folder}/*.yml`);
}

/** "Batik Keris.yaml" → "batik-keris.yml". */
function goodName(name: string): string {
  const bare = name
    .replace(/\.ya?ml$/i, '')
    .normalize('NFKD')
    .toLowerCase();
  return `${bare.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'nama'}.yml`;
}

/** One file by itself: the same text gives the same. */
interface FileReading {
  text: string;
  entry: Entry<unknown> | null;
  faults: Fault[];
}
export type Memo = Map<string, FileReading>;

export function readEntry(file: string, text: string, entity: Entity): FileReading {
  const { source, faults } = parseSource(file, text);
  if (!source) return { text, entry: null, faults };
  const { data, lineOf } = source;
  const result = v.safeParse(entity.schema, data);
  const id = file.slice(file.lastIndexOf('/') + 1).replace(/\.yml$/, '');
  if (result.success) return { text, entry: { id, file, data: result.output, lineOf }, faults };
  const found = faultsOf(entity.schema, result.issues);
  const wrong = found.map(({ path, code, params }) => ({ file, line: lineOf(path), code, params }));
  return { text, entry: null, faults: [...faults, ...wrong] };
}

/** @param memo Remembers files between readings of almost the same folder. */
export function readRuleset(folder: Folder, memo?: Memo): Reading {
  const faults: Fault[] = [];
  const byEntity = new Map<Entity, Entry<unknown>[]>(ENTITIES.map((entity) => [entity, []]));
  const note: Note = (entry, path, code, params = {}) => {
    faults.push({ file: entry.file, line: entry.lineOf(path), code, params });
  };
  const entries: Entries = {
    of: <E extends Entity>(entity: E) => (byEntity.get(entity) ?? []) as EntryOf<E>[],
  };

  const read = (file: string, entity: Entity): void => {
    const content = folder.read(file);
    if ('fault' in content) {
      faults.push(content.fault);
      return;
    }
    const known = memo?.get(file);
    const one = known?.text === content.text ? known : readEntry(file, content.text, entity);
    memo?.set(file, one);
    faults.push(...one.faults);
    if (one.entry) byEntity.get(entity)?.push(one.entry);
  };

  const files = folder.list().filter((file) => !FOR_PEOPLE.test(file));
  const known = ENTITIES.map((entity) => entity.files);
  for (const file of files) {
    const entity = entityOf(file);
    const name = file.slice(file.lastIndexOf('/') + 1);
    if (!entity) faults.push({ file, line: null, code: 'not-read', params: { known: known.join(', ') } });
    else if (!FILE_NAME.test(name))
      faults.push({ file, line: null, code: 'file-name', params: { example: goodName(name) } });
    else read(file, entity);
  }
  for (const entity of ENTITIES) {
    if (!entity.files.includes('*') && !files.includes(entity.files))
      faults.push({ file: entity.files, line: null, code: 'missing-file', params: {} });
    entity.check?.(entries.of(entity), entries, note);
  }
  const origins = knownOrigins(entries);
  for (const entity of ENTITIES)
    for (const entry of entries.of(entity))
      for (const field of ['country', 'says'])
        for (const { path, value } of fieldsNamed(entry.data, field))
          if (!origins.has(value)) note(entry, path, 'country-unknown', { field, value });
  return { entries, faults, files: files.length, note };
}
