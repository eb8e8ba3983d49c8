// The smallest rulesets that the extension reads: what faults of the feed are tried on.
import { toFiles } from '../../utils/knowledge/files.ts';
import type { Ruleset } from '../../utils/knowledge/ruleset.ts';

const law = { law: 'UU', since: '2024-01-01' };

/** @param version "YYYY.MM.DD-name". */
export const smallRuleset = (version: string, brands: string[]): Ruleset => ({
  version,
  maps: [],
  places: { regions: [], makers: [], countries: [], labels: [], cities: [] },
  brands: brands.map((name) => `${name}\t${name}\tID\th`).join('\n'),
  kinds: '',
  trades: [],
  makers: [],
  directory: '',
  findings: [],
  phrases: [],
  registrations: [],
  parameters: [],
  likeness: {
    families: [],
    same: [],
    audience: { men: [], women: [], children: [], babies: [], adults: [] },
    years: [],
    prefixes: [],
    empty: [],
  },
  notices: {
    priceFloor: { ...law, exempt: '', exemptSince: '', goods: [], groups: [], kinds: [], words: [], categories: [] },
    closed: { ...law, marketplaces: [], categories: [] },
    contradiction: { ...law, phrases: [] },
    priceLow: { spread: 1, listings: 1, groups: [], measured: '2026-01-01', unless: [] },
    registration: { partly: [], cut: [], mentions: [], unless: [], offices: [] },
    prices: '',
  },
});

/** Its files as texts. */
export const textsOf = (ruleset: Ruleset): Record<string, string> =>
  Object.fromEntries([...toFiles(ruleset)].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
