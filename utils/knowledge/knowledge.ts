// Everything the judgement and the extraction may ask, behind lookups, so that the stored form can change.
import { type Brand, countBrands, openBrands } from './brand.ts';
import type { Found } from './entity.ts';
import { type Finding, openFindings } from './finding.ts';
import { openGazetteer, type Place } from './gazetteer.ts';
import { type KindMatch, openKinds } from './kind.ts';
import type { Kind } from './kind-pack.ts';
import { type Likeness, openLikeness } from './likeness.ts';
import { type Maker, openMakers } from './maker.ts';
import type { MarketplaceMap } from './map.ts';
import { type Notices, openNotices } from './notice.ts';
import { openParameters } from './parameter.ts';
import { openPhrases, type PhraseMatch } from './phrase.ts';
import { asksForPlaces, placeNames } from './place-names.ts';
import { openRegistrations, type RegistrationMatch } from './registration.ts';
import type { Ruleset } from './ruleset.ts';
import type { Token } from './tokens.ts';
import { openTrades, type Trade } from './trade.ts';

/** What the ruleset holds, for whoever shows it. */
export interface About {
  version: string;
  marketplaces: { id: string; name: string; hosts: string[] }[];
  /** How many entries of a kind. */
  entries: Record<'brands' | 'makers' | 'phrases' | 'registrations', number>;
}

export interface Knowledge {
  readonly version: string;
  about(): About;
  /** The map of a marketplace's host ("www.tokopedia.com"). */
  map(host: string): MarketplaceMap | null;
  /** Every map. */
  maps(): readonly MarketplaceMap[];
  /** The names of places that the cards of this map are read with; none when its finders ask for none. */
  placeNames(map: MarketplaceMap): readonly string[];
  /** What a location field says; null when it names no place we know, or two that disagree. */
  place(text: string): Place | null;
  /** The brand whose name begins at token `i`. */
  brand(tokens: readonly Token[], i: number): Found<Brand> | null;
  /** The kind of goods that a title names, and by which of its tokens; null when it names none. */
  kind(title: readonly Token[]): KindMatch | null;
  /** Every kind that a title names, the likeliest first. */
  kinds(title: readonly Token[]): KindMatch[];
  /** Every word by which kinds are called. */
  kindWords(): ReadonlySet<string>;
  /** The kind of a category, by the last part of its address ("kaos-kaki-pria"); null when it means none. */
  kindOfCategory(name: string): Kind | null;
  /** Every kind that there is. */
  kindList(): readonly Kind[];
  /** What makes goods alike. */
  likeness(): Likeness;
  /** What a brand's trade says of its name in a title. */
  trade(id: string | null): Trade;
  /** The curated maker whose name begins at token `i`. */
  maker(tokens: readonly Token[], i: number): Found<Maker> | null;
  /** Makers, products and clusters of goods, packed: see alternatives/pool.ts. */
  directory(): string;
  /** The phrases that begin at token `i`. */
  phrase(tokens: readonly Token[], i: number): PhraseMatch[];
  /** The well-formed registration numbers of a text, in order. */
  registration(text: string): RegistrationMatch[];
  /** What reviewers found about one listing. */
  finding(marketplace: string, listing: string): readonly Finding[];
  /** What notices rest on: laws, the goods they concern, usual prices. */
  notices(): Notices;
  /** A dated number; null when none holds on that day (YYYY-MM-DD). */
  parameter(key: string, day: string): number | null;
}

/** Builds on first use: a cold worker pays only for what it asks. */
function lazy<T>(build: () => T): () => T {
  let built: { value: T } | null = null;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

function aboutOf({ version, maps, brands, makers, phrases, registrations }: Ruleset): About {
  return {
    version,
    marketplaces: maps.map(({ id, name, hosts }) => ({ id, name, hosts: [...hosts] })),
    entries: {
      brands: countBrands(brands),
      makers: makers.length,
      phrases: phrases.length,
      registrations: registrations.length,
    },
  };
}

export function openKnowledge(ruleset: Ruleset): Knowledge {
  const places = lazy(() => openGazetteer(ruleset.places));
  const brands = lazy(() => openBrands(ruleset.brands));
  const kinds = lazy(() => openKinds(ruleset.kinds));
  const likeness = lazy(() => openLikeness(ruleset.likeness));
  const trades = lazy(() => openTrades(ruleset.trades));
  const makers = lazy(() => openMakers(ruleset.makers));
  const phrases = lazy(() => openPhrases(ruleset.phrases, places()));
  const registrations = lazy(() => openRegistrations(ruleset.registrations, places().isRegionCode));
  const findings = lazy(() => openFindings(ruleset.findings));
  const notices = lazy(() => openNotices(ruleset.notices));
  const parameters = lazy(() => openParameters(ruleset.parameters));
  return {
    version: ruleset.version,
    about: () => aboutOf(ruleset),
    map: (host) => ruleset.maps.find((map) => map.hosts.includes(host)) ?? null,
    maps: () => ruleset.maps,
    placeNames: (map) => (asksForPlaces(map) ? placeNames(ruleset.places) : []),
    place: (text) => places().place(text),
    brand: (tokens, i) => brands()(tokens, i),
    kind: (title) => kinds().best(title),
    kinds: (title) => kinds().all(title),
    kindOfCategory: (name) => kinds().ofCategory(name),
    kindWords: () => kinds().words(),
    kindList: () => kinds().list(),
    likeness,
    trade: (id) => trades()(id),
    maker: (tokens, i) => makers()(tokens, i),
    // Rules of before there was one have none.
    directory: () => ruleset.directory ?? '',
    phrase: (tokens, i) => phrases()(tokens, i),
    registration: (text) => registrations()(text),
    finding: (marketplace, listing) => findings()(marketplace, listing),
    notices,
    parameter: (key, day) => parameters()(key, day),
  };
}
