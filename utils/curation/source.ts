// One YAML file, distrusted: what it says as plain data, and the line on which each part of it stands. Only the plain part
// of YAML: no tags, no anchors inside anchors, one document, every key once.
import { type Document, isAlias, isMap, isNode, isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import type { Fault } from './fault.ts';
import { shown } from './fault.ts';
import { flawsOf, hiddenIn } from './hygiene.ts';

export type Path = readonly PropertyKey[];

export interface Source {
  data: Record<string, unknown>;
  /** The line of the value at a path; of the nearest part around it when the value is missing. */
  lineOf(path: Path): number;
}

/** Words of YAML's own errors that have a message of ours. */
const KNOWN: Record<string, string> = {
  TAB_AS_INDENT: 'yaml-tab',
  BAD_INDENT: 'yaml-indent',
  MISSING_CHAR: 'yaml-unclosed',
  BAD_SCALAR_START: 'yaml-quote',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
  MULTILINE_IMPLICIT_KEY: 'yaml-space',
  UNEXPECTED_TOKEN: 'yaml-junk',
  NON_STRING_KEY: 'yaml-key',
};
/** Characters on one line: of a text of the longest kind, and then some. */
const MOST_ON_A_LINE = 20_000;
/** Lines that steer the parser: another version of YAML reads "yes" as true; what is behind an end would not be read. */
const STEERING = /^(?:%|\.\.\.(?=\s|$)).*/m;
/** "Kopi #1": YAML takes what is behind the space for a comment, and the value is cut without a word. */
const CUT = /^[ \t]*(#[^\s#][^\n]*)/;
/** Keys by which data could reach behind the objects it is read into. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** A piece of a map that two designs share may be written once. */
const MOST_ALIASES = 20;
/** Faults of one kind in one file beyond these are not worth reading. */
const MOST = 50;

/** Reads a file's text. Faults of every kind at once, except that broken YAML hides what is behind it. */
export function parseSource(file: string, text: string): { source: Source | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const lines = new LineCounter();
  const line = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line || 1);
  const note = (offset: number | undefined, code: string, params: Record<string, string> = {}) => {
    if (faults.length < MOST) faults.push({ file, line: line(offset), code, params });
  };

  // Comments too: a reviewer must see what the file says.
  const hidden = hiddenIn(text);
  if (hidden) {
    const before = text.slice(0, hidden.at).split('\n').length;
    return { source: null, faults: [{ file, line: before, code: hidden.code, params: { char: hidden.char } }] };
  }
  const steering = STEERING.exec(text);
  if (steering) {
    const at = text.slice(0, steering.index).split('\n').length;
    return { source: null, faults: [{ file, line: at, code: 'yaml-steering', params: { text: shown(steering[0]) } }] };
  }
  // What would keep the parser busy for minutes.
  const rows = text.split('\n');
  const long = rows.findIndex((row) => row.length > MOST_ON_A_LINE);
  if (long >= 0)
    return {
      source: null,
      faults: [{ file, line: long + 1, code: 'too-long', params: { max: String(MOST_ON_A_LINE) } }],
    };
  const parts = rows.flatMap((row, i) => (/^---(?=\s|$)/.test(row) ? [i + 1] : []));
  if (parts.length > 2)
    return { source: null, faults: [{ file, line: parts[1] ?? 1, code: 'yaml-documents', params: {} }] };
  let documents: Document.Parsed[];
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      strict: true,
      stringKeys: true,
      // Looked for below: the parser compares every key with every other.
      uniqueKeys: false,
      prettyErrors: false,
    });
    documents = [...parsed];
  } catch {
    // Nested deeper than the parser can follow.
    return { source: null, faults: [{ file, line: null, code: 'yaml-broken', params: { reason: 'too deep' } }] };
  }
  const document = documents[0];
  if (!document?.contents) return { source: null, faults: [{ file, line: null, code: 'empty-file', params: {} }] };
  if (documents[1]) note(documents[1].range[0], 'yaml-documents');
  // The first only: the others mostly follow from it.
  const error = document.errors[0];
  if (error) {
    note(error.pos[0], KNOWN[error.code] ?? 'yaml-broken', { reason: error.message.split('\n')[0] ?? '' });
    return { source: null, faults };
  }
  for (const { code, pos, message } of document.warnings)
    if (code === 'TAG_RESOLVE_FAILED')
      note(pos[0], 'yaml-tag', { tag: shown(message.split(': ')[1]?.split(' ')[0] ?? '') });
  // Before anything is resolved: nested aliases can stand for more than any memory holds.
  let aliases = 0;
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (keys.has(name)) note(key.range?.[0], 'yaml-key-twice');
        keys.add(name);
      }
    },
    Alias: (_, alias, ancestors) => {
      const nested = ancestors.some((node) => isNode(node) && !isAlias(node) && node.anchor);
      if (nested || ++aliases > MOST_ALIASES) note(alias.range?.[0], 'yaml-alias', { max: String(MOST_ALIASES) });
      else if (!alias.resolve(document))
        note(alias.range?.[0], 'yaml-alias-unknown', { text: shown(`*${alias.source}`) });
    },
    Scalar: (key, scalar) => {
      const { value, range } = scalar;
      const cut = key !== 'key' && range ? CUT.exec(text.slice(range[1], range[2])) : null;
      if (cut) note(range?.[1], 'yaml-comment', { text: shown(cut[1]) });
      if (key === 'key' && FORBIDDEN.has(String(value)))
        note(scalar.range?.[0], 'forbidden-key', { key: shown(value) });
      if (typeof value !== 'string') return;
      for (const { code, params } of flawsOf(value)) note(scalar.range?.[0], code, { value: shown(value), ...params });
    },
  });
  if (faults.length > 0) return { source: null, faults };
  if (!isMap(document.contents)) return { source: null, faults: [{ file, line: 1, code: 'not-fields', params: {} }] };

  const lineOf = (path: Path): number => {
    let node: unknown = document.contents;
    let start: number | undefined;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
        if (!pair) break;
        start = isNode(pair.key) ? pair.key.range?.[0] : start;
        node = pair.value;
      } else if (isNode(node) && 'get' in node && typeof node.get === 'function') {
        const item: unknown = node.get(Number(key), true);
        if (!isNode(item)) break;
        start = item.range?.[0];
        node = item;
      } else break;
    }
    return line(start ?? 0);
  };
  try {
    return { source: { data: document.toJS(), lineOf }, faults };
  } catch (error) {
    // Whatever else an anchor can stand for.
    note(0, 'yaml-broken', { reason: shown((error as Error).message.split('\n')[0]) });
    return { source: null, faults };
  }
}
