// A map as the YAML text that stands in ruleset/marketplaces: what is flat (a finder, a page rule, a record, a list of
// words) on one line, all else in blocks. Only what maps hold: texts, numbers, truth values, lists and objects.
import type { MarketplaceMap } from '../knowledge/map.ts';

/** Texts that need no quotes wherever they stand: no sign of YAML's own, and no word that means something else. */
const PLAIN = /^(?:[A-Za-z/](?:[\w./-]| (?=[\w/]))*|20\d\d-\d\d(?:-\d\d)?)$/;
const WORD_OF_YAML = /^(?:true|false|null)$/i;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isFlatList = (value: unknown): boolean => Array.isArray(value) && !value.some(isObject);

/** Whether all of a value goes on one line. */
const isFlat = (value: object): boolean =>
  Array.isArray(value)
    ? isFlatList(value)
    : Object.values(value).every((inner) => !isObject(inner) || isFlatList(inner));

/** A double-quoted text of JSON is one of YAML. */
const scalar = (value: unknown): string =>
  typeof value === 'string' && PLAIN.test(value) && !WORD_OF_YAML.test(value) ? value : JSON.stringify(value);

/** What every finder may carry stands behind what the finder is. */
const LAST = ['after', 'before', 'skip', 'only', 'omit', 'weak', 'seen'];
const pairsOf = (value: object): [string, unknown][] => {
  const pairs = Object.entries(value);
  return 'by' in value ? pairs.sort(([a], [b]) => LAST.indexOf(a) - LAST.indexOf(b)) : pairs;
};

function flow(value: unknown): string {
  if (!isObject(value)) return scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  const pairs = pairsOf(value).map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`);
  return pairs.length ? `{ ${pairs.join(', ')} }` : '{}';
}

function block(value: object, indent: string): string[] {
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      if (!isObject(item) || isFlat(item)) return [`${indent}- ${flow(item)}`];
      const [first = '', ...rest] = block(item, deeper);
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = `${indent}${scalar(key)}:`;
    return !isObject(inner) || isFlat(inner) ? [`${name} ${flow(inner)}`] : [name, ...block(inner, deeper)];
  });
}

/** The file that a map's text replaces, below the project's folder. */
export const fileOf = (map: MarketplaceMap): string => `ruleset/marketplaces/${map.id}.yml`;

/** The whole map as a file that `ruleset check` reads. Comments of the file before are not in a map, and so not here. */
export function toYaml(map: MarketplaceMap): string {
  const head = [
    `# Untuk menggantikan ${fileOf(map)}. Komentar dan singkatan (&, *) dari berkas lama tidak ikut.`,
    `# Replaces ${fileOf(map)}. Comments and short forms (&, *) of the file before are not kept.`,
  ];
  return `${[...head, ...block(map, '')].join('\n')}\n`;
}
