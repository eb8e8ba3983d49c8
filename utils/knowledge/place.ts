// Places as volunteers write them: Indonesian regions, countries, foreign cities, and the labels that marketplaces print for
// "abroad". `gazetteer.ts` looks them up.
import * as v from 'valibot';
import { named, provenance, text, texts } from './entity.ts';
import { normalise } from './tokens.ts';

const iso = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a country is two capital letters (ISO 3166)'));
const abroad = v.union([iso, v.literal('foreign')], 'a country (CN) or `foreign`');

const Region = v.strictObject({
  name: text,
  also: texts,
  /** Spellings believed only in a location field ("ntb"). */
  short: texts,
  /** The name is an ordinary word too (Batu, Metro): in running text only after "kab" or "kota". */
  word: v.optional(v.boolean(), false),
  /** Goods that many small makers there are known for. */
  makes: texts,
});

/** `ruleset/tables/regions.yml`: code of the home ministry → name, or name and spellings. R1, R2 ...: informal areas. */
export const RegionsSource = v.pipe(
  v.strictObject({
    ...provenance,
    regions: v.record(
      v.pipe(v.string(), v.regex(/^(\d{2}(\.\d{2})?|R\d+)$/, 'a region code is 33, 33.10 or R1')),
      v.union([Region, text], 'a region is a name, or name, also, short, word'),
    ),
  }),
  named(),
);

/**
 * `ruleset/tables/countries.yml`: ISO alpha-2 → names. `cue`: everyday words too, believed after a cue ("buatan korea");
 * `field`: words that mostly mean something else ("uk", "jersey"), believed only as a field's value.
 */
export const CountriesSource = v.pipe(
  v.strictObject({
    ...provenance,
    countries: v.record(iso, v.strictObject({ id: text, en: text, also: texts, cue: texts, field: texts })),
  }),
  named(),
);

/** `ruleset/tables/foreign-places.yml`. `labels` count anywhere in a location field, `whole` only as the whole field. */
export const ForeignPlacesSource = v.pipe(
  v.strictObject({
    ...provenance,
    labels: v.record(text, abroad),
    whole: v.record(text, abroad),
    cities: v.record(iso, v.array(text)),
  }),
  named(),
);

/** A place's id (region code or country), its names in running text, its names only in a location field. All normalised. */
const Row = v.tuple([v.string(), v.array(v.string()), v.array(v.string())]);
export const PlacesSchema = v.object({
  regions: v.array(Row),
  /** Codes of the regions that are known for their makers. */
  makers: v.array(v.string()),
  /** [country, sure names, names after a cue, names as a field's value]. */
  countries: v.array(v.tuple([v.string(), v.array(v.string()), v.array(v.string()), v.array(v.string())])),
  labels: v.array(Row),
  cities: v.array(Row),
});
export type Places = v.InferOutput<typeof PlacesSchema>;
type Row = v.InferOutput<typeof Row>;

const ADMINISTRATIVE = /^(kabupaten|kota|provinsi) (administrasi )?/;
const unique = (names: string[]) => [...new Set(names.map(normalise))];

export function compilePlaces(
  regions: v.InferOutput<typeof RegionsSource>,
  countries: v.InferOutput<typeof CountriesSource>,
  foreign: v.InferOutput<typeof ForeignPlacesSource>,
): Places {
  return {
    makers: Object.entries(regions.regions).flatMap(([code, entry]) =>
      typeof entry !== 'string' && entry.makes.length > 0 ? [code] : [],
    ),
    regions: Object.entries(regions.regions).map(([code, entry]): Row => {
      const region = typeof entry === 'string' ? { name: entry, also: [], short: [], word: false } : entry;
      const name = normalise(region.name).replace(ADMINISTRATIVE, '');
      return [
        code,
        unique([...(region.word ? [] : [name]), ...region.also]),
        unique([...(region.word ? [name] : []), ...region.short]),
      ];
    }),
    countries: Object.entries(countries.countries).map(([code, { id, en, also, cue, field }]) => {
      const unsure = unique([...cue, ...field]);
      const sure = unique([id, en, ...also]).filter((name) => !unsure.includes(name));
      return [code, sure, unique(cue), unique(field)];
    }),
    labels: [
      ...Object.entries(foreign.labels).map(([name, country]): Row => [country, [normalise(name)], []]),
      ...Object.entries(foreign.whole).map(([name, country]): Row => [country, [], [normalise(name)]]),
    ],
    cities: Object.entries(foreign.cities).map(([country, names]): Row => [country, unique(names), []]),
  };
}
