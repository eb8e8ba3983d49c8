// Makers, their products and production clusters as the goods of one pool: the directory that local alternatives come from.
// Only what somebody looked up: general knowledge is never offered.
import { type DirectoryEntry, readEntry } from '../alternatives/entry.ts';
import { whom } from '../alternatives/goods.ts';
import { type PoolEntry, packPool } from '../alternatives/pool.ts';
import { type Likeness, openLikeness } from '../knowledge/likeness.ts';
import { memo } from '../knowledge/memo.ts';
import { normalise, tokens } from '../knowledge/tokens.ts';
import { clusters } from './entities/clusters.ts';
import { kinds, openKindTable } from './entities/kinds.ts';
import { likeness } from './entities/likeness.ts';
import { type MakerData, makers } from './entities/makers.ts';
import { regions } from './entities/regions.ts';
import type { Entries } from './entity.ts';

/** What the directory needs of the other tables. */
interface Tables {
  likeness: Likeness;
  kindsOf(words: string): string[];
  /** The word by which shoppers call a kind: "tas ransel". */
  wordOf(kind: string): string;
  /** "Kota Bandung" → 32.73. */
  codeOf(place: string): string | null;
  placeOf(code: string): string | undefined;
  /** Words by which places are called: "tasikmalaya". */
  placeWords: ReadonlySet<string>;
}

/** Words of regions' names that name no place by themselves. */
const ADMINISTRATIVE = new Set(
  'kota kabupaten administrasi provinsi daerah khusus utara selatan timur barat tengah kepulauan besar raya'.split(' '),
);

const wordsOf = (text: string): string[] => tokens(text).map(({ text }) => text);

function openTables(all: Entries): Tables {
  const table = openKindTable(all);
  const words = new Map(all.of(kinds).flatMap(({ data }) => Object.entries(data.kinds)));
  const places = new Map(
    all
      .of(regions)
      .flatMap(({ data }) =>
        Object.entries(data.regions).map(([code, one]) => [code, typeof one === 'string' ? one : one.name] as const),
      ),
  );
  const codes = new Map([...places].map(([code, name]) => [normalise(name), code]));
  return {
    likeness: openLikeness(likeness.compile?.(all.of(likeness), all) as Parameters<typeof openLikeness>[0]),
    kindsOf: memo((text) => table.all(tokens(text)).map(({ id }) => id)),
    wordOf: memo((kind) => {
      const { words: own = [], weak = [], name = '' } = words.get(kind) ?? {};
      const phrases = own.filter((word) => !word.includes('+'));
      const named = new Set(wordsOf(name));
      // The commonest may be a brand: "silverqueen" for chocolate.
      const plain = [...phrases, ...weak].find((phrase) => wordsOf(phrase).every((word) => named.has(word)));
      return (plain ?? phrases[0] ?? kind).replaceAll('-', ' ');
    }),
    codeOf: (place) => codes.get(normalise(place)) ?? null,
    placeOf: (code) => places.get(code),
    placeWords: new Set(
      [...places.values()].flatMap((name) => {
        const bare = wordsOf(name).filter((word) => !ADMINISTRATIVE.has(word));
        // "Pulang Pisau" makes no place of "pisau", and where brass is called "kuningan" a town is not meant.
        return bare.length === 1 && !table.words().has(bare[0] ?? '') ? bare : [];
      }),
    ),
  };
}

/** @param texts Words for the goods. */
function entryOf(
  said: Omit<DirectoryEntry, 'links'> & { links?: DirectoryEntry['links'] },
  id: string,
  texts: readonly string[],
  code: string | null,
  price: number | null,
  { likeness, wordOf }: Tables,
): PoolEntry[] {
  const { words, audience, years } = likeness.spell(tokens([wordOf(said.kind), ...texts].join(' ')));
  const own = likeness.spell(tokens(said.kind)).audience;
  const detail = JSON.stringify(said);
  if (!readEntry(detail)) return [];
  const goods = {
    kinds: [{ id: said.kind, weight: 1 }],
    head: [],
    words,
    ...whom(new Set([...audience, ...own]), years),
    years,
    price,
    province: code?.slice(0, 2) ?? null,
  };
  return [{ id: `${id}/${said.kind}`, goods, detail }];
}

/** "Boneka Selly" needs no second "boneka". */
const withWord = (name: string, word: string): string =>
  wordsOf(name).includes(normalise(word)) ? name : `${name} ${word}`;

function ofMaker(id: string, data: MakerData, tables: Tables): PoolEntry[] {
  const { name, basis, source, evidence, by, place, scale, makes, links, products, reviewed } = data;
  if (basis !== 'source' || !source || !evidence || !by) return [];
  const owner = `makers/${id}`;
  const code = place ? tables.codeOf(place) : null;
  const common = { owner, name, source, reviewed, ...(place && { place }), ...(scale && { scale }) };
  // Words for one kind say nothing of another: "sandal kulit" of a maker that also makes bags.
  const wordsFor = (kind: string) => makes.filter((text) => tables.kindsOf(text).includes(kind));
  const shops = Object.keys(links).length > 0 ? { links } : {};
  return [
    ...data.kinds.flatMap((kind) => {
      const search = withWord(name, tables.wordOf(kind));
      return entryOf({ type: 'maker', kind, search, ...common, ...shops }, owner, wordsFor(kind), code, null, tables);
    }),
    ...products.flatMap(({ title, price, links }, i) => {
      const [kind] = tables.kindsOf(title);
      if (!kind) return [];
      const said = {
        type: 'product' as const,
        kind,
        title,
        search: `${name} ${title}`.slice(0, 100),
        ...common,
        links,
      };
      return entryOf(said, `${owner}/${i + 1}`, [title], code, price ?? null, tables);
    }),
  ];
}

type Cluster = ReturnType<typeof allClusters>[number][1];
const allClusters = (all: Entries) => all.of(clusters).flatMap(({ data }) => Object.entries(data.clusters));

/** "Banda Aceh / Aceh Besar (bordir, rencong)" is looked for as "Banda Aceh". */
const shortName = (name: string): string => name.split(/[(/,–—]/)[0]?.trim() ?? name;

function ofCluster(id: string, cluster: Cluster, tables: Tables): PoolEntry[] {
  const { name, basis, source, role, region, known, search, reviewed } = cluster;
  if (basis !== 'source' || !source || (role !== 'makers' && role !== 'mixed')) return [];
  const place = tables.placeOf(region);
  return cluster.kinds.flatMap((kind) => {
    const named = new Set([
      ...wordsOf(shortName(name)),
      ...wordsOf(place ?? '').filter((word) => !ADMINISTRATIVE.has(word)),
    ]);
    const isNamed = (words: string) => wordsOf(words).some((word) => named.has(word) || tables.placeWords.has(word));
    const own = search.filter((words) => tables.kindsOf(words).includes(kind) && isNamed(words));
    const said = {
      type: 'cluster' as const,
      owner: `clusters/${region}`,
      name,
      kind,
      search: own[0] ?? `${tables.wordOf(kind)} ${shortName(name)}`.toLowerCase(),
      source,
      reviewed,
      ...(place && { place }),
    };
    const words = [...own, ...(tables.kindsOf(known).includes(kind) ? [known] : [])];
    return entryOf(said, `clusters/${id}`, words, region, null, tables);
  });
}

/** Same entries, same text. */
export function compileDirectory(all: Entries): string {
  const tables = openTables(all);
  return packPool([
    ...all.of(makers).flatMap(({ id, data }) => ofMaker(id, data, tables)),
    ...allClusters(all).flatMap(([id, cluster]) => ofCluster(id, cluster, tables)),
  ]);
}
