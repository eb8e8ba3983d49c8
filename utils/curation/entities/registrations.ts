// Registration numbers that say where goods were made: prefix, digits, closed checks; each with examples that prove it.
import * as v from 'valibot';
import { openRegistrations, type Part, type Registration } from '../../knowledge/registration.ts';
import { type Entry, entity, noteDuplicates } from '../entity.ts';
import { about, entry, id, list, origin, strength, text } from '../fields.ts';
import { regions } from './regions.ts';

const LENGTHS: Record<string, number> = { wilayah: 4, tahun: 2 };

/** Reads a format as volunteers write it; null when it is none. */
function parseFormat(format: string): Part[] | null {
  const parts: Part[] = [];
  let rest = format.replace(/\s+/g, '');
  while (rest !== '') {
    const [whole, digits, kind, length] = /^(?:(\d+)|\{(angka|wilayah|tahun):(\d{1,2})\})/.exec(rest) ?? [];
    if (whole === undefined || (kind && Number(length) !== (LENGTHS[kind] ?? Number(length)))) return null;
    parts.push(
      digits ? { kind: 'literal', digits } : { kind: kind as 'angka' | 'wilayah' | 'tahun', length: Number(length) },
    );
    rest = rest.slice(whole.length);
  }
  return parts;
}

const format = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }): Part[] => {
    const parts = parseFormat(dataset.value);
    if (parts) return parts;
    addIssue({ message: 'format' });
    return NEVER;
  }),
);

const One = entry({
  id,
  meaning: about('Arti nomornya.', text),
  prefix: about(
    'Huruf di depan nomor; spasi, titik dan tanda hubung di antaranya boleh.',
    v.pipe(v.array(v.pipe(text, v.regex(/^[a-z]+$/i, 'prefix'))), v.minLength(1)),
  ),
  format: about(
    'Angkanya: angka tetap, {angka:9} sembilan angka, {wilayah:4} kode kabupaten/kota, {tahun:2} tahun berakhir.',
    v.pipe(v.array(format), v.minLength(1)),
  ),
  says: about('Asal menurut nomor ini: ID, CN …, atau foreign.', origin),
  strength,
  unbroken: about(
    'true: angkanya harus rapat; untuk huruf depan yang juga kata biasa.',
    v.optional(v.boolean(), false),
  ),
  examples: about('Tulisan yang harus dikenali.', v.pipe(v.array(text), v.minLength(1))),
  not: about('Tulisan mirip yang tidak boleh dikenali.', v.optional(v.array(text), [])),
});
type One = v.InferOutput<typeof One>;

const stored = ({ id, prefix, format, says, strength, basis, unbroken }: One): Registration => ({
  id,
  prefix: prefix.map((letters) => letters.toLowerCase()),
  format,
  says,
  strength,
  basis,
  ...(unbroken && { unbroken: true as const }),
});

export const registrations = entity({
  name: 'registrations',
  files: 'tables/registrations.yml',
  schema: v.strictObject({
    registrations: about('Nomor registrasi; yang pertama cocok menang.', list(One)),
  }),
  check(entries, all, note) {
    noteDuplicates(
      entries,
      ({ data }) => data.registrations.map(({ id }, i) => ({ value: id, path: ['registrations', i, 'id'] })),
      note,
    );
    const codes = new Set(
      all.of(regions).flatMap(({ data }) => Object.keys(data.regions).map((code) => code.replace('.', ''))),
    );
    const isRegion = (code: string) => codes.has(code);
    for (const entry of entries) {
      const find = openRegistrations(entry.data.registrations.map(stored), isRegion);
      entry.data.registrations.forEach(({ id, examples, not }, i) => {
        const hit = (example: string) => find(example).some(({ registration }) => registration.id === id);
        examples.forEach((value, k) => {
          if (!hit(value)) note(entry, ['registrations', i, 'examples', k], 'example', { value, id });
        });
        not.forEach((value, k) => {
          if (hit(value)) note(entry, ['registrations', i, 'not', k], 'counterexample', { value, id });
        });
      });
    }
  },
  compile: (entries) => entries.flatMap(({ data }: Entry<{ registrations: One[] }>) => data.registrations.map(stored)),
});
