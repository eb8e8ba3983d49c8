// What is so of most brands of a trade: where their goods are usually made (stored with the brands), and what a name of theirs
// means in a title.
import * as v from 'valibot';
import { MADE } from '../../knowledge/brand.ts';
import { entity } from '../entity.ts';
import { about, entry, id, ids } from '../fields.ts';
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
        accessories: v.optional(
          about('true: mereknya membuat aksesori; "case" atau "kabel" di judul adalah barangnya.', v.boolean()),
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
      Object.entries(data.trades).flatMap(([id, { goods, accessories }]) =>
        goods.length > 0 || accessories ? [{ id, goods, ...(accessories && { accessories }) }] : [],
      ),
    ),
});
