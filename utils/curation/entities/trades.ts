// What is so of most brands of a trade: where their goods are usually made (stored with the brands), and what a name of theirs
// means in a title.
import * as v from 'valibot';
import { MADE } from '../../knowledge/brand.ts';
import { normalise } from '../../knowledge/tokens.ts';
import { entity } from '../entity.ts';
import { about, entry, id, ids, names } from '../fields.ts';
import { kinds, knownKinds } from './kinds.ts';

const made = v.picklist(MADE);

export const trades = entity({
  name: 'trades',
  files: 'tables/trades.yml',
  schema: entry({
    trades: v.record(
      id,
      v.strictObject({
        home: about('Barang merek Indonesia: here, abroad atau mixed.', made),
        foreign: about('Barang merek luar negeri: here, abroad atau mixed.', made),
        copied: v.optional(about('true: namanya sering dipakai pada tiruan.', v.boolean()), false),
        goods: about(
          'Jenis barang (tables/kinds.yml) yang tidak dibuat perajin dengan nama merek begini: di judul, namanya selalu nama pembuatnya.',
          ids,
        ),
        openings: about('Kata-kata untuk barang begitu, yang mengawali judul; paling banyak tiga kata.', names),
        hosts: v.optional(
          about(
            'true: orang lain membuat aksesori untuk mereknya; sesudah "case" namanya adalah yang cocok.',
            v.boolean(),
          ),
          false,
        ),
      }),
    ),
  }),
  check(entries, all, note) {
    const known = knownKinds(all.of(kinds));
    for (const entry of entries)
      for (const [trade, { goods }] of Object.entries(entry.data.trades))
        goods.forEach((kind, i) => {
          if (!known.has(kind))
            note(entry, ['trades', trade, 'goods', i], 'kind-unknown', { field: 'goods', value: kind });
        });
  },
  compile: (entries) =>
    entries.flatMap(({ data }) =>
      Object.entries(data.trades).flatMap(([id, { goods, openings }]) =>
        goods.length + openings.length > 0 ? [{ id, goods, openings: openings.map(normalise) }] : [],
      ),
    ),
});
