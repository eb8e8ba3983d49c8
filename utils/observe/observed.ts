// Answers that may be read with their user's consent, from `ruleset/tables/answers.yml` at build time: no synced map can widen it.
import type { Observed } from './allowed.ts';

export const OBSERVED: readonly Observed[] = __OBSERVED__;
