// A ruleset folder → its entries, kind by kind, and every fault that shows in the files themselves or between them.
// Same input, same result: no clock, no corpus (check.ts adds those).
import * as v from 'valibot';
import { countryCodes, knownOrigins } from './entities/countries.ts';
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

/** Short, and none that Windows keeps for its devices: nobody there could check the folder out. */
const FILE_NAME = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[a-z0-9][a-z0-9-]{0,79}\.yml$/;
/** A brand, maker or finding has a few lines; a map or a file of phrases has hundreds. */
const SMALL = 64 * 1024;
/** Faults between entries that are told of one file. */
const MOST = 50;
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
  const id = bare
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  // "con.yml" is well-formed and still none that may be.
  const good = [`${id}.yml`, `${id}-merek.yml`].find((one) => FILE_NAME.test(one));
  return good ?? 'nama.yml';
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
  /** Kinds of which a file could not be read. */
  const broken = new Set<Entity | undefined>();
  const noted = new Map<string, number>();
  const note: Note = (entry, path, code, params = {}) => {
    const count = (noted.get(entry.file) ?? 0) + 1;
    noted.set(entry.file, count);
    if (count <= MOST) faults.push({ file: entry.file, line: entry.lineOf(path), code, params });
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
    if (entity.small && content.text.length > SMALL) {
      faults.push({ file, line: null, code: 'too-large', params: { max: '64 KB' } });
      return;
    }
    const known = memo?.get(file);
    const one = known?.text === content.text ? known : readEntry(file, content.text, entity);
    memo?.set(file, one);
    faults.push(...one.faults);
    if (one.entry) byEntity.get(entity)?.push(one.entry);
  };

  /** Runs a check, and forgets what it noted when it looked into a kind of which a file is broken: that would follow. */
  const inspect = (check: (all: Entries, note: Note) => void): void => {
    const found: Parameters<Note>[] = [];
    let follows = false;
    const seen: Entries = {
      of(entity) {
        follows ||= broken.has(entity);
        return entries.of(entity);
      },
    };
    check(seen, (...args) => found.push(args));
    if (!follows) for (const args of found) note(...args);
  };

  const files = folder.list().filter((file) => !FOR_PEOPLE.test(file));
  const known = ENTITIES.map((entity) => entity.files);
  for (const file of files) {
    const entity = entityOf(file);
    const name = file.slice(file.lastIndexOf('/') + 1);
    const before = faults.length;
    if (!entity) faults.push({ file, line: null, code: 'not-read', params: { known: known.join(', ') } });
    else if (!FILE_NAME.test(name))
      faults.push({ file, line: null, code: 'file-name', params: { example: goodName(name) } });
    else read(file, entity);
    if (faults.length > before) broken.add(entity);
  }
  for (const entity of ENTITIES) {
    if (entity.files.includes('*') || files.includes(entity.files)) continue;
    faults.push({ file: entity.files, line: null, code: 'missing-file', params: {} });
    broken.add(entity);
  }
  for (const entity of ENTITIES) {
    if (!entity.linked || !broken.has(entity)) inspect((all, note) => entity.check?.(entries.of(entity), all, note));
  }
  inspect(noteUnknownOrigins);
  nameCountries(faults, entries);
  return { entries, faults, files: files.length, note };
}

function noteUnknownOrigins(all: Entries, note: Note): void {
  const origins = knownOrigins(all);
  for (const entity of ENTITIES)
    for (const entry of all.of(entity))
      for (const field of ['country', 'says'])
        for (const { path, value } of fieldsNamed(entry.data, field))
          if (!origins.has(value)) note(entry, path, 'country-unknown', { field, value });
}

/** Where a country stands by its name, the message can say its code. */
function nameCountries(faults: Fault[], entries: Entries): void {
  const codeOf = countryCodes(entries);
  faults.forEach((fault, i) => {
    const { code, params } = fault;
    const meant = /^(?:country|origin|says)-form$/.test(code) ? codeOf(params.value ?? '') : null;
    if (meant) faults[i] = { ...fault, code: 'country-name', params: { ...params, meant } };
  });
}
