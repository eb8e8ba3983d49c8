// Places: Indonesian regions, countries, foreign cities, and the labels that marketplaces print for "abroad".
import * as v from 'valibot';
import { type Found, named, provenance, text, texts } from './entity.ts';
import { Names } from './names.ts';
import { normalise, type Token, tokens } from './tokens.ts';

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

/** `ruleset/tables/countries.yml`: ISO alpha-2 → names. `risky` names are everyday words too ("mali", "us"). */
export const CountriesSource = v.pipe(
  v.strictObject({
    ...provenance,
    countries: v.record(iso, v.strictObject({ id: text, en: text, also: texts, risky: texts })),
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
  countries: v.array(Row),
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
    countries: Object.entries(countries.countries).map(([code, { id, en, also, risky }]): Row => {
      const everyday = unique(risky);
      return [code, unique([id, en, ...also]).filter((name) => !everyday.includes(name)), everyday];
    }),
    labels: [
      ...Object.entries(foreign.labels).map(([name, country]): Row => [country, [normalise(name)], []]),
      ...Object.entries(foreign.whole).map(([name, country]): Row => [country, [], [normalise(name)]]),
    ],
    cities: Object.entries(foreign.cities).map(([country, names]): Row => [country, unique(names), []]),
  };
}

export interface Place {
  /** ISO alpha-2, or "foreign" for an abroad without a name. */
  country: string;
  /** The table row that says so: "regions/32.04", "countries/CN", "foreign-places/CN". */
  rule: string;
  /** A region known for its makers. */
  makers?: boolean;
}

/** Words that stand before a region's name. */
const BEFORE = new Set(['kab', 'kabupaten', 'kota', 'kotamadya', 'adm', 'administrasi', 'prov', 'provinsi', 'pulau']);

export interface PlaceIndex {
  /** What a location field says ("Kab. Bekasi", "KOTA TANGERANG - CIPONDOH, BANTEN, ID", "Luar Negeri"); null when unknown or torn. */
  place(text: string): Place | null;
  /** A foreign country's name at token `i`, everyday words included: ask only after a cue ("made in"). */
  country(tokens: readonly Token[], i: number): Found<Place>[];
  /** An Indonesian region at token `i` of running text, "kota" and "kab" before it included. */
  region(tokens: readonly Token[], i: number): Found<Place>[];
  /** A foreign city at token `i`. */
  city(tokens: readonly Token[], i: number): Found<Place>[];
  /** Whether a kabupaten or kota has this code ("3306"). */
  isRegionCode(code: string): boolean;
}

export function openPlaces(places: Places): PlaceIndex {
  const regions = new Names<Place>();
  const ordinaryRegions = new Names<Place>();
  const codes = new Set<string>();
  const makers = new Set(places.makers);
  for (const [code, names, short] of places.regions) {
    const place = { country: 'ID', rule: `regions/${code}`, makers: makers.has(code) };
    for (const name of names) regions.add(name, place);
    for (const name of short) ordinaryRegions.add(name, place);
    if (code.length === 5) codes.add(code.replace('.', ''));
  }
  const fill = (rows: Row[], table: string, sure: Names<Place>, unsure: Names<Place>) => {
    for (const [country, names, only] of rows) {
      const place = { country, rule: `${table}/${country}` };
      if (country === 'ID') continue;
      for (const name of names) sure.add(name, place);
      for (const name of only) unsure.add(name, place);
    }
  };
  const countries = new Names<Place>();
  const everyday = new Names<Place>();
  const cities = new Names<Place>();
  const labels = new Names<Place>();
  const wholeLabels = new Names<Place>();
  fill(places.countries, 'countries', countries, everyday);
  fill(places.cities, 'foreign-places', cities, cities);
  fill(places.labels, 'foreign-places', labels, wholeLabels);

  const region = (tokens: readonly Token[], i: number): Found<Place>[] => {
    const bare = regions.allAt(tokens, i);
    if (bare.length > 0 || !BEFORE.has(tokens[i]?.text ?? '')) return bare;
    let at = i;
    while (at < i + 2 && BEFORE.has(tokens[at]?.text ?? '') && tokens[at]?.segment === tokens[i]?.segment) at++;
    const found = [...regions.allAt(tokens, at), ...ordinaryRegions.allAt(tokens, at)];
    return found.map(({ entry, length }) => ({ entry, length: length + at - i }));
  };

  const anywhere = (words: Token[], look: ((tokens: Token[], i: number) => Found<Place>[])[]): Place | null => {
    for (let i = 0; i < words.length; i++)
      for (const at of look) {
        const found = at(words, i)[0];
        if (found) return found.entry;
      }
    return null;
  };
  const whole = (words: Token[], ...indexes: Names<Place>[]): Place | null => {
    for (const index of indexes) {
      const found = index.at(words, 0);
      if (found && found.length === words.length) return found.entry;
    }
    return null;
  };
  const at = (names: Names<Place>) => (tokens: readonly Token[], i: number) => names.allAt(tokens, i);

  return {
    region,
    city: at(cities),
    country(tokens, i) {
      const sure = countries.allAt(tokens, i);
      const unsure = everyday.allAt(tokens, i);
      if (sure.length === 0 || unsure.length === 0) return sure.length > 0 ? sure : unsure;
      return [...sure, ...unsure].sort((a, b) => b.length - a.length);
    },
    isRegionCode: (code) => codes.has(code),
    place(text) {
      const words = tokens(text);
      if (words.length === 0) return null;
      // A whole name may hold a comma ("Korea, Republic of").
      const joined = words.map((word) => ({ ...word, segment: 0 }));
      const exact = whole(joined, regions, ordinaryRegions, labels, countries, cities, wholeLabels, everyday);
      if (exact) return exact;
      const here = anywhere(words, [region]);
      const abroad = anywhere(words, [at(labels), at(countries), at(cities)]);
      if (here && abroad) return null;
      if (here ?? abroad) return here ?? abroad;
      if (/(^|[\s,-])ID$/.test(text.trim())) return { country: 'ID', rule: 'countries/ID' };
      return anywhere(words, [at(ordinaryRegions)]);
    },
  };
}
