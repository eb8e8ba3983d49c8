// What a shopper is offered beside a listing, from a small directory of our own: fitting, various, fresh, with links that name who
// makes it; and nothing where nothing fits.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DirectoryEntry } from '../../utils/alternatives/entry.ts';
import { goodsOf } from '../../utils/alternatives/goods.ts';
import { packPool } from '../../utils/alternatives/pool.ts';
import { openSuggestions } from '../../utils/alternatives/suggest.ts';
import { openKnowledge } from '../../utils/knowledge/knowledge.ts';
import { normalise } from '../../utils/knowledge/tokens.ts';
import { COMPILED } from '../compiled.ts';

const DAY = '2026-11-25';
const rules = JSON.parse(readFileSync(COMPILED, 'utf8'));
const words = openKnowledge(rules);
/** By the names of the rules' own regions, as the gazetteer holds them. */
const regions = new Set<string>(
  rules.places.regions.flatMap(([, ...names]: [string, string[], string[]]) => names.flat()),
);

/** @param title The words that stand for its goods. */
function entry(id: string, title: string, said: Partial<DirectoryEntry> = {}, location: string | null = null) {
  const goods = goodsOf({ title, price: null, location }, words);
  const kind = goods.kinds[0]?.id ?? '';
  const whole: DirectoryEntry = {
    type: 'maker',
    owner: `makers/${id}`,
    name: id,
    kind,
    search: `${id} ${title}`.toLowerCase(),
    source: 'Koran Uji 2026',
    reviewed: '2026-11-01',
    ...said,
  };
  return {
    id: `makers/${id}/${kind}`,
    goods: { ...goods, kinds: [{ id: kind, weight: 1 }] },
    detail: JSON.stringify(whole),
  };
}

const DIRECTORY = [
  entry('Sari', 'Tas selempang kulit', {
    links: { tokopedia: 'https://www.tokopedia.com/sari', shopee: 'https://shopee.co.id/sari?smtt=1' },
  }),
  entry('Bengkel Rawa', 'Tas selempang kanvas', { scale: 'umkm' }),
  entry('Pabrik Raya', 'Tas selempang', { scale: 'large' }),
  entry('Usang', 'Tas selempang', { reviewed: '2025-11-01' }),
  ...['Sentra Satu', 'Sentra Dua', 'Sentra Tiga', 'Sentra Empat'].map((name) =>
    entry(name, 'Sandal selop', { type: 'cluster', owner: `clusters/${name}` }),
  ),
  entry('Sentra Dua Utara', 'Sandal selop', { type: 'cluster', owner: 'clusters/Sentra Dua' }),
  entry('Jauh', 'Sandal selop wanita kulit jati', { type: 'maker' }),
  entry('Kota', 'Jilbab segi empat', {}, 'Kota Bandung'),
  entry('Desa', 'Jilbab segi empat', {}, 'Kota Surakarta'),
  entry('Ontel', 'Sepeda'),
];

const knowledge = openKnowledge({ ...rules, directory: packPool(DIRECTORY) });
const suggest = openSuggestions(knowledge);
const mapOf = (id: string) => {
  const map = knowledge.maps().find((one) => one.id === id);
  if (!map) throw new Error(id);
  return map;
};
const ask = (title: string, { on = 'tokopedia', day = DAY, province = null as string | null } = {}) =>
  suggest({ title, price: null, location: null }, { day, map: mapOf(on), province });
const names = (title: string, more?: Parameters<typeof ask>[1]) => ask(title, more).suggestions.map(({ name }) => name);

test('the same kind, small makers before large ones, and none that nobody has looked at for a year', () => {
  expect(names('Tas Selempang Wanita Import')).toEqual(['Bengkel Rawa', 'Sari', 'Pabrik Raya']);
});

test('an entry is no longer offered once nobody has looked at it for too long', () => {
  expect(names('Tas Selempang Import', { day: '2027-11-01' })).toHaveLength(3);
  expect(names('Tas Selempang Import', { day: '2027-11-02' })).toEqual([]);
});

test('three at most, each place once, and a maker among them where one fits', () => {
  const { suggestions } = ask('Sandal Selop Import');
  expect(suggestions).toHaveLength(3);
  expect(suggestions.map(({ type }) => type)).toContain('maker');
  const places = suggestions.map(({ name }) => name.replace(' Utara', ''));
  expect(new Set(places).size).toBe(3);
});

test('of two that are alike the one in the province that the shopper set comes first, and says so', () => {
  for (const [province, first] of [
    ['32', 'Kota'],
    ['33', 'Desa'],
  ] as const) {
    const [best] = ask('Hijab Segi Empat Import', { province }).suggestions;
    expect(best).toMatchObject({ name: first, reasons: expect.arrayContaining(['near']) });
  }
  expect(ask('Hijab Segi Empat Import').suggestions.flatMap(({ reasons }) => reasons)).not.toContain('near');
});

