// A phrase: words that say something about a listing's origin, or that take such words their meaning ("kualitas import").
// Literal words and closed slots only, so that data cannot make a slow pattern.
import * as v from 'valibot';
import { type Found, strength } from './entity.ts';
import type { Gazetteer, Place } from './gazetteer.ts';
import { memo } from './memo.ts';
import { Element, type SlotName } from './pattern.ts';
import type { Token } from './tokens.ts';

export const FIELDS = ['title', 'description', 'attribute', 'brand', 'seller', 'label', 'category'] as const;
export type PhraseField = (typeof FIELDS)[number];

/** What a phrase cancels after which a brand's name says what the article resembles or is meant for. */
export const BRAND = 'brand';
/** The same for the names of what others make accessories for: "case". */
export const HOST = 'host';
/** What a phrase cancels that calls the article a copy: a brand's name then says nothing, wherever it stands. */
export const COPY = 'copy';

export const PhraseSchema = v.strictObject({
  id: v.string(),
  says: v.optional(v.string()),
  claim: v.picklist(['madeIn', 'shipsFrom', 'brandFrom']),
  strength,
  nearMakers: v.optional(strength),
  fields: v.array(v.picklist(FIELDS)),
  words: v.array(v.array(Element)),
  cancels: v.array(v.string()),
  reach: v.optional(v.number()),
});
export type Phrase = v.InferOutput<typeof PhraseSchema>;

export interface PhraseMatch {
  phrase: Phrase;
  /** Tokens covered. */
  length: number;
  /** What `says: slot` caught. */
  place: Place | null;
}

interface Candidate {
  phrase: Phrase;
  elements: readonly Element[];
  /** The words of which one must follow the first; null where that is not so simple. */
  second: ReadonlySet<string> | null;
}

function candidate(phrase: Phrase, elements: readonly Element[]): Candidate {
  const [first, second] = elements;
  const simple = first?.words && !first.optional && second?.words && !second.optional;
  return { phrase, elements, second: simple ? new Set(second.words) : null };
}

const DIGITS = /^\d+$/;
const NONE: never[] = [];

/** The phrases that begin at token `i`, each with its longest reading. */
export function openPhrases(
  phrases: readonly Phrase[],
  places: Gazetteer,
): (tokens: readonly Token[], i: number) => PhraseMatch[] {
  const byWord = new Map<string, Candidate[]>();
  const bySlot = new Map<SlotName, Candidate[]>();
  const put = <K>(map: Map<K, Candidate[]>, key: K, candidate: Candidate) => {
    const list = map.get(key);
    if (list) list.push(candidate);
    else map.set(key, [candidate]);
  };
  for (const phrase of phrases)
    for (const elements of phrase.words) {
      const first = elements[0];
      if (first?.slot) put(bySlot, first.slot, candidate(phrase, elements));
      for (const word of first?.words ?? []) put(byWord, word, candidate(phrase, elements));
    }

  const mayBegin = (slot: SlotName, word: string): boolean =>
    slot === 'kata' || (slot === 'angka' ? DIGITS.test(word) : places.begins(slot, word));
  /** The patterns that may begin with a word; most words begin none. */
  const candidatesOf = memo((word): readonly Candidate[] => {
    const ofSlots = [...bySlot].flatMap(([slot, candidates]) => (mayBegin(slot, word) ? candidates : NONE));
    const all = [...(byWord.get(word) ?? NONE), ...ofSlots];
    return all.length === 0 ? NONE : all;
  });

  const slotAt = (element: Element, tokens: readonly Token[], i: number): Found<Place | null>[] => {
    if (element.slot === 'negara') return places.country(tokens, i);
    if (element.slot === 'negara-kolom') return places.countryInField(tokens, i);
    if (element.slot === 'kota') return places.region(tokens, i);
    if (element.slot === 'kota-asing') return places.city(tokens, i);
    const word = tokens[i]?.text ?? '';
    const fits =
      element.slot === 'kata' ||
      (DIGITS.test(word) && (element.digits === undefined || word.length === element.digits));
    return fits ? [{ entry: null, length: 1 }] : NONE;
  };

  /** End of the longest reading of `elements` from `k` at token `at`, or -1. */
  const read = (
    elements: readonly Element[],
    k: number,
    tokens: readonly Token[],
    at: number,
    segment: number,
    place: Place | null,
  ): { end: number; place: Place | null } | null => {
    const element = elements[k];
    if (!element) return { end: at, place };
    const token = tokens[at];
    if (token && token.segment === segment) {
      if (element.words?.includes(token.text)) {
        const rest = read(elements, k + 1, tokens, at + 1, segment, place);
        if (rest) return rest;
      } else if (element.slot) {
        for (const found of slotAt(element, tokens, at)) {
          const rest = read(elements, k + 1, tokens, at + found.length, segment, found.entry ?? place);
          if (rest) return rest;
        }
      }
    }
    return element.optional ? read(elements, k + 1, tokens, at, segment, place) : null;
  };

  return (tokens, i) => {
    const token = tokens[i];
    if (!token) return NONE;
    const candidates = candidatesOf(token.text);
    if (candidates.length === 0) return NONE;
    const next = tokens[i + 1];
    const follows = next?.segment === token.segment ? next.text : '';
    let best: PhraseMatch[] | null = null;
    for (const { phrase, elements, second } of candidates) {
      if (second && !second.has(follows)) continue;
      const match = read(elements, 0, tokens, i, token.segment, null);
      if (!match) continue;
      const found = { phrase, length: match.end - i, place: match.place };
      best ??= [];
      const other = best.findIndex((known) => known.phrase === phrase);
      if (other < 0) best.push(found);
      else if (found.length > (best[other]?.length ?? 0)) best[other] = found;
    }
    return best ?? NONE;
  };
}
