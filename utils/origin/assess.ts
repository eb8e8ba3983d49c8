// Listing → assessment. Pure: no DOM, browser, network or clock; the same listing, knowledge and day give the same bytes.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Listing } from '../listing/listing.ts';
import type { Assessment, Evidence } from './assessment.ts';
import { attributeEvidence } from './attributes.ts';
import { brandEvidence } from './brands.ts';
import { combine, type Scale } from './combine.ts';
import { findingEvidence } from './findings.ts';
import { flagEvidence } from './flags.ts';
import { noticesOf } from './notices.ts';
import { placeEvidence, samePlaceEvidence } from './places.ts';
import { read } from './reading.ts';
import { registrationEvidence } from './registrations.ts';
import { labelEvidence, sentenceEvidence } from './text.ts';

function scaleOf(knowledge: Knowledge, day: string): Scale {
  const number = (key: string, otherwise: number) => knowledge.parameter(key, day) ?? otherwise;
  return {
    weight: { strong: number('weight.strong', 4), medium: number('weight.medium', 2), weak: number('weight.weak', 1) },
    likely: number('margin.likely', 1.5),
    conflict: number('conflict', 2),
    brand: number('weight.brand', 1.5),
  };
}

/** A rule that repeats itself in a field adds nothing: its first quotes are enough. */
const QUOTES_PER_RULE = 5;

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const quotes = new Map<string, Set<string>>();
  return evidence.filter(({ claim, says, field, rule, quote }) => {
    const key = JSON.stringify([claim, says, field, rule]);
    const known = quotes.get(key) ?? new Set();
    quotes.set(key, known);
    const isNew = known.size < QUOTES_PER_RULE && !known.has(quote);
    known.add(quote);
    return isNew;
  });
}

/**
 * Judges where a listing's goods come from.
 * @param day YYYY-MM-DD: parameters and numbers that have run out depend on it.
 */
export function assess(listing: Listing, knowledge: Knowledge, { day }: { day: string }): Assessment {
  const places = [listing.shipsFrom, listing.seller?.location].map((text) => (text ? knowledge.place(text) : null));
  const setting = {
    heap: knowledge.parameter('heap', day) ?? 60,
    nearMakers: places.some((place) => place?.makers),
  };
  const title = listing.title ? read(listing.title, 'title', knowledge) : [];
  const description = listing.description ? read(listing.description, 'description', knowledge) : [];
  const evidence = distinct([
    ...findingEvidence(listing, knowledge, day),
    ...placeEvidence(listing, knowledge),
    ...flagEvidence(listing),
    ...attributeEvidence(listing, knowledge, setting),
    ...registrationEvidence(listing, knowledge, day),
    ...labelEvidence(listing, knowledge, setting),
    ...sentenceEvidence(listing.title ?? '', 'title', title, setting),
    ...sentenceEvidence(listing.description ?? '', 'description', description, setting),
    ...samePlaceEvidence(listing, [...title, ...description], knowledge),
    ...brandEvidence(listing, title, description, knowledge),
  ]);
  const judgement = combine(evidence, scaleOf(knowledge, day));
  const words = title.flatMap((sentence) => sentence.tokens);
  const notices = noticesOf(listing, { verdict: judgement.verdict, evidence, title: words }, knowledge, day);
  return { ...judgement, evidence, notices, ruleset: knowledge.version };
}
