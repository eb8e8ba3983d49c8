// The fields that entries are made of, with the words that editors show for them and the codes of what can be wrong.
import * as v from 'valibot';
import { isDay } from '../knowledge/entity.ts';

const LONGEST_TEXT = 1_000;
/** Companies have long names. */
const LONGEST_NAME = 120;
const LONGEST_ID = 80;
/** Nobody is called by an address. */
const ADDRESS =
  /(?:https?|ftp|mailto|tel|javascript|vbscript)\s*:|\b(?:data|blob|file|about|chrome):\S|\/\/|\bwww\.|[\p{L}\d-]\.[a-z]{2,}\/|\S@\S+\.\S/iu;

/** A field with the help that editors show. */
export const about = <S extends v.GenericSchema>(help: string, schema: S) => v.pipe(schema, v.description(help));

export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('empty'), v.maxLength(LONGEST_TEXT, 'too-long'));
/** What shoppers or sellers write for something: short, with a letter or digit in it. */
export const name = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('empty'),
  v.maxLength(LONGEST_NAME, 'too-long'),
  v.regex(/[\p{L}\p{N}]/u, 'no-letters'),
  v.check((one) => !/[\n\t]/.test(one), 'one-line'),
  v.check((one) => !ADDRESS.test(one), 'name-address'),
);
/** A list of which somebody could still read each item. */
export const list = <S extends v.GenericSchema>(item: S, max = 200) => v.pipe(v.array(item), v.maxLength(max));
export const names = v.optional(list(name), []);
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'id-form'), v.maxLength(LONGEST_ID, 'too-long'));
export const ids = v.optional(list(id, 50), []);
export const day = v.pipe(v.string(), v.isoDate('day-form'), v.check(isDay, 'day-form'));
export const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'country-form'));
/** Where something comes from: a country, or abroad without a name. */
export const origin = v.pipe(v.string(), v.regex(/^(?:[A-Z]{2}|foreign)$/, 'origin-form'));
export const strength = v.picklist(['strong', 'medium', 'weak']);
/** Code of a province, kabupaten or kota ("33", "33.10"), or of an informal area (R1). */
export const regionCode = v.pipe(v.string(), v.regex(/^(\d{2}(\.\d{2})?|R\d+)$/, 'region-form'));

/** Something that can be looked up again. */
const source = v.pipe(text, v.minLength(8, 'source-form'), v.regex(/\p{L}/u, 'source-form'));
/** What nobody has looked at since is no longer known. */
const reviewed = v.pipe(
  day,
  v.check((one) => one >= '2015', 'day-early'),
);

/** What every entry says about itself. */
export const provenance = {
  basis: about(
    'Dasarnya. source: ada yang memeriksa, sebutkan di `source`. general-knowledge: pengetahuan umum, belum diperiksa; selalu lemah.',
    v.picklist(['source', 'general-knowledge']),
  ),
  source: v.nullish(
    about('Tempat memeriksanya: media dan tanggal, atau alamat https. Wajib bila basis: source.', source),
  ),
  reviewed: about('Tanggal terakhir dilihat seseorang, YYYY-MM-DD.', reviewed),
  note: v.nullish(about('Catatan untuk sesama relawan.', text)),
};

/** The fields of an entry, strictly: those given, and what every entry says about itself. `basis: source` names it. */
export function entry<const T extends v.ObjectEntries>(fields: T) {
  const schema = v.pipe(
    v.strictObject({ ...fields, ...provenance }),
    v.rawCheck(({ dataset, addIssue }) => {
      const { basis, source } = (dataset.value ?? {}) as { basis?: unknown; source?: unknown };
      if (basis === 'source' && !source) addIssue({ message: 'source-missing' });
    }),
  );
  // What the check adds is no change of type.
  return schema as unknown as v.StrictObjectSchema<T & typeof provenance, undefined>;
}

/** The texts of every field of this name, at whatever depth, each with its path. */
export function fieldsNamed(data: unknown, name: string): { path: PropertyKey[]; value: string }[] {
  const found: { path: PropertyKey[]; value: string }[] = [];
  const path: string[] = [];
  const walk = (inside: object) => {
    for (const [key, value] of Object.entries(inside)) {
      if (typeof value === 'string') {
        if (key === name) found.push({ path: [...path, key], value });
      } else if (typeof value === 'object' && value !== null) {
        path.push(key);
        walk(value);
        path.pop();
      }
    }
  };
  if (typeof data === 'object' && data !== null) walk(data);
  return found;
}
