// What the listing's own words say: title, description, the seller's name, labels and categories, read by the phrases of
// the ruleset. Hashtags and heaps of keywords are worth little.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PhraseField } from '../knowledge/phrase.ts';
import type { Listing } from '../listing/listing.ts';
import type { Evidence } from './assessment.ts';
import { quote } from './evidence.ts';
import { read, type Sentence } from './reading.ts';

export interface Setting {
  /** A sentence of so many words is a heap of keywords. */
  heap: number;
  /** The seller sits in a region known for its makers. */
  nearMakers: boolean;
}

/** The evidence that stands in the sentences of one text. */
export function sentenceEvidence(
  text: string,
  field: string,
  sentences: readonly Sentence[],
  { heap, nearMakers }: Setting,
): Evidence[] {
  // There a title says "import" as praise; a sentence about the goods means it.
  const praised = nearMakers && field === 'title';
  return sentences.flatMap(({ tokens, matches }) =>
    matches.flatMap(({ phrase, place, at, length }): Evidence[] => {
      const says = phrase.says === 'slot' ? place?.country : phrase.says;
      const words = tokens.slice(at, at + length);
      const first = words[0];
      const last = words.at(-1);
      if (!says || !first || !last) return [];
      const stuffed = tokens.length >= heap || words.some((word) => word.tag);
      return [
        {
          claim: phrase.claim,
          says,
          strength: stuffed ? 'weak' : (praised && phrase.nearMakers) || phrase.strength,
          field,
          quote: quote(text, first.start, last.end),
          rule: `phrases/${phrase.id}`,
        },
      ];
    }),
  );
}

/** Short texts beside title and description. */
export function labelEvidence(listing: Listing, knowledge: Knowledge, setting: Setting): Evidence[] {
  const texts: [field: string, as: PhraseField, text: string | null | undefined][] = [
    ['brand', 'brand', listing.brand],
    ['seller.name', 'seller', listing.seller?.name],
    ...listing.labels.map((text): [string, PhraseField, string] => ['labels', 'label', text]),
    ...listing.category.map((text): [string, PhraseField, string] => ['category', 'category', text]),
  ];
  return texts.flatMap(([field, as, text]) =>
    text ? sentenceEvidence(text, field, read(text, as, knowledge), setting) : [],
  );
}
