// The provinces by their two-digit codes, from `ruleset/tables/regions.yml` at build time.

export const PROVINCES: readonly { code: string; name: string }[] = __PROVINCES__;
