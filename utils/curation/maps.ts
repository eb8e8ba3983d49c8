// Marketplace maps by themselves, for a command that needs no other rule: a map's file, or all of a ruleset folder.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MarketplaceMap } from '../knowledge/map.ts';
import { placeNames } from '../knowledge/place-names.ts';
import { countries } from './entities/countries.ts';
import { foreignPlaces } from './entities/foreign-places.ts';
import { marketplaces } from './entities/marketplaces.ts';
import { compilePlaces, regions } from './entities/regions.ts';
import type { Entity, Entries, Entry } from './entity.ts';
import { openFolder } from './folder.ts';
import { readEntry } from './read.ts';
import { describeAll, type Lang } from './words.ts';

/** One map from a YAML file. Throws with every fault, its line and its mend. */
export function loadMap(file: string, lang: Lang = 'id'): MarketplaceMap {
  const { entry, faults } = readEntry(basename(file), readFileSync(file, 'utf8'), marketplaces);
  if (entry) return entry.data as MarketplaceMap;
  throw new Error(describeAll(faults, lang));
}

/** The names of places that cards are read with, from the tables of a ruleset folder. */
export function loadPlaceNames(ruleset: string): Set<string> {
  const folder = openFolder(ruleset);
  const known = new Map<Entity, Entry<unknown>[]>();
  for (const table of [regions, countries, foreignPlaces] as Entity[]) {
    const content = folder.read(table.files);
    const entry = 'text' in content ? readEntry(table.files, content.text, table).entry : null;
    known.set(table, entry ? [entry] : []);
  }
  const entries: Entries = { of: (entity) => (known.get(entity) ?? []) as never };
  return new Set(placeNames(compilePlaces(entries)));
}

/** All maps of `<ruleset>/marketplaces`, in the order of their file names. */
export function loadMaps(ruleset: string): MarketplaceMap[] {
  const files = openFolder(join(ruleset, 'marketplaces')).list();
  return files.filter((name) => name.endsWith('.yml')).map((name) => loadMap(join(ruleset, 'marketplaces', name)));
}
