// From evidence to claims, verdict and probability: the strongest evidence of each field for each side, added up, and a
// few plain rules about what may be firm. Numbers come from the ruleset's parameters.
import {
  type Claim,
  type ClaimName,
  type Country,
  type Evidence,
  NOWHERE,
  type Strength,
  type Verdict,
} from './assessment.ts';

export interface Scale {
  weight: Record<Strength, number>;
  /** The lead that "likely" needs. */
  likely: number;
  /** Both sides at least this heavy: they contradict each other. */
  conflict: number;
  /** What it weighs where a brand's goods are usually made. */
  brand: number;
}

const home = 'ID';

/** Fields whose evidence is not independent of each other count as one. */
function source({ rule, field }: Evidence): string {
  if (rule.startsWith('brands/')) return 'brand';
  if (rule.startsWith('registrations/')) return 'registration';
  if (rule.startsWith('makers/')) return 'maker';
  return field.startsWith('attributes.') ? 'attributes' : field === 'category' ? 'labels' : field;
}

/** What a seller may write as he likes. */
const FREE_TEXT = new Set(['title', 'description', 'seller.name', 'brand']);
/** Filled in from a list, or set by the marketplace. */
const isStructured = (source: string) => !FREE_TEXT.has(source) && source !== 'registration' && source !== 'maker';

/** Where it speaks about making, or proves that the goods come from abroad. A place in Indonesia proves nothing. */
function speaks({ claim, says }: Evidence): boolean {
  return claim === 'madeIn' || (claim !== 'brandFrom' && says !== home);
}

interface Side {
  /** Strongest evidence of each source. */
  best: Map<string, Strength>;
  weight: number;
}

function sideOf(evidence: readonly Evidence[], foreign: boolean, { weight, brand }: Scale): Side {
  const best = new Map<string, Strength>();
  for (const one of evidence) {
    if (!speaks(one) || (one.says !== home) !== foreign) continue;
    const known = best.get(source(one));
    if (!known || weight[one.strength] > weight[known]) best.set(source(one), one.strength);
  }
  const weigh = ([source, strength]: [string, Strength]) =>
    source === 'brand' ? Math.max(brand, weight[strength]) : weight[strength];
  return { best, weight: [...best].reduce((sum, one) => sum + weigh(one), 0) };
}

const strongest = ({ best }: Side, { weight }: Scale) => Math.max(0, ...[...best.values()].map((s) => weight[s]));
const solid = (strength: Strength | undefined) => strength === 'strong' || strength === 'medium';

/** Firm "imported": strong and structured, or structured and confirmed by strong text. */
function firmForeign({ best }: Side): boolean {
  const sources = [...best];
  if (sources.some(([source, s]) => s === 'strong' && (isStructured(source) || source === 'registration'))) return true;
  const structured = sources.some(([source, s]) => isStructured(source) && solid(s));
  return structured && sources.some(([source, s]) => FREE_TEXT.has(source) && s === 'strong');
}

/**
 * Firm "local": a well-formed number, a curated maker, or a structured field confirmed by a second one that speaks of these
 * goods, if only weakly: where a brand's goods are usually made does not.
 */
function firmLocal({ best }: Side): boolean {
  if (best.get('registration') === 'strong' || best.get('maker') === 'strong') return true;
  const structured = [...best].filter(([source, s]) => isStructured(source) && solid(s));
  return structured.some(([source]) => [...best.keys()].some((other) => other !== source && other !== 'brand'));
}

/** What a lead comes to, as measured on labelled listings (`npm run evaluate`), and lines between; never certain. */
const MEASURED: readonly (readonly [lead: number, probability: number])[] = [
  [0, 0.5],
  [1.5, 0.87],
  [2, 0.95],
  [4, 0.97],
  [6, 0.98],
];

function likelihood(lead: number): number {
  // -1 beyond the last: `at` gives the last then.
  const above = MEASURED.findIndex(([from]) => lead <= from);
  const [to, high] = MEASURED.at(above) ?? [0, 0.5];
  const [from, low] = MEASURED[above - 1] ?? [to, high];
  return above <= 0 ? high : low + ((high - low) * (lead - from)) / (to - from);
}

export interface Judgement {
  verdict: Verdict;
  probability: number;
  claims: Record<ClaimName, Claim>;
}

