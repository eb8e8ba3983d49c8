// Kinds of goods, and the words of a title that name them.
import * as v from 'valibot';
import { type Kinds, openKinds } from '../../knowledge/kind.ts';
import { HINTS, MADE, packKinds } from '../../knowledge/kind-pack.ts';
import { normalise } from '../../knowledge/tokens.ts';
import { type Entries, type Entry, entity, type Note } from '../entity.ts';
import { about, entry, id, ids, name, text } from '../fields.ts';

const phrases = v.optional(v.array(text), []);

/** "ikat rambut+anak": its parts, as titles are compared. */
const partsOf = (phrase: string) => phrase.split('+').map(normalise);

const Kind = v.strictObject({
  name: about('Nama jenisnya, dalam bahasa Indonesia.', name),
  english: about('Namanya dalam bahasa Inggris.', name),
  group: about('Kelompoknya, misalnya aksesoris-fashion.', id),
  words: about(
    'Kata-kata di judul yang menyebutnya, yang paling lazim dulu. a+b: keduanya di mana pun di judul.',
    v.pipe(v.array(text), v.minLength(1)),
  ),
  weak: about('Kata-kata yang juga menyebut barang lain.', phrases),
  exclude: about('Kata-kata sesudahnya yang berarti bukan barang ini.', phrases),
  hint: v.nullish(
    about(
      'general: sebutan umum. modifier: lebih sering menerangkan barang lain. strong: hampir selalu benar.',
      v.picklist(HINTS),
    ),
  ),
  umkm: about('Apakah pembuat kecil di Indonesia membuatnya: yes, some, no.', v.picklist(MADE)),
  mixed: about(
    'true: berisi barang yang berbeda-beda (sepeda, lampu sepeda, kunci sepeda). Alternatif lokal lalu harus cocok kata-katanya.',
    v.optional(v.boolean(), false),
  ),
  evidence: about('Kata-kata yang menambah kemungkinan dibuat di sini.', phrases),
  categories: about('Bagian terakhir kategori marketplace yang berarti jenis ini.', ids),
});

export const kinds = entity({
  name: 'kinds',
  files: 'tables/kinds.yml',
  schema: entry({ kinds: v.record(id, Kind) }),
  check(entries, _, note) {
    for (const entry of entries) {
      // A phrase names one kind, or a title could be two things at once.
      const owners = new Map<string, string>();
      for (const [kind, { words }] of Object.entries(entry.data.kinds))
        words.forEach((phrase, i) => {
          const path = ['kinds', kind, 'words', i];
          const parts = partsOf(phrase);
          const value = parts.join('+');
          const owner = owners.get(value);
          if (parts.includes('')) note(entry, path, 'no-letters', { field: 'words', value: phrase });
          else if (owner === undefined) owners.set(value, kind);
          else note(entry, path, 'taken', { value, owner });
        });
    }
  },
  compile: (_, all) => packedKinds(all),
});

/** A table is packed once, however many other tables ask for it. */
const packed = new WeakMap<object, string>();

function packedKinds(all: Entries): string {
  const [table] = all.of(kinds);
  if (!table) return packKinds([]);
  const text =
    packed.get(table.data) ??
    packKinds(
      Object.entries(table.data.kinds).map(
        ([id, { name, english, group, hint, words, weak, exclude, umkm, mixed, categories }]) => ({
          id,
          name,
          english,
          group,
          made: umkm,
          mixed,
          categories,
          hint: hint ?? null,
          words: words.map(partsOf),
          weak: weak.map(partsOf).filter((parts) => !parts.includes('')),
          exclude: exclude.map(normalise).filter(Boolean),
        }),
      ),
    );
  packed.set(table.data, text);
  return text;
}

/** The kinds that titles name, as the extension will read them. */
export const openKindTable = (all: Entries): Kinds => openKinds(packedKinds(all));

/** The group of every kind that there is. */
export function groupsOf(all: Entries): Map<string, string> {
  return new Map(all.of(kinds).flatMap(({ data }) => Object.entries(data.kinds).map(([id, { group }]) => [id, group])));
}

/** Notes kinds that the table doesn't have. */
export const knownKinds = (tables: readonly Entry<{ kinds: Record<string, unknown> }>[]): ReadonlySet<string> =>
  new Set(tables.flatMap(({ data }) => Object.keys(data.kinds)));

export function noteUnknownKinds(
  entries: readonly Entry<{ kinds: string[] }>[],
  tables: readonly Entry<{ kinds: Record<string, unknown> }>[],
  note: Note,
): void {
  const known = knownKinds(tables);
  for (const entry of entries)
    entry.data.kinds.forEach((kind, i) => {
      if (!known.has(kind)) note(entry, ['kinds', i], 'kind-unknown', { field: 'kinds', value: kind });
    });
}
