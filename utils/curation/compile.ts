// The folder ruleset/ → one compiled Ruleset. Node only. Same input, same bytes; every fault names file, line and reason.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { BrandSource, compileBrand } from '../knowledge/brand.ts';
import { compileMaker, MakerSource } from '../knowledge/maker.ts';
import { MapSchema } from '../knowledge/map-schema.ts';
import { compileParameters, ParametersSource } from '../knowledge/parameter.ts';
import { compilePhrases, PhrasesSource } from '../knowledge/phrase.ts';
import { CountriesSource, compilePlaces, ForeignPlacesSource, RegionsSource } from '../knowledge/place.ts';
import { compileRegistrations, RegistrationsSource } from '../knowledge/registration.ts';
import type { Ruleset } from '../knowledge/ruleset.ts';

const ID = /^[a-z0-9][a-z0-9-]*$/;

class Reader {
  readonly faults: string[] = [];
  /** The newest date on which any entry was reviewed. */
  newest = '0000-00-00';
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** The YAML files of a folder by name, sorted; none when the folder is missing. */
  files(folder: string): string[] {
    const path = join(this.#dir, folder);
    if (!existsSync(path)) return [];
    const names = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
    return names.sort().map((name) => `${folder}/${name}`);
  }

  /** One file, checked; null when it is faulty or missing (the fault is noted). */
  read<T extends v.GenericSchema>(file: string, schema: T): v.InferOutput<T> | null {
    const path = join(this.#dir, file);
    if (!existsSync(path)) {
      this.faults.push(`${file}: missing`);
      return null;
    }
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
    // The first fault only: in YAML the others mostly follow from it.
    const error = document.errors[0];
    if (error) {
      this.faults.push(`${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`);
      return null;
    }
    const data: unknown = document.toJS({ maxAliasCount: 200 });
    const result = v.safeParse(schema, data);
    if (!result.success) {
      for (const issue of result.issues) {
        const keys = (issue.path ?? []).map((item) => item.key);
        // A missing key has no line of its own: that of the entry it is missing from.
        let node: unknown;
        for (let n = keys.length; n >= 0 && !isNode(node); n--) node = document.getIn(keys.slice(0, n), true);
        const at = isNode(node) && node.range ? `:${lines.linePos(node.range[0]).line}` : '';
        this.faults.push(`${file}${at}: ${keys.length > 0 ? `${keys.join('.')}: ` : ''}${issue.message}`);
      }
      return null;
    }
    this.#date(data);
    return result.output;
  }

  /** Every file of a folder as one entity each, id = file name. */
  entities<T extends v.GenericSchema, E>(
    folder: string,
    schema: T,
    compile: (id: string, source: v.InferOutput<T>) => E,
  ): E[] {
    return this.files(folder).flatMap((file) => {
      const id = basename(file).replace(/\.ya?ml$/, '');
      if (!ID.test(id)) this.faults.push(`${file}: the file name is the id: small letters, digits and dashes`);
      const source = this.read(file, schema);
      return source === null ? [] : [compile(id, source)];
    });
  }

  /** Notes that two entries claim the same thing. */
  unique(kind: string, claims: [what: string, owner: string][]): void {
    const owners = new Map<string, string>();
    for (const [what, owner] of claims) {
      const other = owners.get(what);
      if (what === '') this.faults.push(`${owner}: a ${kind} without letters or digits`);
      else if (other !== undefined) this.faults.push(`${owner}: ${kind} "${what}" is already taken by ${other}`);
      else owners.set(what, owner);
    }
  }

  #date(data: unknown): void {
    if (Array.isArray(data)) for (const item of data) this.#date(item);
    else if (typeof data === 'object' && data !== null) {
      for (const [key, value] of Object.entries(data)) {
        if (key === 'reviewed' && typeof value === 'string' && value > this.newest) this.newest = value;
        else this.#date(value);
      }
    }
  }
}

/**
 * Compiles a ruleset folder.
 * @throws Error whose message lists every fault, one a line: "brands/x.yml:2: country: a country is two capital letters".
 */
export function compileRuleset(dir: string): Ruleset {
  const reader = new Reader(dir);
  if (!existsSync(dir)) throw new Error(`${dir}: no such folder`);

  const maps = reader.entities('marketplaces', MapSchema, (_, map) => map);
  const brands = reader.entities('brands', BrandSource, compileBrand);
  const makers = reader.entities('makers', MakerSource, compileMaker);
  const phrases = reader.files('phrases').flatMap((file) => {
    const source = reader.read(file, PhrasesSource);
    return source === null ? [] : compilePhrases(source);
  });
  const countries = reader.read('tables/countries.yml', CountriesSource);
  const regions = reader.read('tables/regions.yml', RegionsSource);
  const foreign = reader.read('tables/foreign-places.yml', ForeignPlacesSource);
  const registrations = reader.read('tables/registrations.yml', RegistrationsSource);
  const parameters = reader.read('tables/parameters.yml', ParametersSource);

  const spellings = (folder: string, entries: { id: string; names: string[] }[]) =>
    entries.flatMap(({ id, names }) =>
      [...new Set(names)].map((name): [string, string] => [name, `${folder}/${id}.yml`]),
    );
  reader.unique('name', spellings('brands', brands));
  reader.unique('name', spellings('makers', makers));
  reader.unique(
    'id',
    phrases.map(({ id }) => [id, `phrase ${id}`]),
  );
  reader.unique(
    'id',
    (registrations?.registrations ?? []).map(({ id }) => [id, `registration ${id}`]),
  );
  reader.unique(
    'key',
    (parameters?.parameters ?? []).map(({ key, from }) => [`${key} ${from ?? ''}`, `parameter ${key}`]),
  );
  reader.unique(
    'id',
    maps.map(({ id }) => [id, `marketplaces/${id}.yml`]),
  );
  reader.unique(
    'host',
    maps.flatMap(({ id, hosts }) => hosts.map((host): [string, string] => [host, `marketplaces/${id}.yml`])),
  );
  const known = new Set(['*', 'brand', ...phrases.map(({ id }) => id)]);
  for (const { id, cancels } of phrases)
    for (const other of cancels) if (!known.has(other)) reader.faults.push(`phrase ${id}: cancels unknown "${other}"`);

  if (reader.faults.length > 0 || !countries || !regions || !foreign || !registrations || !parameters) {
    throw new Error(reader.faults.join('\n'));
  }
  const content = {
    maps,
    places: compilePlaces(regions, countries, foreign),
    brands,
    makers,
    phrases,
    registrations: compileRegistrations(registrations),
    parameters: compileParameters(parameters),
  };
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
  return { version: `${reader.newest.replaceAll('-', '.')}-${hash}`, ...content };
}
