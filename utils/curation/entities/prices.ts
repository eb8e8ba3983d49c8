// What goods of a kind usually cost at sellers in Indonesia, imported stock included: measured on listings.
import * as v from 'valibot';
import { entity } from '../entity.ts';
import { about, entry, id, text } from '../fields.ts';
import { kinds } from './kinds.ts';

const rupiah = v.pipe(v.number(), v.integer(), v.minValue(1));

export const prices = entity({
  name: 'prices',
  files: 'tables/prices.yml',
  schema: entry({
    prices: v.record(
      id,
      v.strictObject({
        low: about('Sepuluh dari seratus lebih murah dari ini (rupiah).', rupiah),
        usual: about('Harga tengah (rupiah).', rupiah),
        high: about('Sepuluh dari seratus lebih mahal dari ini (rupiah).', rupiah),
        listings: about('Banyaknya barang yang diukur.', v.pipe(v.number(), v.integer(), v.minValue(1))),
        years: about('Tahun barang-barang itu.', text),
      }),
    ),
  }),
  check(entries, all, note) {
    const known = new Set(all.of(kinds).flatMap(({ data }) => Object.keys(data.kinds)));
    for (const entry of entries)
      for (const [kind, { low, usual, high }] of Object.entries(entry.data.prices)) {
        if (!known.has(kind)) note(entry, ['prices', kind], 'kind-unknown', { field: 'prices', value: kind });
        if (low > usual || usual > high) note(entry, ['prices', kind], 'price-order', { value: kind });
      }
  },
});
