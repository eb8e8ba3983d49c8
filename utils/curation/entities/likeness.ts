// What makes goods alike: kinds that can take each other's place, words of titles that mean the same, say for whom goods are, or
// say nothing.
import * as v from 'valibot';
import { AUDIENCES } from '../../knowledge/likeness.ts';
import { normalise } from '../../knowledge/tokens.ts';
import { entity } from '../entity.ts';
import { about, entry, id, list, name } from '../fields.ts';
import { kinds, knownKinds } from './kinds.ts';

const words = list(name, 300);

export const likeness = entity({
  name: 'likeness',
  files: 'tables/likeness.yml',
  schema: entry({
    families: about(
      'Jenis barang (tables/kinds.yml) yang bisa saling menggantikan. Satu jenis boleh di beberapa baris.',
      list(list(id), 500),
    ),
    same: about('Satu baris satu arti; kata pertama yang dipakai. Satu kata hanya di satu baris.', list(words, 2_000)),
    audience: about(
      'Untuk siapa barangnya: kata di judul yang mengatakannya.',
      v.strictObject({ men: words, women: words, children: words, babies: words, adults: words }),
    ),
    years: about('Kata sesudah angka umur: 1-5 tahun.', words),
    prefixes: about('Awalan yang tidak mengubah artinya di judul: bermotif berarti motif.', words),
    empty: about('Kata yang tidak mengatakan apa-apa tentang barangnya.', words),
  }),
  check(entries, all, note) {
    const known = knownKinds(all.of(kinds));
    for (const entry of entries)
      entry.data.families.forEach((row, i) => {
        row.forEach((kind, j) => {
          if (!known.has(kind)) note(entry, ['families', i, j], 'kind-unknown', { field: 'families', value: kind });
        });
      });
    const owners = new Map<string, string>();
    for (const entry of entries)
      entry.data.same.forEach((row, i) => {
        row.forEach((word, j) => {
          const owner = owners.get(normalise(word));
          const [first = word] = row;
          if (owner !== undefined && owner !== first)
            note(entry, ['same', i, j], 'taken', { value: word, owner: `same: ${owner}` });
          else owners.set(normalise(word), first);
        });
      });
  },
  compile: (entries) => ({
    families: entries.flatMap(({ data }) => data.families),
    same: entries.flatMap(({ data }) => data.same.map((row) => row.map(normalise))),
    audience: Object.fromEntries(
      AUDIENCES.map((who) => [who, entries.flatMap(({ data }) => data.audience[who].map(normalise))]),
    ),
    years: entries.flatMap(({ data }) => data.years.map(normalise)),
    empty: entries.flatMap(({ data }) => data.empty.map(normalise)),
    prefixes: entries.flatMap(({ data }) => data.prefixes.map(normalise)),
  }),
});
