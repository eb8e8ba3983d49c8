// A listing as goods that are compared with others: which kinds of thing, for whom, in which words, at what price.
import type { Knowledge } from '../knowledge/knowledge.ts';
import { tokens } from '../knowledge/tokens.ts';
import { mendWords } from './typos.ts';

/** What is known of an offer; all but the title may be missing. */
export interface Offer {
  title: string;
  /** Rupiah. */
  price: number | null;
  location: string | null;
  /** The narrowest part of its category, as marketplaces print it: "Kaos Kaki Pria" or "kaos-kaki-pria". */
  category?: string | null;
}

export type Age = 'adult' | 'child' | 'baby';
export type Sex = 'men' | 'women';

export interface Goods {
  /** The likeliest first: that is what is sold; the others say what it also is. A weight is 0 to 1. */
  kinds: readonly { id: string; weight: number }[];
  /** Words of the title by which the first kind is named. */
  head: readonly string[];
  words: readonly string[];
  ages: ReadonlySet<Age>;
  sexes: ReadonlySet<Sex>;
  /** Youngest and oldest child it fits. */
  years: readonly [number, number] | null;
  price: number | null;
  /** Code of the province, "33"; null when unknown. */
  province: string | null;
}

/** A kind whose score is lower by so much says nothing of what a title also is. */
const FAR = 1.6;
/** Sellers file goods under a wrong category. */
const BY_CATEGORY = 0.6;
/** "Umur 0-2 tahun" is a baby's, and "0-4 tahun" a baby's, too. */
const BABY = 2;
const LITTLE = 4;

export function goodsOf({ title, price, location, category }: Offer, knowledge: Knowledge): Goods {
  const { all, matches } = read(title, knowledge);
  const [first] = matches;
  const { spell } = knowledge.likeness();
  const { words, audience, years } = spell(all);
  const filed = first || !category ? null : knowledge.kindOfCategory(tokens(category).map(wordOf).join('-'));
  const kinds = filed
    ? [{ id: filed.id, weight: BY_CATEGORY }]
    : matches
        .map(({ id, score }) => ({ id, weight: Math.min(1, score) * (1 - ((first?.score ?? 0) - score) / FAR) }))
        .filter(({ weight }) => weight > 0.05);
  const head = first ? spell(all.slice(first.start, first.end)).words : [];
  return {
    kinds,
    head,
    words,
    ...whom(new Set([...audience, ...spell(tokens(kinds[0]?.id ?? '')).audience]), years),
    years,
    price,
    province: provinceOf(location, knowledge),
  };
}

/** The words of a title and the kinds they name; typing mistakes are mended only where nothing is named as it stands. */
function read(title: string, knowledge: Knowledge) {
  const all = tokens(title);
  const matches = knowledge.kinds(all);
  if (matches.length > 0) return { all, matches };
  const mended = mendWords(all, knowledge);
  const found = knowledge.kinds(mended);
  return found.length > 0 ? { all: mended, matches: found } : { all, matches };
}

const wordOf = ({ text }: { text: string }) => text;

/** "Anak perempuan" is a child; without a child's word "perempuan" is a grown one. */
export function whom(audience: ReadonlySet<string>, years: Goods['years']): Pick<Goods, 'ages' | 'sexes'> {
  const sexes = (['men', 'women'] as const).filter((sex) => audience.has(sex));
  const ages = new Set<Age>();
  if (audience.has('adults')) ages.add('adult');
  if (audience.has('children')) ages.add('child');
  if (audience.has('babies')) ages.add('baby');
  if (years && ages.size === 0) ages.add(years[1] <= BABY ? 'baby' : 'child');
  if (years && years[0] < BABY && years[1] <= LITTLE && ages.has('child')) ages.add('baby');
  if (ages.size === 0 && sexes.length > 0) ages.add('adult');
  return { ages, sexes: new Set(sexes) };
}

/** "regions/32.04" is a place in the province 32. */
const REGION = /^regions\/(\d{2})/;

function provinceOf(location: string | null, knowledge: Knowledge): string | null {
  const place = location === null ? null : knowledge.place(location);
  return REGION.exec(place?.rule ?? '')?.[1] ?? null;
}
