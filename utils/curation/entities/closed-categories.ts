// Categories that a marketplace closed to sellers from abroad, and the kinds of goods in them. They go into the stored form
// of the notices.
import * as v from 'valibot';
import { entity } from '../entity.ts';
import { about, day, entry, id, ids, name, names, text } from '../fields.ts';
import { groupsOf } from './kinds.ts';
import { marketplaces } from './marketplaces.ts';

export const closedCategories = entity({
  name: 'closed-categories',
  files: 'tables/closed-categories.yml',
  schema: entry({
    law: about('Siapa yang menutupnya, dan di mana itu terbaca; tampil di panel.', text),
    since: about('Sejak kapan.', day),
    marketplaces: about('Marketplace yang menutupnya: nama petanya.', v.pipe(v.array(id), v.minLength(1))),
    categories: v.record(
      id,
      v.strictObject({
        name: about('Nama kategorinya; tampil di panel.', name),
        kinds: about('Jenis barang yang seluruhnya di dalamnya: id dari tables/kinds.yml.', ids),
        perhaps: about('Jenis barang yang hanya di dalamnya bila judulnya juga memuat salah satu dari `words`.', ids),
        words: about('Kata-kata untuk `perhaps`.', names),
      }),
    ),
  }),
  check(entries, all, note) {
    const known = groupsOf(all);
    const maps = all.of(marketplaces).map(({ data }) => data.id);
    for (const entry of entries) {
      entry.data.marketplaces.forEach((value, i) => {
        if (!maps.includes(value))
          note(entry, ['marketplaces', i], 'marketplace-unknown', {
            field: 'marketplaces',
            value,
            known: maps.join(', '),
          });
      });
      for (const [category, fields] of Object.entries(entry.data.categories))
        for (const field of ['kinds', 'perhaps'] as const)
          fields[field].forEach((value, i) => {
            if (!known.has(value)) note(entry, ['categories', category, field, i], 'kind-unknown', { field, value });
          });
    }
  },
});
