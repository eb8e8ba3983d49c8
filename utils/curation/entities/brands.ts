// A brand and the country it is at home in. That says nothing certain about where an article was made.
import * as v from 'valibot';
import { MADE, packBrands } from '../../knowledge/brand.ts';
import { normalise } from '../../knowledge/tokens.ts';
import { type Entry, entity, noteDuplicates } from '../entity.ts';
import { about, country, entry, ids, name, names, text } from '../fields.ts';
import { openGenericNames } from './generic-names.ts';
import { kinds, noteUnknownKinds } from './kinds.ts';
import { trades } from './trades.ts';

const schema = entry({
  name: about('Nama merek sebagaimana tertulis di barangnya.', name),
  country: about('Negara asal mereknya, dua huruf (ID, CN, JP). Bukan tempat barangnya dibuat.', country),
  made: v.nullish(
    about(
      'Lazimnya barangnya yang dijual di Indonesia dibuat di: here (Indonesia), abroad (luar negeri), mixed (bisa dua-duanya). Kosong: menurut bidangnya, tables/trades.yml.',
      v.picklist(MADE),
    ),
  ),
  aliases: about('Ejaan lain dari nama yang sama.', names),
  match: about(
    'brand-field: namanya kata biasa atau sangat pendek; hanya dipercaya di kolom merek dan toko resmi.',
    v.optional(v.picklist(['word', 'brand-field']), 'word'),
  ),
  category: v.nullish(about('Bidang usahanya, satu dua kata.', text)),
  scale: v.nullish(about('Menurut relawan, bukan status hukum.', v.picklist(['umkm', 'large']))),
  place: v.nullish(about('Kota asal mereknya.', name)),
  kinds: about('Jenis barang yang dijual merek ini: id dari tables/kinds.yml.', ids),
});

/** The spellings of an entry's names, normalised, each with where it stands. */
export function spellings(entry: Entry<{ name: string; aliases: string[] }>) {
  const all = [
    { value: normalise(entry.data.name), path: ['name'] as PropertyKey[] },
    ...entry.data.aliases.map((alias, i) => ({ value: normalise(alias), path: ['aliases', i] as PropertyKey[] })),
  ];
  return all.filter(({ value }, i) => all.findIndex((other) => other.value === value) === i);
}

export const brands = entity({
  name: 'brands',
  files: 'brands/*.yml',
  schema,
  small: true,
  check(entries, all, note) {
    noteDuplicates(entries, spellings, note);
    noteUnknownKinds(entries, all.of(kinds), note);
    const generic = openGenericNames(all);
    for (const entry of entries)
      for (const { value, path } of spellings(entry)) {
        const kind = generic(value);
        if (kind === 'nameless') note(entry, path, 'generic-name', { value });
        else if (kind && entry.data.match !== 'brand-field') note(entry, path, 'generic-word', { value });
      }
  },
  compile(entries, all) {
    const [table] = all.of(trades);
    const saysMore = (trade?: { goods: readonly string[]; openings: readonly string[] }) =>
      trade !== undefined && trade.goods.length + trade.openings.length > 0;
    const tradeOf = (category?: string | null) => (category ? table?.data.trades[category] : undefined);
    return packBrands(
      entries.map(({ id, data }) => ({
        id,
        country: data.country,
        basis: data.basis,
        field: data.match === 'brand-field',
        made: data.made ?? tradeOf(data.category)?.[data.country === 'ID' ? 'home' : 'foreign'] ?? 'mixed',
        copied: data.country !== 'ID' && (tradeOf(data.category)?.copied ?? false),
        host: tradeOf(data.category)?.hosts ?? true,
        trade: data.country !== 'ID' && saysMore(tradeOf(data.category)) ? (data.category ?? null) : null,
        names: [data.name, ...data.aliases].map(normalise),
      })),
    );
  },
});
