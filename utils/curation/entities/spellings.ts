// Words of titles that mean the same, say for whom goods are, or say nothing: what local alternatives are compared by.
import * as v from 'valibot';
import { normalise } from '../../knowledge/tokens.ts';
import { entity } from '../entity.ts';
import { about, entry, list, name } from '../fields.ts';

const words = list(name, 300);

export const spellings = entity({
  name: 'spellings',
  files: 'tables/spellings.yml',
  schema: entry({
    same: about('Satu baris satu arti; kata pertama yang dipakai. Satu kata hanya di satu baris.', list(words, 2_000)),
    audience: about(
      'Untuk siapa barangnya: kata di judul yang mengatakannya.',
      v.strictObject({ men: words, women: words, children: words, babies: words }),
    ),
    empty: about('Kata yang tidak mengatakan apa-apa tentang barangnya.', words),
  }),
  check(entries, _, note) {
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
    same: entries.flatMap(({ data }) => data.same.map((row) => row.map(normalise))),
    audience: Object.fromEntries(
      (['men', 'women', 'children', 'babies'] as const).map((who) => [
        who,
        entries.flatMap(({ data }) => data.audience[who].map(normalise)),
      ]),
    ),
    empty: entries.flatMap(({ data }) => data.empty.map(normalise)),
  }),
});
