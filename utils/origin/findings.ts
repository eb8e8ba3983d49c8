// What reviewers found about this very listing. A dispute stands beside the evidence and takes nothing from it.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Listing } from '../listing/listing.ts';
import type { Evidence } from './assessment.ts';
import { byBasis, quote } from './evidence.ts';

export function findingEvidence({ marketplace, id }: Listing, knowledge: Knowledge, day: string): Evidence[] {
  if (!marketplace || !id) return [];
  return knowledge
    .finding(marketplace, id)
    .filter(({ state, expires }) => state !== 'withdrawn' && day <= expires)
    .map((finding) => ({
      claim: finding.claim,
      says: finding.says,
      strength: byBasis('strong', finding.basis),
      field: 'finding',
      quote: quote(finding.quote),
      rule: `${finding.state === 'disputed' ? 'disputed-findings' : 'findings'}/${finding.id}`,
    }));
}
