// The kinds of goods as one text, which costs nothing until a title is asked about: a line a kind, an empty line, and a
// line for each word that a phrase begins with.
import { lineOf, sortLines } from './lines.ts';

/** How much a kind's words mean: a catch-all name, usually a modifier of other goods, almost always right. */
export const HINTS = ['general', 'modifier', 'strong'] as const;
export type Hint = (typeof HINTS)[number];

/** Whether small makers in Indonesia make goods of a kind. */
export const MADE = ['yes', 'some', 'no'] as const;
export type Made = (typeof MADE)[number];

/** What is known of a kind beside its words. */
export interface Kind {
  id: string;
  group: string;
  hint: Hint | null;
  made: Made;
  /** It holds different articles ("Sepeda & aksesoris"): of the same kind is not yet of use for the same. */
  mixed: boolean;
  name: string;
  english: string;
  /** Runs of words beside which its own words mean something else. */
  exclude: readonly string[];
}

/** A kind with its phrases, normalised; "a+b" as its parts. */
export interface KindWords extends Kind {
  words: readonly (readonly string[])[];
  weak: readonly (readonly string[])[];
  /** Last parts of marketplaces' categories that mean it: "kaos-kaki-pria". */
  categories: readonly string[];
}

/** What a run of words means: a kind, where the rest of its phrase stands somewhere in the title, too. */
export interface Meaning {
  /** Its number, in the order of the file. */
  kind: number;
  weak: boolean;
  /** The other parts of a phrase in parts, each as its words. */
  rest: readonly (readonly string[])[];
}

/** A run of words that begins with a known word: what it means, and how it may go on. */
export interface Step {
  means: Meaning[];
  next: Map<string, Step>;
}

export interface OpenedKinds {
  /** All that this version understands. */
  all(): Kind[];
  kind(number: number): Kind | null;
  /** Every word of every phrase. */
  words(): ReadonlySet<string>;
  /** The kind that a category means, by its number; null when none does. */
  category(name: string): number | null;
  /** Where the phrases go on that begin with this word; null when none does. */
  first(word: string): Step | null;
}

/** A phrase in parts is looked up by the part that the fewest such phrases have: "anak" is in many. */
function rarestFirst(phrases: readonly (readonly string[])[]): (parts: readonly string[]) => string[] {
  const count = new Map<string, number>();
  for (const part of phrases.flat()) count.set(part, (count.get(part) ?? 0) + 1);
  return (parts) => [...parts].sort((a, b) => (count.get(a) ?? 0) - (count.get(b) ?? 0));
}

export function packKinds(kinds: readonly KindWords[]): string {
  const ordered = rarestFirst(
    kinds.flatMap(({ words, weak }) => [...words, ...weak].filter(({ length }) => length > 1)),
  );
  const byWord = new Map<string, string[]>();
  kinds.forEach(({ words, weak }, kind) => {
    for (const phrase of [...words, ...weak]) {
      const [run = '', ...rest] = ordered(phrase);
      const [first = '', ...more] = run.split(' ');
      const line = byWord.get(first) ?? [];
      byWord.set(first, line);
      line.push(`${more.join(' ')}:${[`${kind}${weak.includes(phrase) ? 'w' : ''}`, ...rest].join('+')}`);
    }
  });
  const lines = kinds.map(({ id, group, hint, exclude, made, mixed, name, english }) =>
    [id, group, hint ?? '', exclude.join('|'), made, name, english, mixed ? 'm' : ''].join('\t'),
  );
  // Two kinds may claim a category: the first keeps it.
  const byCategory = new Map<string, number>();
  kinds.forEach(({ categories }, kind) => {
    for (const name of categories) if (!byCategory.has(name)) byCategory.set(name, kind);
  });
  const phrases = [...byWord].map(([word, line]) => `${word}\t${line.join('|')}`);
  const categories = [...byCategory].map(([name, kind]) => `${CATEGORY}${name}\t${kind}`);
  return `${lines.join('\n')}\n\n${sortLines([...phrases, ...categories])}`;
}

/** No word begins with it. */
const CATEGORY = '@';

/** Words that were looked up are remembered, up to so many. */
const REMEMBERED = 20_000;

export function unpackKinds(packed: string): OpenedKinds {
  const middle = packed.indexOf('\n\n');
  const phrases = packed.slice(middle + 2);
  const lines = packed.slice(0, Math.max(0, middle)).split('\n');
  const kinds: (Kind | null)[] = [];
  const known = new Map<string, Step | null>();
  let words: Set<string> | null = null;
  function kind(number: number): Kind | null {
    const line = lines[number];
    if (line === undefined) return null;
    const known = kinds[number];
    if (known !== undefined) return known;
    kinds[number] = kindOf(line);
    return kinds[number];
  }
  return {
    all: () => lines.flatMap((_, number) => kind(number) ?? []),
    kind,
    words() {
      words ??= new Set(phrases.match(/[\p{L}\p{N}]+/gu));
      return words;
    },
    category(name) {
      const line = lineOf(phrases, `${CATEGORY}${name}`);
      return line === null ? null : Number.parseInt(line, 10);
    },
    first(word) {
      const remembered = known.get(word);
      if (remembered !== undefined) return remembered;
      const line = lineOf(phrases, word);
      const step = line === null ? null : stepsOf(line);
      if (known.size < REMEMBERED) known.set(word, step);
      return step;
    },
  };
}

/** Null when it has a hint of a later version: it may mean less than it seems. */
function kindOf(line: string): Kind | null {
  const [id = '', group = '', hint, exclude, made, name = id, english = name, mixed] = line.split('\t');
  if (hint && !HINTS.some((one) => one === hint)) return null;
  return {
    id,
    group,
    hint: HINTS.find((one) => one === hint) ?? null,
    exclude: exclude ? exclude.split('|') : [],
    made: MADE.find((one) => one === made) ?? 'no',
    name,
    english,
    mixed: mixed === 'm',
  };
}

function stepsOf(line: string): Step {
  const root: Step = { means: [], next: new Map() };
  for (const phrase of line.split('|')) {
    const [more = '', meaning = ''] = phrase.split(':');
    let step = root;
    for (const word of more.split(' ').filter(Boolean)) {
      const next = step.next.get(word) ?? { means: [], next: new Map() };
      step.next.set(word, next);
      step = next;
    }
    const [kind = '', ...rest] = meaning.split('+');
    step.means.push({
      kind: Number.parseInt(kind, 10),
      weak: kind.endsWith('w'),
      rest: rest.map((part) => part.split(' ')),
    });
  }
  return root;
}
