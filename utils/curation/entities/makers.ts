// A maker that curators found to make its goods in Indonesia. Believed only as a brand field or an official store.
import * as v from 'valibot';
import type { Maker } from '../../knowledge/maker.ts';
import { normalise } from '../../knowledge/tokens.ts';
import { type Entry, entity, noteDuplicates } from '../entity.ts';
import { about, entry, ids, name, names } from '../fields.ts';
import { targetFault } from '../link.ts';
import { brands, spellings } from './brands.ts';
import { kinds, noteUnknownKinds } from './kinds.ts';
import { marketplaces } from './marketplaces.ts';

const schema = entry({
  name: about('Nama pembuat atau mereknya, sebagaimana tertulis di barangnya.', name),
  country: about('Selalu ID: di sini hanya pembuat di Indonesia.', v.optional(v.literal('ID', 'maker-abroad'), 'ID')),
  aliases: about('Ejaan lain dari nama yang sama.', names),
  makes: about('Yang dibuatnya, masing-masing beberapa kata.', names),
  kinds: about('Jenis barang yang dibuatnya: id dari tables/kinds.yml.', ids),
  place: v.nullish(about('Kabupaten atau kota tempat membuatnya.', name)),
  links: about(
    'Toko atau barangnya, satu alamat per marketplace, tanpa parameter.',
    v.optional(v.record(v.string(), v.string()), {}),
  ),
});

export const makers = entity({
  name: 'makers',
  files: 'makers/*.yml',
  schema,
  check(entries, all, note) {
    noteDuplicates(entries, spellings, note);
    noteUnknownKinds(entries, all.of(kinds), note);
    const abroad = new Map(
      all
        .of(brands)
        .filter(({ data }) => data.country !== 'ID')
        .flatMap((brand) => spellings(brand).map(({ value }) => [value, brand] as const)),
    );
    const maps = new Map(all.of(marketplaces).map(({ data }) => [data.id, data]));
    for (const entry of entries) {
      for (const { value, path } of spellings(entry)) {
        const brand = abroad.get(value);
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
        const flaw = targetFault(address, map.hosts);
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
