// Reads and checks the marketplace maps of a ruleset folder. Node only.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { MarketplaceMap } from '../knowledge/map.ts';
import { MapSchema } from '../knowledge/map-schema.ts';

/** One map from a YAML file. Throws with the file's name and what is wrong, each fault on a line. */
export function loadMap(file: string): MarketplaceMap {
  const result = v.safeParse(MapSchema, parse(readFileSync(file, 'utf8'), { maxAliasCount: 200 }));
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? '(whole file)'}: ${issue.message}`);
  throw new Error(`${basename(file)}:\n${faults.join('\n')}`);
}

/** All maps of `<ruleset>/marketplaces`, in the order of their file names. */
export function loadMaps(ruleset: string): MarketplaceMap[] {
  const folder = join(ruleset, 'marketplaces');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => loadMap(join(folder, name)));
}