/** Whether the parcel comes from abroad: it leaves from there, or the seller is there and it leaves from nowhere else. */
function comesFromAbroad(evidence: readonly Evidence[]): boolean {
  const fields = evidence.filter(({ field, strength }) => strength === 'strong' && !FREE_TEXT.has(field));
  const at = (name: ClaimName, abroad: boolean) =>
    fields.some(({ claim, says }) => claim === name && (says !== home) === abroad);
  return at('shipsFrom', true) || (at('sellerAt', true) && !at('shipsFrom', false));
}

function judge(evidence: readonly Evidence[], scale: Scale): { verdict: Verdict; lead: number } {
  const foreign = sideOf(evidence, true, scale);
  const local = sideOf(evidence, false, scale);
  const abroad = comesFromAbroad(evidence);
  const lead = Math.abs(foreign.weight - local.weight);
  const isForeign = foreign.weight > local.weight;
  const winner = isForeign ? foreign : local;
  const loser = isForeign ? local : foreign;
  const torn = strongest(foreign, scale) >= scale.conflict && strongest(local, scale) >= scale.conflict;
  // Weak signs alone say nothing, but for a brand whose goods are usually made there, when nothing speaks against it.
  const carried = strongest(winner, scale) >= scale.weight.medium || (winner.best.has('brand') && loser.weight === 0);
  if (torn || lead < scale.likely || !carried)
    return { verdict: abroad ? 'likely-imported' : 'unknown', lead: abroad ? Math.max(scale.likely, lead) : 0 };
  const unopposed = loser.weight < scale.conflict;
  if (isForeign) return { verdict: firmForeign(foreign) && unopposed ? 'imported' : 'likely-imported', lead };
  return { verdict: firmLocal(local) && unopposed ? 'local' : 'likely-local', lead };
}

/** Where it was made is told only as far as the verdict goes. */
function agrees(country: string, verdict: Verdict): boolean {
  return country === home ? verdict === 'local' || verdict === 'likely-local' : verdict.endsWith('imported');
}

/** A named country says more than "foreign", and two that weigh the same are none: a brand has one home. */
function named(name: ClaimName, abroad: readonly (readonly [Country, number])[]): Country | null {
  const [first, second] = abroad.filter(([country]) => country !== 'foreign');
  if (first && first[1] !== second?.[1]) return first[0];
  return first && name === 'brandFrom' ? null : 'foreign';
}

/** The country a claim comes to, and how sure: null when there is no evidence or it contradicts itself. */
function claimOf(name: ClaimName, evidence: readonly Evidence[], verdict: Verdict, { weight }: Scale): Claim {
  const byCountry = new Map<string, number>();
  const own = evidence.filter((one) => one.claim === name);
  if (own.length === 0) return { country: null, confidence: 0 };
  if (own.some(({ says }) => says === NOWHERE)) return { country: null, confidence: 0 };
  // A field outranks what a text says about the same thing.
  const fields = own.filter(({ field }) => field === 'shipsFrom' || field === 'seller.location');
  const brands = new Set<string>();
  for (const one of name === 'shipsFrom' && fields.length > 0 ? fields : own) {
    // A brand that is named twice is one brand.
    if (name === 'brandFrom' && brands.has(one.rule)) continue;
    brands.add(one.rule);
    byCountry.set(one.says, (byCountry.get(one.says) ?? 0) + weight[one.strength]);
  }
  const local = byCountry.get(home) ?? 0;
  const abroad = [...byCountry].filter(([country]) => country !== home).sort((a, b) => b[1] - a[1]);
  const foreign = abroad.reduce((sum, [, weight]) => sum + weight, 0);
  const lead = Math.abs(foreign - local);
  const country = foreign > local ? named(name, abroad) : local > foreign ? home : null;
  if (country === null || (name === 'madeIn' && !agrees(country, verdict))) return { country: null, confidence: 0 };
  return { country, confidence: round(likelihood(Math.min(lead, weight.strong))) };
}

const round = (value: number) => Math.round(value * 100) / 100;

export function combine(evidence: readonly Evidence[], scale: Scale): Judgement {
  const { verdict, lead } = judge(evidence, scale);
  const claim = (name: ClaimName) => claimOf(name, evidence, verdict, scale);
  return {
    verdict,
    probability: verdict === 'unknown' ? 0.5 : round(likelihood(lead)),
    claims: {
      madeIn: claim('madeIn'),
      shipsFrom: claim('shipsFrom'),
      sellerAt: claim('sellerAt'),
      brandFrom: claim('brandFrom'),
    },
  };
}
