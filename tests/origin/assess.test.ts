// What a shopper may rely on, claim by claim: the four facts stay apart, evidence is quoted as printed, and nothing a
// listing holds makes the judgement fail or slow.
import { describe, expect, test } from 'vitest';
import type { Knowledge } from '../../utils/knowledge/knowledge.ts';
import type { Token } from '../../utils/knowledge/tokens.ts';
import { assess } from '../../utils/origin/assess.ts';
import { DAY, judge, knowledge, listing } from './ruleset.ts';

const rulesOf = (fields: object) => judge(fields).evidence.map(({ rule }) => rule);

describe('the four facts are kept apart', () => {
  test('a Japanese article sent from Taiwan by a seller in Jakarta', () => {
    const { claims } = judge({
      title: 'Gunting dapur',
      attributes: { 'Negara Asal': 'Jepang' },
      shipsFrom: 'Taipei',
      seller: { name: 'Toko', location: 'Kota Jakarta Barat' },
    });
    expect(claims.madeIn.country).toBe('JP');
    expect(claims.shipsFrom.country).toBe('TW');
    expect(claims.sellerAt.country).toBe('ID');
    expect(claims.brandFrom.country).toBeNull();
  });

  test('a foreign brand says where the brand is at home, not where the article was made', () => {
    const { claims, verdict } = judge({ title: 'Ponsel 8/256', brand: 'Samsung' });
    expect(claims.brandFrom.country).toBe('KR');
    expect(claims.madeIn.country).toBeNull();
    expect(verdict).toBe('unknown');
  });

  test('a city in Indonesia is told and judges nothing', () => {
    const { evidence, verdict } = judge({ title: 'Meja', shipsFrom: 'KAB. TANGERANG' });
    expect(evidence).toMatchObject([{ claim: 'shipsFrom', says: 'ID', quote: 'KAB. TANGERANG' }]);
    expect(verdict).toBe('unknown');
  });

  test('a contradiction names no country', () => {
    const { claims, verdict } = judge({ title: 'Tas', shipsFrom: 'China', attributes: { 'Negara Asal': 'Indonesia' } });
    expect(verdict).toBe('likely-imported');
    expect(claims.shipsFrom.country).toBe('CN');
    expect(claims.madeIn.country).toBeNull();
  });

  test.each([
    [{ shipsFrom: 'Kota Batam' }, 'unknown'],
    [{ shipsFrom: 'Johor' }, 'likely-imported'],
    [{}, 'likely-imported'],
  ])('a seller in Singapore who fills in Indonesia, %j: %s', (fields, verdict) => {
    const seller = { name: 'Toko', location: 'Singapore' };
    expect(judge({ title: 'Tas', attributes: { 'Negara Asal': 'Indonesia' }, seller, ...fields }).verdict).toBe(
      verdict,
    );
  });

  test('a place named in the text does not overrule the field', () => {
    const { claims } = judge({
      title: 'Lampu',
      shipsFrom: 'Kota Bandung',
      description: 'Dikirim langsung dari China.',
    });
    expect(claims.shipsFrom.country).toBe('ID');
  });
});

describe('what may be firm', () => {
  test('free text alone is never firm', () => {
    const text = 'Produksi sendiri di Bandung. Buatan Indonesia. Dijahit pengrajin lokal. UMKM binaan desa.';
    expect(judge({ title: 'Tas buatan Indonesia produk lokal', description: text }).verdict).toBe('likely-local');
    expect(judge({ title: 'Tas made in China barang import', description: 'Kami adalah importir.' }).verdict).toBe(
      'likely-imported',
    );
  });

  test('a seller cannot write a foreign ship-from away', () => {
    const { verdict } = judge({
      title: 'Tas produk lokal buatan Indonesia',
      shipsFrom: 'Luar Negeri',
      attributes: { 'Negara Asal': 'Indonesia' },
      description: 'Produksi sendiri di Bandung.',
    });
    expect(['imported', 'likely-imported']).toContain(verdict);
  });

  test('a maker that curators know makes it local, a maker that nobody looked up does not', () => {
    const known = (basis: 'source' | 'general-knowledge') => ({
      ...knowledge,
      maker: () => ({ entry: { id: 'rumah-anyam', basis, names: ['rumah anyam'] }, length: 2 }),
    });
    const shop = listing({ title: 'Keranjang', brand: 'Rumah Anyam' });
    expect(assess(shop, known('source'), { day: DAY }).verdict).toBe('local');
    expect(assess(shop, known('general-knowledge'), { day: DAY }).verdict).toBe('unknown');
  });

  test('a number that has run out is worth less', () => {
    const sambal = listing({ title: 'Sambal', description: 'P-IRT 2063306010072-25' });
    expect(assess(sambal, knowledge, { day: '2025-06-01' }).verdict).toBe('local');
    expect(assess(sambal, knowledge, { day: '2026-06-01' }).verdict).toBe('likely-local');
  });
});

