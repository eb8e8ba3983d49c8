// A listing as goods that are compared with others: what kind of thing, for whom, in which words, at what price.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Audience } from '../knowledge/likeness.ts';
import { tokens } from '../knowledge/tokens.ts';

/** What is known of an offer; all but the title may be missing. */
export interface Offer {
  title: string;
  /** Rupiah. */
  price: number | null;
  location: string | null;
}

export interface Goods {
  /** Null: the title names no kind. */
  kind: { id: string; group: string; score: number } | null;
  /** Words of the title by which the kind is named. */
  head: readonly string[];
  words: readonly string[];
  audience: ReadonlySet<Audience>;
  price: number | null;
  /** Code of the province, "33"; null when unknown. */
  province: string | null;
}

export function goodsOf({ title, price, location }: Offer, knowledge: Knowledge): Goods {
  const all = tokens(title);
  const kind = knowledge.kind(all);
  const { spell } = knowledge.likeness();
  const { words, audience } = spell(all);
  const head = kind ? spell(all.slice(kind.start, kind.end)).words : [];
  return { kind, head, words, audience, price, province: provinceOf(location, knowledge) };
}

/** "regions/32.04" is a place in the province 32. */
const REGION = /^regions\/(\d{2})/;

function provinceOf(location: string | null, knowledge: Knowledge): string | null {
  const place = location === null ? null : knowledge.place(location);
  return REGION.exec(place?.rule ?? '')?.[1] ?? null;
}
