// Phrases: words that say something about a listing's origin, or that take such words their meaning ("kualitas import").
import * as v from 'valibot';
import type { Element } from '../../knowledge/pattern.ts';
import { BRAND, COPY, FIELDS, HOST, type Phrase } from '../../knowledge/phrase.ts';
import { normalise } from '../../knowledge/tokens.ts';
import { entity, noteDuplicates } from '../entity.ts';
import { about, entry, id, list, strength, text } from '../fields.ts';
import { pattern } from '../pattern.ts';
import { genericNames } from './generic-names.ts';

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
      v.pipe(v.array(pattern), v.minLength(1), v.maxLength(200)),
    ),
    cancels: about(
      'Id kata-kata lain yang kehilangan arti di dekatnya; brand: nama merek; host: nama merek yang dibuatkan aksesori; copy: barangnya disebut tiruan; *: semuanya.',
      v.optional(list(text), []),
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

/** Whether a pattern can be met by words alone that stand in any text ("dan", "yang", a letter). */
const saysNothing = (elements: readonly Element[], stop: ReadonlySet<string>): boolean =>
  elements.every(
    ({ optional, slot, words }) =>
      optional || slot === 'kata' || words?.some((word) => stop.has(word) || word.length === 1),
  );

export const phrases = entity({
  name: 'phrases',
  files: 'phrases/*.yml',
  schema: entry({ phrases: about('Kata-kata, masing-masing dengan id-nya.', list(One)) }),
  linked: true,
  check(entries, all, note) {
    noteDuplicates(
      entries,
      ({ data }) => data.phrases.map(({ id }, i) => ({ value: id, path: ['phrases', i, 'id'] })),
      note,
    );
    const known = new Set(['*', BRAND, HOST, COPY, ...entries.flatMap(({ data }) => data.phrases.map(({ id }) => id))]);
    const stop = new Set(all.of(genericNames).flatMap(({ data }) => data.stop.map(normalise)));
    for (const entry of entries)
      entry.data.phrases.forEach(({ says, cancels, reach, words }, i) => {
        words.forEach((elements, k) => {
          // "untuk" may take the next few words their meaning, never say anything or reach on.
          if ((says || reach == null) && saysNothing(elements, stop))
            note(entry, ['phrases', i, 'words', k], 'pattern-stop');
        });
        cancels.forEach((other, k) => {
          if (!known.has(other)) note(entry, ['phrases', i, 'cancels', k], 'phrase-unknown', { value: other });
        });
      });
  },
  compile: (entries) => entries.flatMap(({ data }) => data.phrases.map(stored)),
});
