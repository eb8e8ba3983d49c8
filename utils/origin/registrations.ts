// Registration numbers in title, description and attributes. A number that has run out is worth less.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Listing } from '../listing/listing.ts';
import type { Evidence } from './assessment.ts';
import { byBasis, quote } from './evidence.ts';

export function registrationEvidence(listing: Listing, knowledge: Knowledge, day: string): Evidence[] {
  const texts: [field: string, text: string | null][] = [
    ['title', listing.title],
    ['description', listing.description],
    ...Object.entries(listing.attributes).map(([name, value]): [string, string] => [`attributes.${name}`, value]),
  ];
  return texts.flatMap(([field, text]) =>
    (text ? knowledge.registration(text) : []).map(({ registration, start, end, until }): Evidence => {
      const expired = until !== null && until < Number(day.slice(0, 4));
      const strength = byBasis(registration.strength, registration.basis);
      return {
        claim: 'madeIn',
        says: registration.says,
        strength: expired && strength === 'strong' ? 'medium' : strength,
        field,
        quote: quote(text ?? '', start, end),
        rule: `registrations/${registration.id}`,
      };
    }),
  );
}
