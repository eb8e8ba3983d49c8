// What notices ("patut diperiksa") rest on: laws with their dates, the goods they concern, and what makes us say nothing.
import * as v from 'valibot';
import { sortLines } from '../../knowledge/lines.ts';
import { NoticesSchema, type StoredNotices } from '../../knowledge/notice.ts';
import { normalise } from '../../knowledge/tokens.ts';
import { type Entries, type Entry, entity, type Note } from '../entity.ts';
import { about, day, entry, id, ids, list, name, names, text } from '../fields.ts';
import { closedCategories } from './closed-categories.ts';
import { groupsOf } from './kinds.ts';
import { marketplaces } from './marketplaces.ts';
import { phrases } from './phrases.ts';
import { prices } from './prices.ts';

const law = {
  law: about('Nama aturannya; tampil di panel.', text),
  since: about('Hari pertama berlaku; tampil di panel.', day),
};
const words = list(name);
const optionalWords = about('Kata-kata di judul yang membuat kita diam.', names);

const schema = v.strictObject({
  notices: v.strictObject({
    'price-floor': entry({
      ...law,
      goods: about('Kata-kata di judul yang menunjukkan barang, bukan buku atau musik.', words),
      exempt: v.strictObject({
        ...law,
        groups: about('Kelompok jenis barang yang tidak kena, atau meragukan.', ids),
        kinds: about('Jenis barang yang tidak kena, atau meragukan.', ids),
        words: about('Kata-kata di judul yang membuatnya meragukan.', words),
        categories: about('Kata-kata di nama kategori yang membuatnya meragukan.', words),
      }),
    }),
    'registration-contradiction': entry({
      ...law,
      phrases: about(
        'Id kata-kata di phrases/fields.yml yang menyebut negara asal.',
        v.pipe(v.array(id), v.minLength(1)),
      ),
    }),
    'price-low': entry({
      spread: about(
        'Harga termahal yang lazim paling banyak sekian kali harga termurah yang lazim.',
        v.pipe(v.number(), v.minValue(1)),
      ),
      listings: about(
        'Harga lazim harus dari sekian barang atau lebih.',
        v.pipe(v.number(), v.integer(), v.minValue(10)),
      ),
      groups: about('Kelompok jenis barang yang harganya tidak dapat dibandingkan.', ids),
      unless: optionalWords,
    }),
    'registration-missing': entry({
      offices: v.pipe(
        v.array(
          v.strictObject({
            office: about('Siapa yang memberi nomornya; tampil di panel.', name),
            ...law,
            kinds: about(
              'Jenis barang yang pasti memerlukan nomor. Tidak pernah pangan.',
              v.pipe(v.array(id), v.minLength(1)),
            ),
            unless: optionalWords,
          }),
        ),
        v.minLength(1),
      ),
      unless: optionalWords,
      mentions: about('Kata-kata di depan nomor izin, satu kata.', words),
      partly: about('Marketplace yang deskripsinya bisa terbaca sebagian.', ids),
      cut: about('Kata-kata di akhir deskripsi yang belum lengkap.', words),
    }),
  }),
});
type Data = v.InferOutput<typeof schema>;

/** Nobody is told that food has no number: who makes it at home may need none. */
const FOOD = new Set([
  'bahan-makanan',
  'bahan-segar',
  'bumbu',
  'kue-roti',
  'makanan-ringan',
  'makanan-siap',
  'minuman',
]);

/** Notes what names nothing, each with the path of its list. */
function check(entry: Entry<Data>, all: Entries, note: Note): void {
  const { notices } = entry.data;
  const groups = groupsOf(all);
  const groupNames = new Set(groups.values());
  const maps = all.of(marketplaces).map(({ data }) => data.id);
  const phraseIds = new Set(all.of(phrases).flatMap(({ data }) => data.phrases.map(({ id }) => id)));
  const noteWhere = (values: readonly string[], path: string, isWrong: (value: string) => boolean, code: string) =>
    values.forEach((value, i) => {
      const at = ['notices', ...path.split('/'), i].map((key) => (/^\d+$/.test(String(key)) ? Number(key) : key));
      if (isWrong(value)) note(entry, at, code, { field: path.split('/').at(-1) ?? '', value, known: maps.join(', ') });
    });
  const isNoKind = (value: string) => !groups.has(value);
  const isNoGroup = (value: string) => !groupNames.has(value);
  const { groups: exemptGroups, kinds: exemptKinds } = notices['price-floor'].exempt;
  noteWhere(exemptGroups, 'price-floor/exempt/groups', isNoGroup, 'group-unknown');
  noteWhere(notices['price-low'].groups, 'price-low/groups', isNoGroup, 'group-unknown');
  noteWhere(exemptKinds, 'price-floor/exempt/kinds', isNoKind, 'kind-unknown');
  const { phrases: fields } = notices['registration-contradiction'];
  noteWhere(fields, 'registration-contradiction/phrases', (value) => !phraseIds.has(value), 'origin-phrase-unknown');
  const { offices, partly } = notices['registration-missing'];
  noteWhere(partly, 'registration-missing/partly', (value) => !maps.includes(value), 'marketplace-unknown');
  offices.forEach(({ kinds }, i) => {
    const path = `registration-missing/offices/${i}/kinds`;
    noteWhere(kinds, path, isNoKind, 'kind-unknown');
    noteWhere(kinds, path, (value) => FOOD.has(groups.get(value) ?? ''), 'number-for-food');
  });
}

const all = (texts: readonly string[]) => texts.map(normalise);

/** The stored form, with the closed categories and the usual prices that notices alone ask for. */
function compile({ notices }: Data, entries: Entries): StoredNotices {
  const { goods, exempt, law, since } = notices['price-floor'];
  const { law: rule, since: start, phrases } = notices['registration-contradiction'];
  const { spread, listings, groups, unless } = notices['price-low'];
  const registration = notices['registration-missing'];
  const [closed] = entries.of(closedCategories);
  const [usual] = entries.of(prices);
  return {
    priceFloor: {
      law,
      since,
      goods: all(goods),
      groups: exempt.groups,
      kinds: exempt.kinds,
      words: all(exempt.words),
      categories: all(exempt.categories),
      exempt: exempt.law,
      exemptSince: exempt.since,
    },
    closed: {
      law: closed?.data.law ?? '',
      since: closed?.data.since ?? '',
      marketplaces: closed?.data.marketplaces ?? [],
      categories: Object.values(closed?.data.categories ?? {}).map((one) => ({ ...one, words: all(one.words) })),
    },
    contradiction: { law: rule, since: start, phrases },
    priceLow: { spread, listings, groups, measured: usual?.data.reviewed ?? '', unless: all(unless) },
    registration: {
      partly: registration.partly,
      cut: all(registration.cut),
      mentions: all(registration.mentions),
      unless: all(registration.unless),
      offices: registration.offices.map((one) => ({ ...one, unless: all(one.unless) })),
    },
    prices: sortLines(
      Object.entries(usual?.data.prices ?? {}).map(([kind, { low, high, listings, years }]) =>
        [kind, low, high, listings, years].join('\t'),
      ),
    ),
  };
}

export const notices = entity({
  name: 'notices',
  files: 'tables/notices.yml',
  schema,
  check(entries, all, note) {
    for (const entry of entries) check(entry, all, note);
  },
  // Through the door that it will meet again, so that its fields stand in one order.
  compile: ([entry], all) => entry && v.parse(NoticesSchema, compile(entry.data, all)),
});
