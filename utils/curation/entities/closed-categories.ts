// Categories that are closed to sellers from abroad, with the words that name them.
import * as v from 'valibot';
import { entity } from '../entity.ts';
import { about, day, entry, id, name } from '../fields.ts';

export const closedCategories = entity({
  name: 'closed-categories',
  files: 'tables/closed-categories.yml',
  schema: entry({
    from: about('Sejak kapan.', day),
    categories: v.record(
      id,
      v.strictObject({
        name: about('Nama kategorinya.', name),
        words: about('Kata-kata yang menyebutnya.', v.pipe(v.array(name), v.minLength(1))),
      }),
    ),
  }),
});
