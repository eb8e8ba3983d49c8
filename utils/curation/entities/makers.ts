// A maker that curators found to make its goods in Indonesia. Believed only as a brand field or an official store.
import * as v from 'valibot';
import type { Maker } from '../../knowledge/maker.ts';
import { Names } from '../../knowledge/names.ts';
import { normalise, tokens } from '../../knowledge/tokens.ts';
import { type Entries, type Entry, type EntryOf, entity, noteDuplicates } from '../entity.ts';
import { about, entry, ids, list, name, names } from '../fields.ts';
import { targetFault } from '../link.ts';
import { brands, spellings } from './brands.ts';
import { openGenericNames } from './generic-names.ts';
import { kinds, noteUnknownKinds } from './kinds.ts';
import { marketplaces } from './marketplaces.ts';

const schema = entry({
  name: about('Nama pembuat atau mereknya, sebagaimana tertulis di barangnya.', name),
  country: about('Selalu ID: di sini hanya pembuat di Indonesia.', v.optional(v.literal('ID', 'maker-abroad'), 'ID')),
  aliases: about('Ejaan lain dari nama yang sama.', names),
  makes: about('Yang dibuatnya, masing-masing beberapa kata.', v.optional(list(name, 50), [])),
  kinds: about('Jenis barang yang dibuatnya: id dari tables/kinds.yml.', ids),
  place: v.nullish(about('Kabupaten atau kota tempat membuatnya.', name)),
  links: about(
    'Toko atau barangnya, satu alamat per marketplace, tanpa parameter.',
    v.optional(v.record(v.string(), v.string()), {}),
  ),
});

type KnownBrand = EntryOf<typeof brands>;

/**
 * The brand from abroad that a maker's name holds ("Samsung Electronics Indonesia"), or is. A brand whose name is also an
 * ordinary word may stand in anybody's name.
 */
function openAbroad(known: readonly KnownBrand[]): (name: string) => KnownBrand | null {
  const whole = new Map<string, KnownBrand>();
  const inside = new Names<KnownBrand>();
  for (const brand of known) {
    if (brand.data.country === 'ID') continue;
    for (const { value } of spellings(brand)) {
      whole.set(value, brand);
      if (brand.data.match === 'word') inside.add(value, brand);
    }
  }
  return (name) => {
    const words = tokens(name);
    const found = words.map((_, i) => inside.at(words, i)?.entry).find((brand) => brand !== undefined);
    return whole.get(name) ?? found ?? null;
  };
}

/** What titles call goods by ("keranjang pandan"), the brands among it aside. */
function wordsForGoods(all: Entries): Set<string> {
  const words = new Set(
    all.of(kinds).flatMap(({ data }) => Object.values(data.kinds).flatMap((kind) => kind.words.map(normalise))),
  );
  for (const brand of all.of(brands)) for (const { value } of spellings(brand)) words.delete(value);
  return words;
}

export const makers = entity({
  name: 'makers',
  files: 'makers/*.yml',
  schema,
  small: true,
  check(entries, all, note) {
    noteDuplicates(entries, spellings, note);
    noteUnknownKinds(entries, all.of(kinds), note);
    const generic = openGenericNames(all);
    const goods = wordsForGoods(all);
    const abroad = openAbroad(all.of(brands));
    const maps = new Map(all.of(marketplaces).map(({ data }) => [data.id, data]));
    for (const entry of entries) {
      for (const { value, path } of spellings(entry)) {
        if (generic(value) || goods.has(value)) note(entry, path, 'generic-name', { value });
        const brand = abroad(value);
        if (brand) note(entry, path, 'maker-brand-abroad', { value, owner: brand.file, country: brand.data.country });
      }
      for (const [marketplace, address] of Object.entries(entry.data.links)) {
        const map = maps.get(marketplace);
        const path = ['links', marketplace];
        if (!map) {
          const known = [...maps.keys()].join(', ');
          note(entry, path, 'marketplace-unknown', { field: 'links', value: marketplace, known });
          continue;
        }
        const flaw = targetFault(address, map);
        if (flaw) note(entry, path, flaw.code, { value: address, ...flaw.params });
      }
    }
  },
  compile: (entries) =>
    entries.map(
      ({ id, data }: Entry<v.InferOutput<typeof schema>>): Maker => ({
        id,
        basis: data.basis,
        names: [data.name, ...data.aliases].map(normalise),
      }),
    ),
});
