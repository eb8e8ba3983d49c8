// Whose brand it is: the brand field and the official store first, the title last. A brand says where it is at home, and
// only weakly where an article was made; a curated maker says more.
import type { Brand } from '../knowledge/brand.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { tokens } from '../knowledge/tokens.ts';
import type { Listing } from '../listing/listing.ts';
import { type Evidence, NOWHERE } from './assessment.ts';
import { byBasis, quote } from './evidence.ts';
import type { Sentence } from './reading.ts';
import { brandsInTitle } from './title-brands.ts';

/** A house and its line: "Xiaomi Redmi". */
const OF_ONE_ARTICLE = 2;

/** Words after a name that still leave it the name ("Scarlett Official Store"). */
const SPARE_WORDS = 3;

/** Whose brand it is; and, where that is known and `speaks`, where goods of this brand are usually made. */
function named(brand: Brand, field: string, words: string, speaks: boolean): Evidence[] {
  const evidence: Evidence = {
    claim: 'brandFrom',
    says: brand.country,
    strength: byBasis('medium', brand.basis),
    field,
    quote: quote(words),
    rule: `brands/${brand.id}`,
  };
  // Whoever copies an article writes the brand's name on it, too.
  if (!speaks || brand.made === 'mixed' || (brand.copied && field !== 'seller.name')) return [evidence];
  return [evidence, { ...evidence, claim: 'madeIn', says: brand.made === 'here' ? 'ID' : 'foreign' }];
}

/** The fields in which a seller or the marketplace names the maker outright. */
function namingFields(listing: Listing): [field: string, text: string][] {
  const fields: [string, string][] = [];
  if (listing.brand) fields.push(['brand', listing.brand]);
  if (listing.official === true && listing.seller?.name) fields.push(['seller.name', listing.seller.name]);
  return fields;
}

/** A seller's word that the article is a copy. It is cited, since it silences the brand. */
const copyEvidence = (field: string, text: string, sentences: readonly Sentence[]): Evidence[] =>
  sentences.flatMap(({ tokens, copies }) =>
    copies.map(
      ({ phrase, at, length }): Evidence => ({
        claim: 'brandFrom',
        says: NOWHERE,
        strength: 'weak',
        field,
        quote: quote(text, tokens[at]?.start, tokens[at + length - 1]?.end),
        rule: `phrases/${phrase.id}`,
      }),
    ),
  );

export function brandEvidence(
  listing: Listing,
  title: readonly Sentence[],
  description: readonly Sentence[],
  knowledge: Knowledge,
): Evidence[] {
  const evidence = [
    ...copyEvidence('title', listing.title ?? '', title),
    ...copyEvidence('description', listing.description ?? '', description),
  ];
  const genuine = evidence.length === 0;
  let speaks = genuine;
  for (const [field, text] of namingFields(listing)) {
    const words = tokens(text);
    const brand = knowledge.brand(words, 0);
    const whole = (length: number) => length === words.length || field === 'seller.name';
    if (brand && (whole(brand.length) || (!brand.entry.field && words.length - brand.length <= SPARE_WORDS))) {
      evidence.push(...named(brand.entry, field, text, genuine));
      speaks = false;
    }
    const maker = knowledge.maker(words, 0);
    if (maker && words.length - maker.length <= (field === 'brand' ? 0 : SPARE_WORDS)) {
      evidence.push({
        claim: 'madeIn',
        says: 'ID',
        strength: byBasis('strong', maker.entry.basis),
        field,
        quote: quote(text),
        rule: `makers/${maker.entry.id}`,
      });
      speaks = false;
    }
  }
  const inTitle = listing.title ? brandsInTitle(listing.title, title, knowledge) : [];
  // Many brands in one title, or those of several countries, are what the article fits, or a heap of keywords.
  const ids = new Set(inTitle.map(({ brand }) => brand.id));
  if (ids.size > OF_ONE_ARTICLE || inTitle.some(({ brand }) => brand.country !== inTitle[0]?.brand.country))
    speaks = false;
  for (const { brand, words, makers } of inTitle)
    evidence.push(...named(brand, 'title', words, speaks && (makers || brand.made === 'here')));
  return evidence;
}
