// Hosts that the user may allow one by one, from `ruleset/tables/hosts.yml` at build time.

export const OPTIONAL_HOSTS: readonly string[] = __OPTIONAL_HOSTS__;
