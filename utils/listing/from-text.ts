// A listing's text as somebody pastes it (from a phone app, a chat) → Listing. Labels that are known become fields, but not
// behind "Deskripsi": what a seller writes freely there stays free text. Everything else is the description.
import { CAPS, emptyListing, type Listing } from './listing.ts';
import { isNothing } from './nothing.ts';

/** Characters that are looked at: the rest of a pasted book is left. */
const LONGEST_TEXT = 2 * CAPS.description;
/** No marketplace allows longer ones: a longer first line is a description. */
const LONGEST_TITLE = 255;
/** A longer "value" is a sentence with a colon in it. */
const LONGEST_VALUE = 100;

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\0]/g;
/** Day, hour and the sender's name, which WhatsApp puts in front of copied messages. */
const CHAT = /^\[\d{1,2}[./]\d{1,2}[^\]]{0,30}\] [^:]{1,80}: /;
const ADDRESS = /^\(?(?:https?:\/\/|www\.)|^[\w-]+(?:\.[\w-]+){0,2}\.(?:com|id|link|ee|shop|me|ly)\//i;
const LABELLED = /^([^:：=\t]{2,60}?)\s*[:：=\t]\s*(.*)$/;
/** The message of Shopee's "Bagikan". */
const SHARED = /^cek (.{3,255}?) dengan harga rp/i;
const PRICE = /^(?:rp|idr)\s?\d/i;
const MARKS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N})"”]+$/gu;

/** What stands above the table, and above the seller's own words. */
const TABLE = /^(?:spesifikasi|detail|informasi|rincian)(?: produk| barang)?$|^(?:product )?specifications?$/;
const FREE = /^(?:deskripsi|keterangan)(?: produk| barang)?$|^(?:product )?description$/;

type Part = 'title' | 'brand' | 'shipsFrom' | 'location' | 'shop' | 'attribute';

/** Whole labels in small letters. Of attributes those that the phrases for fields know (`ruleset/phrases/fields.yml`). */
const LABELS: readonly [part: Part, label: RegExp][] = [
  ['title', /^(?:nama (?:produk|barang)|judul|product name)$/],
  ['brand', /^(?:merek|merk|brand)$/],
  ['shipsFrom', /^(?:dikirim|pengiriman|kirim) dari$|^(?:asal|lokasi) pengiriman$/],
  ['shipsFrom', /^(?:ships?|shipped|shipping|sent) from$/],
  ['location', /^(?:lokasi|kota) (?:toko|penjual)$/],
  ['shop', /^(?:nama )?toko$|^penjual$|^dijual oleh$|^sold by$/],
  ['attribute', /^(?:negara|tempat|daerah|wilayah) (?:asal|pembuat|produksi|pembuatan)(?: produk)?$/],
  ['attribute', /^asal (?:negara|produk|barang)$/],
  ['attribute', /^(?:country|region|place|country region)(?: of)? (?:origin|manufacture)$/],
  ['attribute', /^(?:made in|xuat xu|xuất xứ|產地|产地|原产地|原產地|原産国|원산지|제조국)$/],
  ['attribute', /^(?:produsen|pembuat|pabrik|manufacturer|diproduksi oleh)$/],
  ['attribute', /^(?:importir|importer|diimpor oleh|imported by)$/],
  ['attribute', /^(?:(?:produk|barang) )?(?:impor|import)$|^(?:status|jenis|tipe) (?:produk|barang)$|^tkdn$/],
];

const partOf = (label: string): Part | undefined => LABELS.find(([, known]) => known.test(label))?.[0];

/** The first word on something stands; an origin that is said twice and differently, the judgement has to see twice. */
function put(listing: Listing, part: Part, { name }: Row, value: string): void {
  if (part === 'attribute') {
    const known = listing.attributes[name];
    const both = known && known !== value ? `${known}, ${value}` : value;
    listing.attributes[name] = both.slice(0, CAPS.attributeValue);
  } else if (part === 'location' || part === 'shop') {
    listing.seller ??= { id: null, name: null, location: null };
    listing.seller[part === 'shop' ? 'name' : 'location'] ??= value;
  } else {
    listing[part] ??= value;
  }
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Lines without what no shopper sees, nor links, nor who sent them; no empty ones. Tabs part a table's cells. */
function linesOf(text: string): string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) =>
      line
        .replace(INVISIBLE, '')
        .trim()
        .replace(CHAT, '')
        .split(/[^\S\t]+/)
        .filter((word) => !ADDRESS.test(word))
        .join(' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

interface Row {
  label: string;
  name: string;
  value: string;
}

/** "Negara Asal: China"; Tokopedia's "Dikirim dari Kota Bekasi"; a line alone is a label without a value. */
function rowOf(line: string): Row {
  const [, name = '', value = ''] = LABELLED.exec(line) ?? [];
  if (name) return { label: wordsOf(name), name: name.replace(MARKS, ''), value: trimmed(value) };
  const [, shipped = '', place = ''] = (line.length <= LONGEST_VALUE && /^(dikirim dari) (.+)$/i.exec(line)) || [];
  const words = place.split(' ');
  if (place && words.length <= 4 && words.every((word) => /^\p{Lu}/u.test(word)))
    return { label: wordsOf(shipped), name: shipped, value: trimmed(place) };
  const alone = line.length <= LONGEST_VALUE ? line : '';
  return { label: wordsOf(alone), name: alone.replace(MARKS, ''), value: '' };
}

/** Without the stars, bullets and dots around it. */
const trimmed = (text: string) => (text.length <= LONGEST_TITLE ? text.replace(MARKS, '') : text);

/** A table that was copied cell by cell has its value in the next line. */
function valueBelow(line: string | undefined): string {
  if (line === undefined || line.length > LONGEST_VALUE) return '';
  const { label, value } = rowOf(line);
  return value || partOf(label) || TABLE.test(label) || FREE.test(label) ? '' : trimmed(line);
}

function takeTitle(lines: string[]): string | null {
  const at = lines.findIndex((line) => /\p{L}/u.test(line) && !PRICE.test(line));
  const line = lines[at];
  if (line === undefined) return null;
  const title = SHARED.exec(line)?.[1] ?? (line.length <= LONGEST_TITLE ? trimmed(line) : null);
  if (title) lines.splice(at, 1);
  return title;
}

/** @returns null where there is nothing to judge. */
export function listingFromText(text: string): Listing | null {
  const lines = linesOf(text);
  const listing = emptyListing('', 'product');
  const before: string[] = [];
  const described: string[] = [];
  let free = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const row = rowOf(line);
    if (TABLE.test(row.label) || FREE.test(row.label)) {
      free = FREE.test(row.label);
      if (row.value) described.push(row.value);
      continue;
    }
    const part = free ? undefined : partOf(row.label);
    const below = part && !row.value ? valueBelow(lines[i + 1]) : '';
    const value = row.value || below;
    if (!part || !value || value.length > LONGEST_VALUE) {
      (free ? described : before).push(line);
      continue;
    }
    if (!isNothing(value)) put(listing, part, row, value);
    if (below) i++;
  }
  listing.title ??= takeTitle(before);
  const description = [...before, ...described].join('\n').replaceAll('\t', ' ').slice(0, CAPS.description);
  listing.description = description || null;
  const said = listing.title ?? listing.description ?? listing.brand ?? listing.shipsFrom ?? listing.seller;
  return said || Object.keys(listing.attributes).length > 0 ? listing : null;
}
