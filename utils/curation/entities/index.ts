// The kinds of entities that the ruleset knows, a line each. Everything else finds them here: reading, checking, compiling,
// the schemas for editors, and the test that tries their hostile examples.
import type { Entity } from '../entity.ts';
import { answers } from './answers.ts';
import { brands } from './brands.ts';
import { channels } from './channels.ts';
import { closedCategories } from './closed-categories.ts';
import { clusters } from './clusters.ts';
import { countries } from './countries.ts';
import { findings } from './findings.ts';
import { foreignPlaces } from './foreign-places.ts';
import { genericNames } from './generic-names.ts';
import { hosts } from './hosts.ts';
import { kinds } from './kinds.ts';
import { likeness } from './likeness.ts';
import { makers } from './makers.ts';
import { marketplaces } from './marketplaces.ts';
import { notices } from './notices.ts';
import { parameters } from './parameters.ts';
import { phrases } from './phrases.ts';
import { prices } from './prices.ts';
import { regions } from './regions.ts';
import { registrations } from './registrations.ts';
import { trades } from './trades.ts';

export const ENTITIES = [
  hosts,
  answers,
  marketplaces,
  regions,
  countries,
  foreignPlaces,
  genericNames,
  trades,
  brands,
  makers,
  findings,
  phrases,
  registrations,
  parameters,
  kinds,
  likeness,
  clusters,
  prices,
  closedCategories,
  notices,
  channels,
] as unknown as readonly Entity[];
