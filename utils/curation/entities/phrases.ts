// Phrases: words that say something about a listing's origin, or that take such words their meaning ("kualitas import").
import * as v from 'valibot';
import { FIELDS, type Phrase } from '../../knowledge/phrase.ts';
import { entity, noteDuplicates } from '../entity.ts';
import { about, entry, id, strength, text } from '../fields.ts';
import { pattern } from '../pattern.ts';

const One = v.pipe(
  v.strictObject({
    id,
    says: v.nullish(
      about(
        'ID, CN …, foreign, atau slot (negara atau kota yang tertangkap). Tanpa says: hanya membatalkan.',
        v.pipe(v.string(), v.regex(/^([A-Z]{2}|foreign|slot)$/, 'says-form')),
      ),
    ),
    claim: about(
      'madeIn (dibuat di), shipsFrom (dikirim dari), brandFrom (merek dari).',
      v.optional(v.picklist(['madeIn', 'shipsFrom', 'brandFrom']), 'madeIn'),
    ),
    strength: about('Sekuat apa: strong, medium, weak.', v.optional(strength, 'medium')),
    near_makers: v.nullish(
      about(
        'Sebagai ganti strength bila penjual di daerah yang dikenal pembuatnya: di sana kata “import” sering hanya pujian.',
        strength,
      ),
    ),
    fields: about(
      'Bagian halaman tempat kata-kata ini berarti.',
      v.optional(v.array(v.picklist(FIELDS)), ['title', 'description']),
    ),
    words: about(
      'Kata-katanya. a/b: pilihan. kata?: boleh tidak ada. {negara} {kota} {kota-asing} {kata} {angka:12}.',
      v.pipe(v.array(pattern), v.minLength(1)),
    ),
    cancels: about(
      'Id kata-kata lain yang kehilangan arti di dekatnya; brand: nama merek; *: semuanya.',
      v.optional(v.array(text), []),
    ),
    reach: v.nullish(
      about(
        'Membatalkan hanya sekian kata sesudahnya; tanpa ini sekalimat.',
        v.pipe(v.number(), v.integer(), v.minValue(0)),
      ),
    ),
    note: v.nullish(text),
  }),
  v.check((one) => Boolean(one.says) || one.cancels.length > 0, 'phrase-idle'),
);

const stored = (source: v.InferOutput<typeof One>): Phrase => {
  const { id, says, claim, strength, near_makers, fields, words, cancels, reach } = source;
  return {
    id,
    ...(says && { says }),
    claim,
    strength,
    ...(near_makers && { nearMakers: near_makers }),
    fields,
    words,
    cancels,
    ...(reach != null && { reach }),
  };
};

export const phrases = entity({
  name: 'phrases',
  files: 'phrases/*.yml',
  schema: entry({ phrases: about('Kata-kata, masing-masing dengan id-nya.', v.array(One)) }),
  linked: true,
  check(entries, _, note) {
    noteDuplicates(
      entries,
      ({ data }) => data.phrases.map(({ id }, i) => ({ value: id, path: ['phrases', i, 'id'] })),
      note,
    );
    const known = new Set(['*', 'brand', ...entries.flatMap(({ data }) => data.phrases.map(({ id }) => id))]);
    for (const entry of entries)
      entry.data.phrases.forEach(({ cancels }, i) => {
        cancels.forEach((other, k) => {
          if (!known.has(other)) note(entry, ['phrases', i, 'cancels', k], 'phrase-unknown', { value: other });
        });
      });
  },
  compile: (entries) => entries.flatMap(({ data }) => data.phrases.map(stored)),
});
