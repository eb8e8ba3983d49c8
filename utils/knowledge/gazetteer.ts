// Looking places up: in a location field ("KOTA TANGERANG - CIPONDOH, BANTEN, ID"), and by name in running text.
import type { Found } from './entity.ts';
import { memo } from './memo.ts';
import { Names } from './names.ts';
import type { Places } from './place.ts';
import { type Token, tokens } from './tokens.ts';

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

/** What a pattern may ask for: country, countryInField, region, city. */
export type PlaceSlot = 'negara' | 'negara-kolom' | 'kota' | 'kota-asing';

export interface Gazetteer {
  /** What a location field says ("Kab. Bekasi", "KOTA TANGERANG - CIPONDOH, BANTEN, ID", "Luar Negeri"); null when unknown or torn. */
  place(text: string): Place | null;
  /** A foreign country's name at token `i`, everyday words included: ask only after a cue ("buatan"). */
  country(tokens: readonly Token[], i: number): Found<Place>[];
  /** The same, with the names that are believed only as a field's value. */
  countryInField(tokens: readonly Token[], i: number): Found<Place>[];
  /** An Indonesian region at token `i` of running text, "kota" and "kab" before it included. */
  region(tokens: readonly Token[], i: number): Found<Place>[];
  /** A foreign city at token `i`. */
  city(tokens: readonly Token[], i: number): Found<Place>[];
  /** Whether a name for this slot may begin with this word. */
  begins(slot: PlaceSlot, word: string): boolean;
  /** Whether a kabupaten or kota has this code ("3306"). */
  isRegionCode(code: string): boolean;
}

export function openGazetteer(places: Places): Gazetteer {
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
  // Sure names; with those that need a cue; with those that need a field.
  const countries = new Names<Place>();
  const cuedCountries = new Names<Place>();
  const fieldCountries = new Names<Place>();
  for (const [country, sure, cue, field] of places.countries) {
    if (country === 'ID') continue;
    const place = { country, rule: `countries/${country}` };
    for (const name of sure) countries.add(name, place);
    for (const name of [...sure, ...cue]) cuedCountries.add(name, place);
    for (const name of [...sure, ...cue, ...field]) fieldCountries.add(name, place);
  }
  const cities = new Names<Place>();
  const labels = new Names<Place>();
  const wholeLabels = new Names<Place>();
  for (const [country, names] of places.cities)
    for (const name of names) cities.add(name, { country, rule: `foreign-places/${country}` });
  for (const [country, anywhere, whole] of places.labels) {
    const place = { country, rule: `foreign-places/${country}` };
    for (const name of anywhere) labels.add(name, place);
    for (const name of whole) wholeLabels.add(name, place);
  }

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

  const beginnings: Record<PlaceSlot, (word: string) => boolean> = {
    negara: (word) => cuedCountries.begins(word),
    'negara-kolom': (word) => fieldCountries.begins(word),
    kota: (word) => regions.begins(word) || BEFORE.has(word),
    'kota-asing': (word) => cities.begins(word),
  };

  return {
    begins: (slot, word) => beginnings[slot](word),
    region,
    city: at(cities),
    country: at(cuedCountries),
    countryInField: at(fieldCountries),
    isRegionCode: (code) => codes.has(code),
    place: memo((text) => {
      const words = tokens(text);
      if (words.length === 0) return null;
      // A whole name may hold a comma ("Korea, Republic of").
      const joined = words.map((word) => ({ ...word, segment: 0 }));
      const exact = whole(joined, regions, ordinaryRegions, labels, countries, cities, wholeLabels, fieldCountries);
      if (exact) return exact;
      const here = anywhere(words, [region]);
      const abroad = anywhere(words, [at(labels), at(countries), at(cities)]);
      if (here && abroad) return null;
      if (here ?? abroad) return here ?? abroad;
      if (/(^|[\s,-])ID$/.test(text.trim())) return { country: 'ID', rule: 'countries/ID' };
      return anywhere(words, [at(ordinaryRegions)]);
    }),
  };
}
