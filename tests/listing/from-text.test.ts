// A pasted text becomes a listing: labels become fields, links and senders go, what a seller writes freely stays free.
import { describe, expect, test } from 'vitest';
import { listingFromText } from '../../utils/listing/from-text.ts';
import { CAPS, type Listing } from '../../utils/listing/listing.ts';
import { judge } from '../origin/ruleset.ts';

const read = (text: string): Listing => {
  const listing = listingFromText(text);
  if (!listing) throw new Error('Nothing was read.');
  return listing;
};
const judged = (text: string) => judge(read(text));

describe('what becomes what', () => {
  test('the first line is the title, known labels are fields, the rest is the description', () => {
    const listing = read(
      'Lampu Meja LED\nMerek: Terangin\nNegara Asal: China\nDikirim dari: Kota Bekasi\nCahayanya hangat.',
    );
    expect(listing).toMatchObject({
      title: 'Lampu Meja LED',
      brand: 'Terangin',
      attributes: { 'Negara Asal': 'China' },
      shipsFrom: 'Kota Bekasi',
      description: 'Cahayanya hangat.',
    });
  });

  test.for([
    ['Country of Origin : Japan', { attributes: { 'Country of Origin': 'Japan' } }],
    ['• Negara asal： Tiongkok', { attributes: { 'Negara asal': 'Tiongkok' } }],
    ['*Negara Asal:* China', { attributes: { 'Negara Asal': 'China' } }],
    ['📍 Dikirim Dari\tLuar Negeri', { shipsFrom: 'Luar Negeri' }],
    ['Dikirim dari Kab. Tangerang', { shipsFrom: 'Kab. Tangerang' }],
    ['Lokasi toko = Surabaya', { seller: { id: null, name: null, location: 'Surabaya' } }],
    ['Penjual: Konveksi Sinar', { seller: { id: null, name: 'Konveksi Sinar', location: null } }],
    ['Merk: No Brand', { brand: null, description: null }],
  ] as const)('%s', ([line, fields]) => {
    expect(read(`Barang uji\n${line}`)).toMatchObject({ title: 'Barang uji', ...fields });
  });

  test.for([
    'Bahan: katun import, jahitan lokal',
    'Catatan: dibuat di China',
    'BPOM: NA18201234567',
    'Dikirim dari gudang kami setiap hari kerja',
    `Pembuat: ${'kami menjelaskannya panjang lebar '.repeat(5)}`,
  ])('"%s" stays in the description', (line) => {
    const { description, attributes } = read(`Barang uji\n${line}`);
    expect(description).toBe(line.trim());
    expect(attributes).toEqual({});
  });

  test('a table copied from Shopee cell by cell', () => {
    const listing = read(
      'Rak Dinding\nRp84.000\nSpesifikasi Produk\nKategori\nShopee\nMerek\nTidak Ada Merek\nNegara Asal\nChina\nStok\n12\nDikirim Dari\nKOTA JAKARTA BARAT\nDeskripsi Produk\nRak untuk dapur.',
    );
    expect(listing).toMatchObject({
      title: 'Rak Dinding',
      brand: null,
      attributes: { 'Negara Asal': 'China' },
      shipsFrom: 'KOTA JAKARTA BARAT',
    });
    expect(listing.description).toContain('Rak untuk dapur.');
    expect(listing.description).not.toMatch(/Spesifikasi Produk|Deskripsi Produk/);
  });

  test('a label whose value is missing takes no other label for it', () => {
    expect(read('Rak\nMerek\nNegara Asal: China')).toMatchObject({
      brand: null,
      attributes: { 'Negara Asal': 'China' },
    });
  });

  test('the message of Shopee’s "Bagikan" names the article, and its link is dropped', () => {
    const text =
      'Cek Sikat Lantai Gagang Panjang dengan harga Rp24.800. Dapatkan di Shopee sekarang! https://s.shopee.co.id/3g3u';
    expect(read(text)).toMatchObject({ title: 'Sikat Lantai Gagang Panjang', description: null, url: null });
  });

  test('messages copied from WhatsApp: without the hour and the names of people', () => {
    const listing = read('[24/11/26, 10.15] Bu Sari: Tas anyaman\n[24/11/26, 10.16] Bu Sari: Negara Asal: Indonesia');
    expect(listing).toMatchObject({ title: 'Tas anyaman', attributes: { 'Negara Asal': 'Indonesia' } });
    expect(JSON.stringify(listing)).not.toContain('Sari');
  });

  test('a line of links, a price and stars are no title', () => {
    const text = 'https://www.tokopedia.com/a/b?c=d\nshp.ee/abc\nRp45.000\n⭐⭐⭐⭐⭐\nLampu Meja LED 1.5/2 m';
    expect(read(text)).toMatchObject({ title: 'Lampu Meja LED 1.5/2 m' });
    expect(read(text).description).not.toMatch(/http|shp/);
  });

  test('line ends of every system are the same', () => {
    const lines = ['Lampu', 'Negara Asal: China', 'Hangat.', 'Awet.'];
    for (const end of ['\r\n', '\r', '\u2028', '\n\n']) expect(read(lines.join(end))).toEqual(read(lines.join('\n')));
  });

  test('names of an object’s own inner workings are only words', () => {
    expect(read('Lampu\n__proto__: China\nconstructor: x').attributes).toEqual({});
  });
});

