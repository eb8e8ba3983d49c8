// The map of one marketplace: how its pages are read. Types only; `map-schema.ts` checks a map that comes from outside.
// A map is data that volunteers mend after a redesign; the closed set of finders below is all it can say.

/** Replaced in the next step by the full type. */
export interface MarketplaceMap {
  id: string;
  name: string;
  /** Host names on which the extension reads pages. */
  hosts: string[];
}
