// A reviewed statement about one listing, looked up by marketplace and listing: never by seller.
import * as v from 'valibot';
import { basis } from './entity.ts';

export const FindingSchema = v.strictObject({
  id: v.string(),
  marketplace: v.string(),
  listing: v.string(),
  claim: v.picklist(['madeIn', 'shipsFrom', 'sellerAt', 'brandFrom']),
  says: v.string(),
  state: v.picklist(['confirmed', 'disputed', 'withdrawn']),
  basis,
  /** Last day on which it counts. */
  expires: v.string(),
  /** What the reviewers saw, as printed. */
  quote: v.string(),
});
export type Finding = v.InferOutput<typeof FindingSchema>;

/** The findings on a listing; none for most. */
export function openFindings(
  findings: readonly Finding[],
): (marketplace: string, listing: string) => readonly Finding[] {
  const byListing = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.marketplace} ${finding.listing}`;
    byListing.set(key, [...(byListing.get(key) ?? []), finding]);
  }
  return (marketplace, listing) => byListing.get(`${marketplace} ${listing}`) ?? [];
}
