// Plain data as the YAML text of the ruleset's files: what is flat (a finder, a page rule, a list of words) on one line, all else
// in blocks. Only texts, numbers, truth values, lists and objects.

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

/** @param head Comments that stand before it, a line each, without the sign. */
export const yamlText = (head: readonly string[], value: object): string =>
  `${[...head.map((line) => `# ${line}`), ...block(value, '')].join('\n')}\n`;
