// From an element that a volunteer points at to finders for one field, the most robust first. Pure: reads the page, writes
// nothing. What would give nothing here, or several things, or what `ruleset check` would refuse, is not proposed.
import * as v from 'valibot';
import { flawsOf } from '../curation/hygiene.ts';
import { clean, same, type Value } from '../extract/fields.ts';
import { answerOf, MANY } from '../extract/resolve.ts';
import type { Scope } from '../extract/scope.ts';
import { all } from '../extract/select.ts';
import { fold, isPrivate, linesOf } from '../extract/text.ts';
import type { Field, Finder } from '../knowledge/map.ts';
import { FinderSchema } from '../knowledge/map-schema.ts';
import { CAPS } from '../listing/listing.ts';
import { candidatesFor, type Pointed } from './candidates.ts';
import { fieldsAt } from './draft.ts';
import { cardsOf, printed, scopeAt } from './explain.ts';
import { splitLabelled } from './labels.ts';
import { isLastingName, isPersonal } from './texts.ts';

export interface Proposal {
  finder: Finder;
  /** What it gives on this page, or in the card that was pointed at. */
  gives: string;
  /** May break with the next redesign. */
  fragile: boolean;
  /** On how many cards of the design it gives something. */
  cards: { found: number; of: number } | null;
}

const MOST_PROPOSALS = 6;
/** Of one kind, and of the fragile ones: more of the same is no choice. */
const MOST_ALIKE = 2;
/** Cards that a finder is tried on. */
const MOST_CARDS = 60;
const FLAGS: ReadonlySet<Field> = new Set(['official', 'crossBorder', 'importFlag']);

const AS_PRINTED: Finder = { by: 'meta', name: '-' };

/** What the element says of the field, in each way that it may be understood. */
function wantedOf({ element, field, page, place }: Pointed, scope: Scope): Value[] {
  if (FLAGS.has(field)) return [true];
  const text = element.tagName === 'IMG' ? (element.getAttribute('alt') ?? '') : linesOf(element, CAPS.description);
  const labels = (fieldsAt(page.map, place)[field] ?? []).flatMap((finder) =>
    finder.by === 'label' ? finder.labels : [],
  );
  const said = labels.find((label) => text.toLowerCase().startsWith(`${label.toLowerCase()} `));
  const texts = [
    text,
    splitLabelled(fold(text, CAPS.text))?.value,
    said && text.slice(said.length).replace(/^[\s:]+/, ''),
  ];
  const as = MANY.has(field) ? 'title' : field;
  const values: (Value | null)[] = texts.map((one) => (one ? clean(as, one, AS_PRINTED, scope.currency) : null));
  return values.filter((value) => value !== null);
}

function gives(value: Value, wanted: Value, field: Field): boolean {
  if (!MANY.has(field)) return same(value, wanted);
  const text = fold(String(wanted), CAPS.text).toLowerCase();
  const parts = Array.isArray(value) ? value : Object.entries(value).flat();
  return parts.some(
    (part) => text === part.toLowerCase() || (field === 'attributes' && text.includes(part.toLowerCase())),
  );
}

/** Different things that a selector finds: one is meant. */
function isManifold(finder: Finder, field: Field, scope: Scope): boolean {
  if (finder.by !== 'element' || MANY.has(field) || finder.read === 'present' || !scope.element) return false;
  const { read } = finder;
  const found = [...all(scope.element, finder.select)].slice(0, 50).map((element) => {
    if (read && read !== 'first') return element.getAttribute(read) ?? '';
    return fold(element.textContent ?? '', CAPS.text);
  });
  return new Set(found).size > 1;
}

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

/** Whether a map may hold this finder: what the checker asks of it, and nothing of a person. */
export function isAllowed(finder: Finder): boolean {
  if (!v.safeParse(FinderSchema, finder).success) return false;
  return stringsIn(finder).every((text) => flawsOf(text).length === 0 && !isPersonal(text));
}

const bare = ({ seen: _, weak: __, ...finder }: Finder): string => JSON.stringify(finder);

/** Found by a class that the next build of the page names otherwise: for want of anything better. */
const isMadeUp = (finder: Finder) =>
  finder.by === 'element' && (finder.select.match(/\.[\w-]+/g) ?? []).some((name) => !isLastingName(name.slice(1)));

const isLabel = (finder: Finder, label: string | undefined) => finder.by === 'label' && finder.labels[0] === label;

export function propose(pointed: Pointed): Proposal[] {
  const { page, place, field, element, card, month } = pointed;
  const scope = scopeAt(page, place, card);
  if (!scope || isPrivate(element)) return [];
  const wanted = wantedOf(pointed, scope);
  if (wanted.length === 0) return [];
  const known = new Set((fieldsAt(page.map, place)[field] ?? []).map(bare));
  const others = card && place.on === 'card' ? cardsOf(page, place.design).slice(0, MOST_CARDS) : null;
  const proposals: Proposal[] = [];
  for (const { finder: candidate, fragile } of candidatesFor(pointed, scope)) {
    if (proposals.length >= MOST_PROPOSALS) break;
    const alike = proposals.filter((one) => one.fragile === fragile && one.finder.by === candidate.by);
    if (alike.length >= MOST_ALIKE || (fragile && proposals.length > 0 && isMadeUp(candidate))) continue;
    if (known.has(bare(candidate))) continue;
    known.add(bare(candidate));
    const finder = { ...candidate, ...(fragile ? { weak: true } : {}), seen: month } as Finder;
    // Where a label may be looked for is said once, in the narrowest part that serves.
    if (finder.by === 'label' && proposals.some((one) => isLabel(one.finder, finder.labels[0]))) continue;
    const value = answerOf(field, finder, scope);
    if (value === null || !wanted.some((one) => gives(value, one, field))) continue;
    if (isManifold(finder, field, scope) || !isAllowed(finder)) continue;
    const scopes = others?.map((other) => scopeAt(page, place, other)) ?? [];
    const found = scopes.filter((one) => one && answerOf(field, finder, one) !== null).length;
    const cards = others && { found, of: others.length };
    proposals.push({ finder, gives: printed(value) ?? '', fragile, cards });
  }
  return proposals;
}
