// The ruleset in its compiled form: plain JSON, one section per kind of knowledge. What the extension keeps and syncs.
import * as v from 'valibot';
import { FindingSchema } from './finding.ts';
import { LikenessSchema } from './likeness.ts';
import { MakerSchema } from './maker.ts';
import type { MarketplaceMap } from './map.ts';
import { MapSchema } from './map-schema.ts';
import { NoticesSchema } from './notice.ts';
import { ParameterSchema } from './parameter.ts';
import { PhraseSchema } from './phrase.ts';
import { PlacesSchema } from './place.ts';
import { RegistrationSchema } from './registration.ts';
import { TradeSchema } from './trade.ts';

/** Checks a ruleset from outside. Sections that this version does not know are ignored. */
export const RulesetSchema = v.object({
  version: v.string(),
  maps: v.array(MapSchema),
  places: PlacesSchema,
  /** See brand.ts. */
  brands: v.string(),
  /** See kind-pack.ts. */
  kinds: v.string(),
  likeness: LikenessSchema,
  trades: v.array(TradeSchema),
  makers: v.array(MakerSchema),
  /** Makers, products and clusters as goods: see alternatives/pool.ts. */
  directory: v.optional(v.string(), ''),
  findings: v.array(FindingSchema),
  phrases: v.array(PhraseSchema),
  registrations: v.array(RegistrationSchema),
  parameters: v.array(ParameterSchema),
  notices: NoticesSchema,
});
export type Ruleset = Omit<v.InferOutput<typeof RulesetSchema>, 'maps'> & { maps: MarketplaceMap[] };
