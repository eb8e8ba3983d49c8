// The marketplace's flag that the seller sells from abroad, and the seller's own word that the goods are imported.
// "No" is a default on every marketplace and says nothing.
import type { Listing } from '../listing/listing.ts';
import type { Evidence } from './assessment.ts';

export function flagEvidence({ crossBorder, importFlag }: Listing): Evidence[] {
  const evidence: Evidence[] = [];
  if (crossBorder === true)
    evidence.push({
      claim: 'shipsFrom',
      says: 'foreign',
      strength: 'strong',
      field: 'crossBorder',
      quote: '',
      rule: 'flags/cross-border',
    });
  if (importFlag === true)
    evidence.push({
      claim: 'madeIn',
      says: 'foreign',
      strength: 'strong',
      field: 'importFlag',
      quote: '',
      rule: 'flags/import',
    });
  return evidence;
}
