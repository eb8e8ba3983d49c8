// What a listing gives cause to look at, beside where its goods come from: each rests on a rule of the ruleset with its
// date, and in doubt there is none. They say nothing of the seller, and change no verdict.
import { type KindMatch, SURE } from '../knowledge/kind.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Goods } from '../knowledge/notice.ts';
import { type Token, tokens } from '../knowledge/tokens.ts';
import { CAPS, type Listing } from '../listing/listing.ts';
import type { Evidence, Notice, Verdict } from './assessment.ts';
import { quote } from './evidence.ts';

interface Judged {
  verdict: Verdict;
  evidence: readonly Evidence[];
  /** The title's words. */
  title: readonly Token[];
}

const home = 'ID';

/** Where the marketplace itself says where parcels leave from. */
const SENT_FROM = new Set(['shipsFrom', 'crossBorder', 'labels']);

/** Sold by somebody abroad who sends it from there: the marketplace says so, and nowhere names a place in Indonesia. */
function isSoldFromAbroad(evidence: readonly Evidence[]): boolean {
  const sent = evidence.filter(({ claim, field }) => claim === 'shipsFrom' && SENT_FROM.has(field));
  const isHere = evidence.some(({ claim, says }) => says === home && (claim === 'shipsFrom' || claim === 'sellerAt'));
  return !isHere && sent.some(({ says, strength }) => says !== home && strength === 'strong');
}

/** The highest price that the page shows, in rupiah; null when it is none. */
function rupiah({ price }: Listing): number | null {
  return price?.currency === 'IDR' && price.amount > 0 ? Math.max(price.amount, price.upTo ?? 0) : null;
}

/** What the notices of one listing ask more than once. */
interface Asked extends Judged {
  listing: Listing;
  knowledge: Knowledge;
  day: string;
  goods(): Goods;
  /** The words of the title that name the kind, as printed. */
  named(): string;
}

function priceFloor({ listing, evidence, knowledge, day, goods }: Asked): Notice[] {
  const price = rupiah(listing);
  if (price === null || !isSoldFromAbroad(evidence)) return [];
  const floor = knowledge.parameter('law.price-floor-idr', day);
  const dollars = knowledge.parameter('law.price-floor', day);
  if (floor === null || dollars === null || price >= floor) return [];
  const notices = knowledge.notices();
  if (!notices.isUnderFloor(goods(), listing.category.map(tokens))) return [];
  return [{ id: 'price-floor', params: { price, floor, dollars, ...notices.floor } }];
}

function closedCategory({ listing, evidence, knowledge, day, goods }: Asked): Notice[] {
  if (!isSoldFromAbroad(evidence)) return [];
  const closed = knowledge.notices().closed(listing.marketplace, goods());
  return closed && closed.since <= day ? [{ id: 'closed-category', params: { ...closed } }] : [];
}

/** A number that says made here beside a field that says made abroad, or the other way round. */
function registrationContradiction({ evidence, knowledge }: Asked): Notice[] {
  const made = evidence.filter(({ claim }) => claim === 'madeIn');
  const numbers = made.filter(({ rule, strength }) => rule.startsWith('registrations/') && strength === 'strong');
  const number = numbers[0];
  if (!number) return [];
  const { phrases, law, since } = knowledge.notices().contradiction;
  const fields = made.filter(
    ({ field, rule }) => field.startsWith('attributes.') && phrases.some((id) => rule === `phrases/${id}`),
  );
  const field = fields[0];
  const isHere = ({ says }: Evidence) => says === home;
  // Numbers or fields that say both speak of several goods.
  const isClear = [numbers, fields].every((all) => new Set(all.map(isHere)).size === 1);
  if (!field || !isClear || isHere(number) === isHere(field)) return [];
  const params = { number: number.quote, made: number.says, field: field.field, value: field.quote, says: field.says };
  return [{ id: 'registration-contradiction', params: { ...params, law, since } }];
}

function priceLow({ listing, verdict, title, knowledge, goods, named }: Asked): Notice[] {
  const price = rupiah(listing);
  if (price === null || !verdict.endsWith('imported')) return [];
  const { sure } = goods();
  const notices = knowledge.notices();
  const usual = sure && notices.usualPrice(sure.id);
  const { spread, listings, groups, measured } = notices.priceLow;
  if (!usual || groups.includes(sure.group)) return [];
  if (usual.high > spread * usual.low || usual.listings < listings) return [];
  if (price >= usual.low || notices.hasOwnPrice(title)) return [];
  const { low, listings: count, years } = usual;
  return [{ id: 'price-low', params: { price, kind: named(), low, listings: count, years, measured } }];
}

/** Its number stands there, or it is of somebody known, whose numbers anybody can look up. */
const isAnswered = ({ rule }: Evidence) => /^(?:registrations|brands|makers)\//.test(rule);

/** A number may stand in any text of the listing, well formed or not. */
function registrationMissing({ listing, verdict, evidence, title, knowledge, goods, named }: Asked): Notice[] {
  const { kind, description, marketplace } = listing;
  if (kind !== 'product' || description === null) return [];
  if (verdict === 'local' || verdict === 'likely-local' || evidence.some(isAnswered)) return [];
  const notices = knowledge.notices();
  const office = notices.registeredBy(goods());
  if (!office) return [];
  const words = tokens(description);
  const isCut = description.length >= CAPS.description || /(?:\.\.\.|…)\s*$/.test(description);
  if (isCut || notices.isPart(marketplace, words)) return [];
  const attributes = Object.entries(listing.attributes).map(([name, value]) => tokens(`${name} ${value}`));
  if ([title, words, ...attributes].some(notices.mentionsNumber)) return [];
  return [{ id: 'registration-missing', params: { kind: named(), ...office } }];
}

/** What to look at, always in the same order. */
export function noticesOf(listing: Listing, judged: Judged, knowledge: Knowledge, day: string): Notice[] {
  // A title is read only where a notice asks for it.
  let read: { kind: KindMatch | null } | null = null;
  const kind = () => {
    read ??= { kind: knowledge.kind(judged.title) };
    return read.kind;
  };
  const goods = (): Goods => {
    const found = kind();
    return { title: judged.title, kind: found, sure: found && found.score >= SURE ? found : null };
  };
  const asked: Asked = {
    ...judged,
    listing,
    knowledge,
    day,
    goods,
    named() {
      const words = judged.title.slice(kind()?.start, kind()?.end);
      return quote(listing.title ?? '', words[0]?.start, words.at(-1)?.end);
    },
  };
  return [priceFloor, closedCategory, registrationContradiction, priceLow, registrationMissing].flatMap((notice) =>
    notice(asked),
  );
}
