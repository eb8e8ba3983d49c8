// Indonesia's provinces, kabupaten and kota. Compiles all places into one section, since one gazetteer looks them all up.
import * as v from 'valibot';
import type { Places, Row } from '../../knowledge/place.ts';
import { normalise } from '../../knowledge/tokens.ts';
import { type Entries, entity } from '../entity.ts';
import { about, entry, name, names, regionCode } from '../fields.ts';
import { countries } from './countries.ts';
import { foreignPlaces } from './foreign-places.ts';

const Region = v.strictObject({
  name: about('Nama resmi; “Kabupaten” dan “Kota” di depannya dikenali sendiri.', name),
  also: about('Ejaan lain.', names),
  short: about('Ejaan yang dipercaya hanya di kolom lokasi (“ntb”).', names),
  word: about(
    'true: namanya juga kata biasa (Batu, Metro); di kalimat hanya setelah “kab” atau “kota”.',
    v.optional(v.boolean(), false),
  ),
  makes: about('Barang yang banyak dibuat pembuat kecil di sana.', names),
});

const ADMINISTRATIVE = /^(kabupaten|kota|provinsi) (administrasi )?/;
const unique = (all: string[]) => [...new Set(all.map(normalise))];

export function compilePlaces(all: Entries): Places {
  const places: Places = { regions: [], makers: [], countries: [], labels: [], cities: [] };
  for (const { data } of all.of(regions))
    for (const [code, entry] of Object.entries(data.regions)) {
      const region = typeof entry === 'string' ? { name: entry, also: [], short: [], word: false, makes: [] } : entry;
      const bare = normalise(region.name).replace(ADMINISTRATIVE, '');
      if (region.makes.length > 0) places.makers.push(code);
      places.regions.push([
        code,
        unique([...(region.word ? [] : [bare]), ...region.also]),
        unique([...(region.word ? [bare] : []), ...region.short]),
      ]);
    }
  for (const { data } of all.of(countries))
    for (const [code, { id, en, also, cue, field }] of Object.entries(data.countries)) {
      const unsure = unique([...cue, ...field]);
      const sure = unique([id, en, ...also]).filter((one) => !unsure.includes(one));
      places.countries.push([code, sure, unique(cue), unique(field)]);
    }
  for (const { data } of all.of(foreignPlaces)) {
    const label = ([text, country]: [string, string], whole: boolean): Row =>
      whole ? [country, [], [normalise(text)]] : [country, [normalise(text)], []];
    places.labels.push(...Object.entries(data.labels).map((one) => label(one, false)));
    places.labels.push(...Object.entries(data.whole).map((one) => label(one, true)));
    places.cities.push(...Object.entries(data.cities).map(([country, list]): Row => [country, unique(list), []]));
  }
  return places;
}

export const regions = entity({
  name: 'places',
  files: 'tables/regions.yml',
  schema: entry({
    regions: v.record(regionCode, v.union([name, Region], 'region')),
  }),
  compile: (_, all) => compilePlaces(all),
});
