// Countries by their ISO 3166 code, with the names that sellers write.
import * as v from 'valibot';
import { normalise } from '../../knowledge/tokens.ts';
import { type Entries, entity } from '../entity.ts';
import { about, country, entry, name, names } from '../fields.ts';

export const countries = entity({
  name: 'countries',
  files: 'tables/countries.yml',
  schema: entry({
    countries: v.record(
      country,
      v.strictObject({
        id: about('Nama dalam bahasa Indonesia.', name),
        en: about('Nama dalam bahasa Inggris.', name),
        also: about('Ejaan lain.', names),
        cue: about('Juga kata sehari-hari: dipercaya setelah isyarat (“buatan korea”).', names),
        field: about('Lebih sering berarti lain (“uk”): dipercaya hanya sebagai isi kolom.', names),
      }),
    ),
  }),
});

/** The codes there are; the two words that stand for "abroad" and "whatever the pattern caught" too. */
export function knownOrigins(all: Entries): Set<string> {
  return new Set(['foreign', 'slot', ...all.of(countries).flatMap(({ data }) => Object.keys(data.countries))]);
}

/** The code of a country that is written by its name, or by its code in small letters. */
export function countryCodes(all: Entries): (value: string) => string | null {
  const codes = new Map<string, string>();
  for (const { data } of all.of(countries))
    for (const [code, { id, en, also, cue, field }] of Object.entries(data.countries))
      for (const name of [code, id, en, ...also, ...cue, ...field])
        if (!codes.has(normalise(name))) codes.set(normalise(name), code);
  return (value) => codes.get(normalise(value)) ?? null;
}
