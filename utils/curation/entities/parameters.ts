// Numbers of the judgement and of the law, with the days on which they hold.
import * as v from 'valibot';
import type { Parameter } from '../../knowledge/parameter.ts';
import { type Entry, entity, noteDuplicates } from '../entity.ts';
import { about, day, entry, list, text } from '../fields.ts';

const One = entry({
  key: about('Nama angkanya, misalnya weight.strong.', v.pipe(text, v.regex(/^[a-z0-9.-]+$/, 'key-form'))),
  value: about('Angkanya.', v.number()),
  from: v.nullish(about('Hari pertama berlaku; tanpa ini sejak dulu.', day)),
  until: v.nullish(about('Hari terakhir berlaku; tanpa ini sampai diganti.', day)),
  unit: v.nullish(about('Satuannya.', text)),
});

export const parameters = entity({
  name: 'parameters',
  files: 'tables/parameters.yml',
  schema: v.strictObject({ parameters: list(One) }),
  check(entries, _, note) {
    noteDuplicates(
      entries,
      ({ data }) =>
        data.parameters.map(({ key, from }, i) => ({
          value: `${key} ${from ?? ''}`.trim(),
          path: ['parameters', i, 'key'],
        })),
      note,
    );
    for (const entry of entries)
      entry.data.parameters.forEach(({ from, until }, i) => {
        if (from && until && until < from) note(entry, ['parameters', i, 'until'], 'until', { value: until, from });
      });
  },
  compile: (entries) =>
    entries.flatMap(({ data }: Entry<{ parameters: v.InferOutput<typeof One>[] }>) =>
      data.parameters.map(
        ({ key, value, from, until }): Parameter => ({
          key,
          value,
          ...(from && { from }),
          ...(until && { until }),
        }),
      ),
    ),
});
