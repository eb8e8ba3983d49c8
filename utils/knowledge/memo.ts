// What was asked once is kept: the words and places of listings repeat.

/** So many answers, and then it begins anew: a stream of ever new words cannot fill the memory. */
const KEPT = 20_000;

/** The same function of a text, remembering. What it gives must not be changed by who asks. */
export function memo<T>(ask: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= KEPT) kept.clear();
    const answer = ask(text);
    kept.set(text, answer);
    return answer;
  };
}
