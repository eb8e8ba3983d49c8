// The Assessment: what CekAsal says of one listing, with the evidence. Keys and parameters only, never sentences:
// the words stand in locales/.

export type Verdict = 'imported' | 'likely-imported' | 'local' | 'likely-local' | 'unknown';

/** Four facts that are often mixed up, and are kept apart here. */
export type ClaimName = 'madeIn' | 'shipsFrom' | 'sellerAt' | 'brandFrom';

/** ISO 3166 alpha-2, or "foreign": not Indonesia, country unknown ("barang import", BPOM ML). */
export type Country = string;

/** ISO 3166 leaves it to its users, and CLDR calls it "unknown region": the words deny what a brand's name would say. */
export const NOWHERE: Country = 'ZZ';

export type Strength = 'strong' | 'medium' | 'weak';

export interface Evidence {
  claim: ClaimName;
  /** The country that this piece of evidence speaks for, or NOWHERE. */
  says: Country;
  strength: Strength;
  /** The listing's field: "title", "description", "attributes.Negara Asal", "shipsFrom", "seller.location", ... */
  field: string;
  /** The words on the page, at most 160 characters. */
  quote: string;
  /** Id of the rule in the ruleset: a file or a table's row. */
  rule: string;
}

export interface Claim {
  country: Country | null;
  /** 0 to 1. */
  confidence: number;
}

/** Something to check: an id, and what its words are filled with. */
export interface Notice {
  id: string;
  params: Record<string, string | number>;
}

/** Pure function of listing, knowledge and day: same input, same bytes. */
export interface Assessment {
  verdict: Verdict;
  /** That a second careful reader would choose this side. */
  probability: number;
  claims: Record<ClaimName, Claim>;
  evidence: Evidence[];
  notices: Notice[];
  /** Version of the ruleset that said so. */
  ruleset: string;
}
