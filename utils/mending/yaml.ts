// A map as the YAML text that stands in ruleset/marketplaces.
import type { MarketplaceMap } from '../knowledge/map.ts';
import { yamlText } from '../yaml-text.ts';

/** The file that a map's text replaces, below the project's folder. */
export const fileOf = (map: MarketplaceMap): string => `ruleset/marketplaces/${map.id}.yml`;

/** The whole map as a file that `ruleset check` reads. Comments of the file before are not in a map, and so not here. */
export function toYaml(map: MarketplaceMap): string {
  const head = [
    `Untuk menggantikan ${fileOf(map)}. Komentar dan singkatan (&, *) dari berkas lama tidak ikut.`,
    `Replaces ${fileOf(map)}. Comments and short forms (&, *) of the file before are not kept.`,
  ];
  return yamlText(head, map);
}
