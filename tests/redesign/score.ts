// Reads a page before and after a redesign, and counts the facts that are right, missing and wrong.
import { extract } from '../../utils/extract/extract.ts';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';
import { differences, type Facts, matching } from '../extract/compare.ts';
import { parsePage, places } from '../extract/page.ts';
import type { Mutation } from './mutations.ts';
import { seeded } from './random.ts';

export interface KnownPage {
  name: string;
  html: string;
  url: string;
  page: string;
  map: MarketplaceMap;
  listings: Facts[];
}

export interface Count {
  right: number;
  missing: number;
  wrong: number;
}

export interface Scored {
  page: string;
  marketplace: string;
  mutation: string;
  seed: number;
  /** By fact: "title", "attributes.Merek" counts as "attributes". */
  facts: Map<string, Count>;
  wrongs: { fact: string; expected: unknown; got: unknown }[];
}

const plain = (fact: string) => fact.split('.')[0] as string;

/** The facts that a table settles about one listing. */
function factsOf({ attributes, ...facts }: Facts): string[] {
  const settled = Object.keys(facts).filter((fact) => fact !== 'note' && fact !== 'url' && fact !== 'imported');
  return [...settled, ...Object.keys((attributes as Facts | undefined) ?? {}).map((name) => `attributes.${name}`)];
}

/** @param ignore Facts whose expectation is mistaken. */
export function score(
  known: KnownPage,
  mutations: readonly Mutation[],
  seed: number,
  ignore: (fact: string, page: string) => boolean = () => false,
): Scored {
  const document = parsePage(known.html);
  const random = seeded(seed);
  for (const mutation of mutations) mutation.apply(document, random);
  const found = extract(document, new URL(known.url), known.map, places);
  const facts = new Map<string, Count>();
  const wrongs: Scored['wrongs'] = [];
  for (const expected of known.listings) {
    const listing = known.page === 'product' ? found.listings[0] : matching(found.listings, expected);
    const differing = new Map(differences(listing, expected).map((difference) => [difference.fact, difference]));
    for (const fact of factsOf(expected)) {
      if (ignore(fact, known.name)) continue;
      const count = facts.get(plain(fact)) ?? { right: 0, missing: 0, wrong: 0 };
      const difference = differing.get(fact);
      if (!difference) count.right++;
      else if (difference.wrong && !(Array.isArray(difference.got) && difference.got.length === 0)) {
        count.wrong++;
        wrongs.push(difference);
      } else count.missing++;
      facts.set(plain(fact), count);
    }
  }
  return {
    page: known.name,
    marketplace: known.map.id,
    mutation: mutations.map(({ name }) => name).join(' + '),
    seed,
    facts,
    wrongs,
  };
}

export function sum(scores: readonly Scored[], only?: (fact: string) => boolean): Count & { total: number } {
  const all = { right: 0, missing: 0, wrong: 0, total: 0 };
  for (const { facts } of scores)
    for (const [fact, count] of facts) {
      if (only && !only(fact)) continue;
      all.right += count.right;
      all.missing += count.missing;
      all.wrong += count.wrong;
      all.total += count.right + count.missing + count.wrong;
    }
  return all;
}