test('an attribute that lists home and abroad settles nothing', () => {
  expect(judge({ title: 'Tas', attributes: { 'Negara Asal': 'China, Indonesia' } }).verdict).toBe('unknown');
});

describe('brands', () => {
  test.each([
    ['Casing untuk Samsung A15', null],
    ['Charger kompatibel dengan Xiaomi', null],
    ['Kabel data for Xiaomi', null],
    ['Samsung Galaxy A15 8/256', 'KR'],
    ['Buah matoa 1 kg', null],
    ['Ponsel Xiaomi tukar Samsung', null],
  ])('in the title %s: %s', (title, country) => {
    expect(judge({ title }).claims.brandFrom.country).toBe(country);
  });

  test('an ordinary word counts as a brand only where the brand is named', () => {
    expect(judge({ title: 'Jam tangan', brand: 'Matoa' }).claims.brandFrom.country).toBe('ID');
    expect(judge({ title: 'Jam', official: true, seller: { name: 'Matoa Official' } }).claims.brandFrom.country).toBe(
      'ID',
    );
    expect(
      judge({ title: 'Jam', official: false, seller: { name: 'Matoa Jaya' } }).claims.brandFrom.country,
    ).toBeNull();
  });
});

describe('evidence', () => {
  test('is quoted as printed', () => {
    const { evidence } = judge({ title: 'Blender  MADE   in Chi\u200bna garansi' });
    expect(evidence).toMatchObject([
      { says: 'CN', quote: 'MADE in Chi\u200bna', field: 'title', rule: 'phrases/made-in' },
    ]);
  });

  test('is at most 160 characters long', () => {
    const { evidence } = judge({ title: 'Tas', attributes: { 'Negara Asal': `China ${'sangat '.repeat(100)}` } });
    expect(evidence.length).toBeGreaterThan(0);
    for (const { quote } of evidence) expect(quote.length).toBeLessThanOrEqual(160);
  });

  test('does not pile up when words are repeated', () => {
    expect(judge({ description: 'barang import. tas import. baju import! '.repeat(400) }).evidence.length).toBeLessThan(
      5,
    );
    const once = judge({ title: 'Tas import' }).probability;
    expect(judge({ title: 'Tas import tas import tas import' }).probability).toBe(once);
  });

  test('in a hashtag is weak', () => {
    expect(judge({ title: 'Tas #produklokal #buatan indonesia' }).verdict).toBe('unknown');
  });
});

test('words that are names of object members are ordinary words', () => {
  const words = '__proto__ constructor toString hasOwnProperty valueOf';
  const attributes = JSON.parse('{"__proto__":"China","constructor":"China","toString":"constructor"}');
  expect(judge({ title: words, brand: 'constructor', description: words, attributes }).verdict).toBe('unknown');
});

test('the same listing gives the same bytes', () => {
  const fields = { title: 'Tas import', attributes: { 'Negara Asal': 'China' }, brand: 'Xiaomi' };
  expect(JSON.stringify(judge(fields))).toBe(JSON.stringify(judge(fields)));
  expect(rulesOf(fields)).toContain('phrases/origin-field-china');
});

/** How often the phrases look at a word of this description. */
function looks(description: string): number {
  let count = 0;
  const watched = (tokens: readonly Token[]) =>
    new Proxy(tokens, {
      get(target, key) {
        count += 1;
        return Reflect.get(target, key);
      },
    });
  const counting: Knowledge = { ...knowledge, phrase: (tokens, i) => knowledge.phrase(watched(tokens), i) };
  assess(listing({ description }), counting, { day: DAY });
  return count;
}

test.each([
  'tas import ',
  'untuk ',
  'bukan import ',
  'korea selatan ',
  'MD 1 2 3 4 ',
  'p i r t ',
  '#import',
  '🤲',
  '\u200b\u0301',
])('a description made of %j is looked at in proportion to its length', (words) => {
  const long = words.repeat(20_000 / words.length);
  // Four times the text: 4 when linear, 16 when every word meets every other.
  expect(looks(long)).toBeLessThanOrEqual(4.5 * looks(long.slice(0, 5_000)) + 100);
});