describe('nothing to judge', () => {
  test.for(['', ' \r\n\t \u200b', 'https://shopee.co.id/x-i.1.2', 'Deskripsi Produk\n\n'])('%j', (text) => {
    expect(listingFromText(text)).toBeNull();
  });
});

describe('a paste of any size', () => {
  test.for<[string, string]>([
    ['one line', 'lampu '.repeat(1_700_000)],
    ['one word', 'a'.repeat(10_000_000)],
    ['marks', '*'.repeat(10_000_000)],
    ['colons', ':'.repeat(10_000_000)],
    ['lines', 'Negara Asal: China\n'.repeat(500_000)],
    ['labels alone', 'Negara Asal\n'.repeat(800_000)],
    ['dots', 'a.'.repeat(5_000_000)],
  ])('10 MB of %s is cut at the caps', ([, text]) => {
    const listing = listingFromText(text);
    expect(listing?.title?.length ?? 0).toBeLessThanOrEqual(CAPS.title);
    expect(listing?.description?.length ?? 0).toBeLessThanOrEqual(CAPS.description);
    for (const value of Object.values(listing?.attributes ?? {}))
      expect(value.length).toBeLessThanOrEqual(CAPS.attributeValue);
  });
});

describe('what the judgement makes of it', () => {
  test('a labelled origin counts as on a page, with the words as printed', () => {
    const { verdict, evidence } = judged('Lampu Meja LED\nNegara Asal: China');
    expect(verdict).toBe('imported');
    expect(evidence[0]).toMatchObject({ field: 'attributes.Negara Asal', quote: 'China', says: 'CN' });
  });

  test('the same words among what the seller writes freely are never firm', () => {
    expect(judged('Lampu Meja LED\nDeskripsi Produk\nNegara Asal: China').verdict).toBe('likely-imported');
    expect(judged('Tas\nDeskripsi Produk\nProduk lokal\nNegara Asal: Indonesia').verdict).toBe('likely-local');
  });

  test('two origins in one text contradict each other', () => {
    expect(judged('Lampu\nNegara Asal: China\nNegara Asal: Indonesia').verdict).toBe('unknown');
  });

  test('a registration number is read wherever it stands', () => {
    expect(judged('Keripik pisang\nP-IRT No. 2053201010012-25').evidence.map(({ rule }) => rule)).toContain(
      'registrations/pirt',
    );
  });

  test('a text without evidence is honestly unknown', () => {
    expect(judged('Gantungan kunci lucu\nReady kak, langsung order ya').verdict).toBe('unknown');
  });
});
