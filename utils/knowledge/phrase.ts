// A phrase: words that say something about a listing's origin, or that take such words their meaning ("kualitas import").
// Literal words and closed slots only, so that data cannot make a slow pattern.
import * as v from 'valibot';
import { type Found, named, provenance, strength, text } from './entity.ts';
import type { Gazetteer, Place } from './gazetteer.ts';
import { Element, parsePattern, type SlotName } from './pattern.ts';
import type { Token } from './tokens.ts';

export const FIELDS = ['title', 'description', 'attribute', 'brand', 'seller', 'label', 'category'] as const;
export type PhraseField = (typeof FIELDS)[number];

const pattern = v.pipe(
  text,
  v.rawTransform(({ dataset, addIssue, NEVER }): Element[] => {
    try {
      return parsePattern(dataset.value);
    } catch (error) {
      addIssue({ message: error instanceof Error ? error.message : String(error) });
      return NEVER;
    }
  }),
);

const Entry = v.pipe(
  v.strictObject({
    id: v.pipe(text, v.regex(/^[a-z0-9-]+$/, 'an id is small letters, digits and dashes')),
    /** ISO alpha-2, `foreign`, or `slot`: the country or city that the pattern caught. Missing: it only cancels. */
    says: v.nullish(v.pipe(v.string(), v.regex(/^([A-Z]{2}|foreign|slot)$/, 'says is ID, CN ..., foreign or slot'))),
    claim: v.optional(v.picklist(['madeIn', 'shipsFrom', 'brandFrom']), 'madeIn'),
    strength: v.optional(strength, 'medium'),
    /** Instead of `strength` where the seller sits in a region known for its makers: there "import" is often mere praise. */
    near_makers: v.nullish(strength),
    fields: v.optional(v.array(v.picklist(FIELDS)), ['title', 'description']),
    words: v.pipe(v.array(pattern), v.minLength(1)),
    /** Ids of phrases that lose their meaning beside this one; `brand` for brand names, `*` for everything. */
    cancels: v.optional(v.array(text), []),
    /** Cancels only what begins within so many words after it; without it, in the whole sentence. */
    reach: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0))),
    note: v.nullish(text),
  }),
  v.check((entry) => Boolean(entry.says) || entry.cancels.length > 0, 'a phrase says something or cancels something'),
);

/** `ruleset/phrases/*.yml`. */
export const PhrasesSource = v.pipe(v.strictObject({ ...provenance, phrases: v.array(Entry) }), named());

export const PhraseSchema = v.object({
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

export function compilePhrases(source: v.InferOutput<typeof PhrasesSource>): Phrase[] {
  return source.phrases.map(({ id, says, claim, strength, near_makers, fields, words, cancels, reach }) => ({
    id,
    ...(says && { says }),
    claim,
    strength,
    ...(near_makers && { nearMakers: near_makers }),
    fields,
    words,
    cancels,
    ...(reach != null && { reach }),
  }));
}

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
      if (first?.slot) put(bySlot, first.slot, { phrase, elements });
      for (const word of first?.words ?? []) put(byWord, word, { phrase, elements });
    }

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

  const slots = [...bySlot];
  return (tokens, i) => {
    const token = tokens[i];
    if (!token) return NONE;
    let best: PhraseMatch[] | null = null;
    const attempt = ({ phrase, elements }: Candidate) => {
      const match = read(elements, 0, tokens, i, token.segment, null);
      if (!match) return;
      const found = { phrase, length: match.end - i, place: match.place };
      best ??= [];
      const other = best.findIndex((known) => known.phrase === phrase);
      if (other < 0) best.push(found);
      else if (found.length > (best[other]?.length ?? 0)) best[other] = found;
    };
    for (const candidate of byWord.get(token.text) ?? NONE) attempt(candidate);
    for (const [slot, candidates] of slots)
      if (slotAt({ slot }, tokens, i).length > 0) for (const candidate of candidates) attempt(candidate);
    return best ?? NONE;
  };
}