describe('links', () => {
  const linkOf = (name: string, on: string) =>
    ask('Tas Selempang Import', { on }).suggestions.find((one) => one.name === name)?.link;

  test("the maker's own shop where it has one on this marketplace, else a search that names it", () => {
    expect(linkOf('Sari', 'tokopedia')).toEqual({
      address: 'https://www.tokopedia.com/sari',
      opens: 'shop',
      marketplace: 'Tokopedia',
      words: null,
    });
    expect(linkOf('Sari', 'lazada')).toMatchObject({
      address: 'https://www.lazada.co.id/catalog/?q=sari%20tas%20selempang%20kulit',
      opens: 'search',
    });
  });

  test('an address with anything behind it is not used, wherever it comes from', () => {
    expect(linkOf('Sari', 'shopee')).toMatchObject({ opens: 'search' });
  });

  test('a marketplace whose search is not known sends to one whose search is, and says which', () => {
    expect(linkOf('Sari', 'zalora')).toMatchObject({ marketplace: 'Tokopedia', opens: 'search' });
  });

  test('no address of the whole directory as shipped carries anything but the words, and each names the maker or the place', () => {
    const shipped = openSuggestions(words);
    let links = 0;
    for (const { id, name } of words.kindList())
      for (const { id: on } of words.maps().filter(({ search }) => search)) {
        const offer = { title: name, price: null, location: null };
        for (const { link, name: owner, place } of shipped(offer, { day: DAY, map: mapOf(on), province: null })
          .suggestions) {
          links += 1;
          const url = new URL(link.address);
          expect([...url.searchParams.keys()].length, link.address).toBeLessThanOrEqual(1);
          expect([...url.searchParams.values()].join(), link.address).toBe(url.search ? link.words : '');
          // What stands in brackets is what it is known for.
          const who = normalise(`${owner.split('(')[0]} ${place ?? ''}`).split(' ');
          const says = normalise(link.words ?? '').split(' ');
          const isNamed = says.some((word) => who.includes(word) || regions.has(word));
          expect(isNamed, `${id}: ${link.words}`).toBe(true);
          expect(url.protocol + url.username + url.hash).toBe('https:');
        }
      }
    expect(links).toBeGreaterThan(500);
  });
});

describe('nothing is offered', () => {
  test.for([
    ['another kind', 'Kaos Kaki Import'],
    ['a kind that small makers do not make', 'Softcase iPhone 14'],
    ['no kind', 'zzz qqq'],
    ['an article of a mixed kind that is another', 'Lampu Sepeda LED Rechargeable'],
  ] as const)('%s: %s', ([, title]) => {
    expect(names(title)).toEqual([]);
  });

  test('but the same article of a mixed kind is', () => {
    expect(names('Sepeda Import')).toEqual(['Ontel']);
  });

  test('whoever makes such goods may propose; nobody is asked where no small maker could', () => {
    expect(ask('Kaos Kaki Import')).toMatchObject({ makable: true, kind: { id: 'kaos-kaki' } });
    expect(ask('iPhone 14 Pro 128GB').makable).toBe(false);
    expect(ask('zzz qqq')).toEqual({ kind: null, suggestions: [], makable: false });
  });
});

test('what shoppers search for most by one word finds somebody', () => {
  const shipped = openSuggestions(words);
  for (const title of ['hijab', 'jilbab', 'sepatu', 'sandal', 'sepatu import', 'Cokelat batang import Belgia']) {
    const { suggestions } = shipped(
      { title, price: null, location: null },
      { day: DAY, map: mapOf('shopee'), province: null },
    );
    expect(suggestions.length, title).toBeGreaterThan(0);
  }
});

test('entries that do not count: of a day that has not come, with half a character, with what nobody sees', () => {
  const odd = [{ reviewed: '2999-01-01' }, { search: 'dompet \ud800' }, { name: 'a\u202eb' }].map((said, i) =>
    entry(`x${i}`, 'Dompet', said),
  );
  const later = openSuggestions(openKnowledge({ ...rules, directory: packPool(odd) }));
  const circumstances = { day: DAY, map: mapOf('tokopedia'), province: null };
  expect(later({ title: 'Dompet Import', price: null, location: null }, circumstances).suggestions).toEqual([]);
});

test('however many are no longer fresh, or clusters, the maker that fits is among the few', () => {
  const many = (count: number, said: Partial<DirectoryEntry>) =>
    Array.from({ length: count }, (_, i) => entry(`Nama ${i}`, 'Dompet', { owner: `clusters/${i}`, ...said }));
  const crowd = [
    ...many(60, { reviewed: '2020-01-01' }),
    ...many(60, { type: 'cluster' }).map((one) => ({ ...one, id: `c${one.id}` })),
    entry('Sari', 'Dompet unik'),
  ];
  const ask = openSuggestions(openKnowledge({ ...rules, directory: packPool(crowd) }));
  const { suggestions } = ask(
    { title: 'Dompet Import', price: null, location: null },
    { day: DAY, map: mapOf('tokopedia'), province: null },
  );
  expect(suggestions.map(({ name }) => name)).toContain('Sari');
  expect(suggestions).toHaveLength(3);
});

test('entries that this version does not understand are left out', () => {
  const [first] = DIRECTORY;
  const odd = ['', '{', '[]', '{"type":"museum"}'].map((detail, i) => ({ ...entry(`x${i}`, 'Dompet'), detail }));
  const later = openSuggestions(openKnowledge({ ...rules, directory: packPool([...odd, ...(first ? [first] : [])]) }));
  const circumstances = { day: DAY, map: mapOf('tokopedia'), province: null };
  expect(later({ title: 'Dompet Import', price: null, location: null }, circumstances).suggestions).toEqual([]);
});
