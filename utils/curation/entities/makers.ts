// A maker that curators found to make its goods in Indonesia. Believed only as a brand field or an official store.
import * as v from 'valibot';
import type { Maker } from '../../knowledge/maker.ts';
import { Names } from '../../knowledge/names.ts';
import { normalise, tokens } from '../../knowledge/tokens.ts';
import { type Entries, type Entry, type EntryOf, entity, noteDuplicates } from '../entity.ts';
import { about, entry, ids, list, name, names, text } from '../fields.ts';
import { targetFault } from '../link.ts';
import { brands, spellings } from './brands.ts';
import { openGenericNames } from './generic-names.ts';
import { kinds, noteUnknownKinds, openKindTable } from './kinds.ts';
import { marketplaces } from './marketplaces.ts';

const links = v.optional(v.record(v.string(), v.string()), {});

const Product = v.strictObject({
  title: about('Nama barangnya, dengan jenisnya: “Tas selempang kulit Rawa”.', name),
  price: v.nullish(about('Harganya sekarang, rupiah.', v.pipe(v.number(), v.integer(), v.minValue(100)))),
  links: about('Halaman barangnya, satu alamat per marketplace, tanpa parameter.', links),
});

const schema = entry({
  name: about('Nama pembuat atau mereknya, sebagaimana tertulis di barangnya.', name),
  country: about('Selalu ID: di sini hanya pembuat di Indonesia.', v.optional(v.literal('ID', 'maker-abroad'), 'ID')),
  aliases: about('Ejaan lain dari nama yang sama.', names),
  makes: about('Yang dibuatnya, masing-masing beberapa kata.', v.optional(list(name, 50), [])),
  kinds: about('Jenis barang yang dibuatnya: id dari tables/kinds.yml.', ids),
  place: v.nullish(about('Kabupaten atau kota tempat membuatnya.', name)),
  scale: v.nullish(
    about(
      'umkm: hanya bila sumbernya sendiri menyebutnya UMKM, usaha kecil, rumahan, atau perajin. large: perusahaan besar.',
      v.picklist(['umkm', 'large']),
    ),
  ),
  evidence: v.nullish(
    about('Kutipan dari sumbernya bahwa barangnya dibuat di sini. Tanpa ini tidak ditawarkan ke pembeli.', text),
  ),
  by: v.nullish(about('Siapa yang memeriksa: nama panggilan relawan, atau nama tim.', name)),
  links: about('Tokonya, satu alamat per marketplace, tanpa parameter.', links),
  products: about('Barang pilihan dari pembuat ini.', v.optional(list(Product, 20), [])),
});

/** By one of these a source calls a maker small. */
const SMALL = [
  ...[
    'umkm',
    'ukm',
    'ikm',
    'pengrajin',
    'perajin',
    'craftsman',
    'craftsmen',
    'usaha kecil',
    'usaha mikro',
    'industri kecil',
  ],
  ...['usaha rumahan', 'industri rumahan', 'home industri', 'home industry', 'home industries', 'small business'],
];
const saysSmall = (quote: string): boolean => SMALL.some((words) => ` ${normalise(quote)} `.includes(` ${words} `));

export type MakerData = v.InferOutput<typeof schema>;

type KnownBrand = EntryOf<typeof brands>;

/**
 * The brand from abroad that a maker's name holds ("Samsung Electronics Indonesia"), or is. A brand whose name is also an
 * ordinary word may stand in anybody's name.
 */
function openAbroad(known: readonly KnownBrand[]): (name: string) => KnownBrand | null {
  const whole = new Map<string, KnownBrand>();
  const inside = new Names<KnownBrand>();
  for (const brand of known) {
    if (brand.data.country === 'ID') continue;
    for (const { value } of spellings(brand)) {
      whole.set(value, brand);
      if (brand.data.match === 'word') inside.add(value, brand);
    }
  }
  return (name) => {
    const words = tokens(name);
    const found = words.map((_, i) => inside.at(words, i)?.entry).find((brand) => brand !== undefined);
    return whole.get(name) ?? found ?? null;
  };
}

/** What titles call goods by ("keranjang pandan"), the brands among it aside. */
function wordsForGoods(all: Entries): Set<string> {
  const words = new Set(
    all.of(kinds).flatMap(({ data }) => Object.values(data.kinds).flatMap((kind) => kind.words.map(normalise))),
  );
  for (const brand of all.of(brands)) for (const { value } of spellings(brand)) words.delete(value);
  return words;
}

export const makers = entity({
  name: 'makers',
  files: 'makers/*.yml',
  schema,
  small: true,
  check(entries, all, note) {
    noteDuplicates(entries, spellings, note);
    noteUnknownKinds(entries, all.of(kinds), note);
    const generic = openGenericNames(all);
    const table = openKindTable(all);
    const namesKind = (title: string) => table.best(tokens(title)) !== null;
    const goods = wordsForGoods(all);
    const abroad = openAbroad(all.of(brands));
    const maps = new Map(all.of(marketplaces).map(({ data }) => [data.id, data]));
    for (const entry of entries) {
      for (const { value, path } of spellings(entry)) {
        if (generic(value) || goods.has(value)) note(entry, path, 'generic-name', { value });
        const brand = abroad(value);
        if (brand) note(entry, path, 'maker-brand-abroad', { value, owner: brand.file, country: brand.data.country });
      }
      const { scale, evidence } = entry.data;
      if (scale === 'umkm' && !saysSmall(evidence ?? ''))
        note(entry, [evidence ? 'evidence' : 'scale'], 'scale-unsaid', {});
      const noteLinks = (targets: Record<string, string>, at: PropertyKey[], kind: 'shop' | 'product') => {
        for (const [marketplace, address] of Object.entries(targets)) {
          const map = maps.get(marketplace);
          const path = [...at, 'links', marketplace];
          if (!map) {
            const known = [...maps.keys()].join(', ');
            note(entry, path, 'marketplace-unknown', { field: 'links', value: marketplace, known });
            continue;
          }
          const flaw = targetFault(address, map, kind);
          if (flaw) note(entry, path, flaw.code, { value: address, ...flaw.params });
        }
      };
      noteLinks(entry.data.links, [], 'shop');
      entry.data.products.forEach((product, i) => {
        noteLinks(product.links, ['products', i], 'product');
        if (!namesKind(product.title)) note(entry, ['products', i, 'title'], 'product-kind', { value: product.title });
      });
    }
  },
  compile: (entries) =>
    entries.map(
      ({ id, data }: Entry<v.InferOutput<typeof schema>>): Maker => ({
        id,
        basis: data.basis,
        names: [data.name, ...data.aliases].map(normalise),
      }),
    ),
});
