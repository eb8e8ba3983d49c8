// Names of one or more words, looked up at a place in a text. The longest name wins; the cost does not depend on how many
// names there are.
import type { Found } from './entity.ts';
import type { Token } from './tokens.ts';

interface Named<T> {
  words: string[];
  entry: T;
}

const NONE: never[] = [];

export class Names<T> {
  readonly #byFirst = new Map<string, Named<T>[]>();

  /** `name` is already normalised (tokens.ts). The first owner of a spelling keeps it. */
  add(name: string, entry: T): void {
    const words = name.split(' ');
    const first = words[0];
    if (!first) return;
    const list = this.#byFirst.get(first);
    if (list === undefined) {
      this.#byFirst.set(first, [{ words, entry }]);
      return;
    }
    if (list.some((other) => other.words.join(' ') === name)) return;
    const shorter = list.findIndex((other) => other.words.length < words.length);
    list.splice(shorter < 0 ? list.length : shorter, 0, { words, entry });
  }

  /** The longest name that begins at token `i`. */
  at(tokens: readonly Token[], i: number): Found<T> | null {
    return this.allAt(tokens, i)[0] ?? null;
  }

  /** All names that begin at token `i`, the longest first; none crosses the end of a segment. */
  allAt(tokens: readonly Token[], i: number): Found<T>[] {
    const first = tokens[i];
    const list = first && this.#byFirst.get(first.text);
    if (!list) return NONE;
    const found: Found<T>[] = [];
    for (const { words, entry } of list) {
      const fits = words.every((word, k) => tokens[i + k]?.text === word && tokens[i + k]?.segment === first.segment);
      if (fits) found.push({ entry, length: words.length });
    }
    return found;
  }
}
