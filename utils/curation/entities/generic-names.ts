// Names that name nobody: a brand or maker of such a name would claim everybody's goods.
import { normalise } from '../../knowledge/tokens.ts';
import { type Entries, entity } from '../entity.ts';
import { about, entry, list, name } from '../fields.ts';
import { kinds } from './kinds.ts';
import { marketplaces } from './marketplaces.ts';
import { compilePlaces } from './regions.ts';

export const genericNames = entity({
  name: 'generic-names',
  files: 'tables/generic-names.yml',
  schema: entry({
    nameless: about('Yang ditulis penjual bila tidak ada mereknya: tidak pernah nama merek.', list(name)),
    stop: about(
      'Kata sambung dan kata depan: tidak berarti apa pun sendirian, juga dalam kata-kata penjual.',
      list(name),
    ),
    words: about('Kata biasa: nama yang hanya terdiri dari kata-kata ini tidak menyebut siapa pun.', list(name, 1_000)),
  }),
});

/** "Kacamata / softlens" names two things. */
const PARTS = /[/,&()]/;

/** `nameless`: never a name. `ordinary`: also a word, so that it can be believed in a brand field only. */
export type Generic = 'nameless' | 'ordinary';

/** Looks normalised names up among all that the tables name: words, kinds of goods, places, marketplaces. */
export function openGenericNames(all: Entries): (name: string) => Generic | null {
  const tables = all.of(genericNames).map(({ data }) => data);
  const nameless = new Set(tables.flatMap((table) => table.nameless.map(normalise)));
  const words = new Set(tables.flatMap((table) => [...table.words, ...table.stop].map(normalise)));
  const others = [
    // Not the words of a title that mean a kind: brands are among them ("indomie").
    ...all
      .of(kinds)
      .flatMap(({ data }) => Object.entries(data.kinds))
      .flatMap(([id, { name, english }]) => [id, ...name.split(PARTS), ...english.split(PARTS)]),
    ...all.of(marketplaces).flatMap(({ data }) => [data.id, data.name]),
  ];
  const { regions, countries, cities } = compilePlaces(all);
  const places = [...regions, ...countries, ...cities].flatMap(([, sure]) => sure);
  const whole = new Set([...others.map(normalise), ...places]);
  return (name) => {
    const parts = name.split(' ');
    if (nameless.has(name) || parts.every((part) => nameless.has(part))) return 'nameless';
    const isOrdinary = name.length <= 1 || parts.every((part) => words.has(part) || nameless.has(part));
    return isOrdinary || whole.has(name) ? 'ordinary' : null;
  };
}
