// The kind of goods that a title names: the longest and earliest words, not what is given away, resembles or is fitted.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openKinds, SURE } from '../../utils/knowledge/kind.ts';
import { packKinds } from '../../utils/knowledge/kind-pack.ts';
import { tokens } from '../../utils/knowledge/tokens.ts';
import { knowledge } from '../origin/ruleset.ts';

const kindOf = (title: string) => knowledge.kind(tokens(title));

describe('a title names its kind', () => {
  test.each([
    ['Tas laptop anti air 14 inch', 'tas-laptop'],
    ['Casing HP karakter lucu untuk semua tipe', 'casing-hp'],
    ['Kopi bubuk robusta Lampung 250 gram', 'kopi-bubuk'],
    ['GAMIS wanita bahan ceruty, size M-XL', 'gamis-wanita'],
    ['Lip cream matte tahan lama bonus tas serut', 'lipstik'],
    ['Free tas laptop: kemeja batik pria lengan panjang', 'kemeja-batik'],
    ['Kaos khas kota Malang gambar singa', 'kaos-lokal-distro'],
    ['Kaos kaki sekolah putih polos', 'kaos-kaki'],
  ])('%s is %s', (title, id) => {
    expect(kindOf(title)?.id).toBe(id);
  });

  test.each(['', 'Promo murah meriah siap kirim hari ini', 'XJ-900 v2', 'gratis tas'])('%j names none', (title) => {
    expect(kindOf(title)).toBeNull();
  });

  test('says which words, in which group, and whether they may be relied on', () => {
    const match = kindOf('Rimba Jaya [READY] Tas Laptop 14"');
    expect(match).toMatchObject({ id: 'tas-laptop', group: 'tas', start: 3, end: 5 });
    expect(match?.score).toBeGreaterThanOrEqual(SURE);
    expect(kindOf('Warna hitam bagus sekali model baru untuk sehari hari topi')?.score).toBeLessThan(SURE);
  });
});

describe('the rules, on kinds of our own', () => {
  const kind = (id: string, words: string[], more: object = {}) => ({
    id,
    group: 'uji',
    hint: null,
    words: words.map((phrase) => phrase.split('+')),
    weak: [],
    exclude: [],
    categories: [],
    made: 'yes' as const,
    mixed: false,
    name: id,
    english: id,
    ...more,
  });
  const kinds = openKinds(
    packKinds([
      kind('ponsel', ['hp', 'ponsel'], { exclude: ['charger', 'tempat hp'] }),
      kind('sarung-hp', ['case hp', 'pelindung layar hp']),
      kind('topi', ['topi', 'topi+rajut'], { categories: ['topi-pria', 'kupluk'] }),
      kind('kado', ['kado', 'kotak kado'], { hint: 'modifier' }),
      kind('baju', ['baju'], { hint: 'general' }),
      kind('bakpia', ['bakpia'], { hint: 'strong' }),
      kind('meja', ['meja kayu'], { weak: [['kayu']], exclude: ['boneka'] }),
    ]),
  );
  const ask = kinds.best;
  const score = (title: string) => {
    const match = ask(tokens(title));
    return match && [match.id, match.score];
  };

  test.each([
    ['hp baru', ['ponsel', 1]],
    ['jual hp baru', ['ponsel', 0.96]],
    // Longer words hold shorter ones of another kind, even where they are a gift.
    ['case hp', ['sarung-hp', 1.5]],
    ['pelindung layar hp', ['sarung-hp', 1.8]],
    ['gratis case hp', null],
    // Parts stand anywhere, in any order.
    ['rajut tebal topi', ['topi', 1.38]],
    ['topi bonus rajut', ['topi', 1]],
    // Hints.
    ['kado', null],
    ['kotak kado', ['kado', 0.6]],
    ['baju', null],
    ['bakpia', ['bakpia', 1.3]],
    // Words that say it is something else: one word is dropped, more words lose.
    ['charger hp', null],
    ['hp satu dua tiga empat lima charger', null],
    ['hp satu dua tiga empat lima enam charger', ['ponsel', 1]],
    ['meja kayu boneka', ['meja', 0.8]],
    ['lemari dari kayu', null],
    ['kayu', ['meja', 0.3]],
    ['kayu satu dua tiga empat lima enam tujuh boneka', null],
    // The better score, then the earlier words.
    ['kado hp', ['ponsel', 0.96]],
    ['topi hp', ['topi', 1]],
  ])('%s: %j', (title, expected) => {
    expect(score(title)).toEqual(expected);
  });

  test('words that stand apart span what is between them', () => {
    expect(ask(tokens('jual rajut tebal topi murah'))).toMatchObject({ start: 1, end: 4 });
  });

  test('every kind of a title once, the likeliest first; its best is the first', () => {
    const all = (title: string) => kinds.all(tokens(title)).map(({ id }) => id);
    expect(all('Topi Rajut dan Bakpia topi')).toEqual(['topi', 'bakpia']);
    expect(all('case hp')).toEqual(['sarung-hp']);
    expect(all('Charger hp')).toEqual([]);
    expect(all('')).toEqual([]);
    // A catch-all name by itself: too little for the judgement, enough to look for alternatives.
    expect(all('Baju murah')).toEqual(['baju']);
    expect(ask(tokens('Baju murah'))).toBeNull();
    for (const title of ['kado topi', 'meja kayu bakpia', 'hp topi rajut'])
      expect(kinds.all(tokens(title))[0], title).toEqual(ask(tokens(title)));
  });

  test('the kind of a category', () => {
    expect(kinds.ofCategory('topi-pria')?.id).toBe('topi');
    expect(kinds.ofCategory('topi')).toBeNull();
    expect(kinds.list().map(({ id }) => id)).toContain('bakpia');
  });

  test('no kinds at all', () => {
    expect(openKinds(packKinds([])).best(tokens('tas'))).toBeNull();
  });
});

const TITLES = fileURLToPath(new URL('../../../shared/domain/jenis-uji.tsv', import.meta.url));

describe.skipIf(!existsSync(TITLES))(`real titles${existsSync(TITLES) ? '' : ' (../shared is not here)'}`, () => {
  const rows = existsSync(TITLES) ? readFileSync(TITLES, 'utf8').trim().split('\n').slice(1) : [];
  const read = rows.map((row) => {
    const [title = '', kind = ''] = row.split('\t');
    return { kind, match: kindOf(title) };
  });

  test('at least 145 of 150 get the kind that a reader gave, and of the sure ones 97 in 100', () => {
    expect(read.length).toBe(150);
    expect(read.filter(({ kind, match }) => match?.id === kind).length).toBeGreaterThanOrEqual(145);
    const sure = read.filter(({ match }) => match && match.score >= SURE);
    expect(sure.length).toBeGreaterThan(110);
    expect(sure.filter(({ kind, match }) => match?.id === kind).length / sure.length).toBeGreaterThanOrEqual(0.97);
  });
});
