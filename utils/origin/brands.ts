// Whose brand it is: the brand field and the official store first, the title last. A brand says where it is at home, and
// only weakly where an article was made; a curated maker says more.
import type { Brand } from '../knowledge/brand.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Token, tokens } from '../knowledge/tokens.ts';
import type { Listing } from '../listing/listing.ts';
import type { Evidence } from './assessment.ts';
import { byBasis, quote } from './evidence.ts';
import type { Sentence } from './reading.ts';

/** Words in front of the title's own, set apart: "[READY STOCK]", "PROMO!". */
const PREAMBLE = 4;

/** Words after a name that still leave it the name ("Scarlett Official Store"). */
const SPARE_WORDS = 3;

/** Whose brand it is; and, where that is known, where goods of this brand are usually made. */
function named(brand: Brand, field: string, words: string, opens = true): Evidence[] {
  const evidence: Evidence = {
    claim: 'brandFrom',
    says: brand.country,
    strength: byBasis('medium', brand.basis),
    field,
    quote: quote(words),
    rule: `brands/${brand.id}`,
  };
  // Whoever copies an article writes the brand's name on it, too.
  if (brand.made === 'mixed' || (brand.copied && field !== 'seller.name')) return [evidence];
  // "Brownies Nutella", "Kaos Razer": what stands before the name may be what is sold, made by somebody here.
  if (brand.made === 'abroad' && !opens) return [evidence];
  return [evidence, { ...evidence, claim: 'madeIn', says: brand.made === 'here' ? 'ID' : 'foreign' }];
}

/** The fields in which a seller or the marketplace names the maker outright. */
function namingFields(listing: Listing): [field: string, text: string][] {
  const fields: [string, string][] = [];
  if (listing.brand) fields.push(['brand', listing.brand]);
  if (listing.official === true && listing.seller?.name) fields.push(['seller.name', listing.seller.name]);
  return fields;
}

function brandInTitle(title: string, sentences: readonly Sentence[], knowledge: Knowledge): Evidence[] {
  const found: { brand: Brand; words: readonly Token[]; opens: boolean }[] = [];
  let before = 0;
  for (const sentence of sentences) {
    for (let at = 0; at < sentence.tokens.length; at++) {
      const brand = knowledge.brand(sentence.tokens, at);
      if (!brand) continue;
      if (!brand.entry.field && sentence.brandStands(at))
        found.push({
          brand: brand.entry,
          words: sentence.tokens.slice(at, at + brand.length),
          opens: before + at <= PREAMBLE && sentence.tokens[at - 1]?.segment !== sentence.tokens[at]?.segment,
        });
      at += brand.length - 1;
    }
    before += sentence.tokens.length;
  }
  const first = found[0];
  // Several brands in one title are what the article fits, or a heap of keywords.
  if (!first || found.some(({ brand }) => brand.country !== first.brand.country)) return [];
  return named(first.brand, 'title', title.slice(first.words[0]?.start, first.words.at(-1)?.end), first.opens);
}

export function brandEvidence(listing: Listing, title: readonly Sentence[], knowledge: Knowledge): Evidence[] {
  const evidence: Evidence[] = [];
  for (const [field, text] of namingFields(listing)) {
    const words = tokens(text);
    const brand = knowledge.brand(words, 0);
    const whole = (length: number) => length === words.length || field === 'seller.name';
    if (brand && (whole(brand.length) || (!brand.entry.field && words.length - brand.length <= SPARE_WORDS)))
      evidence.push(...named(brand.entry, field, text));
    const maker = knowledge.maker(words, 0);
    if (maker && words.length - maker.length <= (field === 'brand' ? 0 : SPARE_WORDS))
      evidence.push({
        claim: 'madeIn',
        says: 'ID',
        strength: byBasis('strong', maker.entry.basis),
        field,
        quote: quote(text),
        rule: `makers/${maker.entry.id}`,
      });
  }
  if (evidence.length > 0 || !listing.title) return evidence;
  return brandInTitle(listing.title, title, knowledge);
}
