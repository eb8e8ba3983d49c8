// Names of one or more words, looked up at a place in a text. The longest name wins; the cost does not depend on how many
// names there are.
import type { Found } from './entity.ts';
import type { Token } from './tokens.ts';

const NONE: never[] = [];

export class Names<T> {
  readonly #byName = new Map<string, T>();
  /** First word of a name → words of the longest name that begins with it. */
  readonly #longest = new Map<string, number>();

  /** `name` is already normalised (tokens.ts). The first owner of a spelling keeps it. */
  add(name: string, entry: T): void {
    if (name === '' || this.#byName.has(name)) return;
    this.#byName.set(name, entry);
    const space = name.indexOf(' ');
    const first = space < 0 ? name : name.slice(0, space);
    const length = space < 0 ? 1 : name.split(' ').length;
    if (length > (this.#longest.get(first) ?? 0)) this.#longest.set(first, length);
  }

  /** Whether a name begins with this word. */
  begins(word: string): boolean {
    return this.#longest.has(word);
  }

  /** The longest name that begins at token `i`. */
  at(tokens: readonly Token[], i: number): Found<T> | null {
    return this.allAt(tokens, i)[0] ?? null;
  }

  /** All names that begin at token `i`, the longest first; none crosses the end of a segment. */
  allAt(tokens: readonly Token[], i: number): Found<T>[] {
    const first = tokens[i];
    const longest = first && this.#longest.get(first.text);
    if (!longest) return NONE;
    const found: Found<T>[] = [];
    let name = '';
    for (let length = 1; length <= longest; length++) {
      const token = tokens[i + length - 1];
      if (!token || token.segment !== first.segment) break;
      name = length === 1 ? token.text : `${name} ${token.text}`;
      const entry = this.#byName.get(name);
      if (entry !== undefined) found.unshift({ entry, length });
    }
    return found;
  }
}
