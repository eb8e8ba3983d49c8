// Sorted lines of one text, looked up as they stand: however many there are, they are ready as soon as they are read.

/** Start of the first line that does not sort before `key`; the text's length when all do. By code units. */
export function lineFrom(packed: string, key: string): number {
  let low = 0;
  let high = packed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : packed.lastIndexOf('\n', middle - 1) + 1;
    const end = packed.indexOf('\n', middle);
    const next = end < 0 ? packed.length : end + 1;
    if (packed.slice(start, start + key.length) < key) low = next;
    else high = start;
  }
  return low;
}

/** What the line says after `key` and a tab; null when there is none. Of several the first. */
export function lineOf(packed: string, key: string): string | null {
  const start = lineFrom(packed, `${key}\t`);
  if (!packed.startsWith(`${key}\t`, start)) return null;
  const end = packed.indexOf('\n', start);
  return packed.slice(start + key.length + 1, end < 0 ? packed.length : end);
}

/** Lines in the order in which they are looked up. */
export const sortLines = (lines: readonly string[]): string =>
  lines
    .filter(Boolean)
    .sort((a, b) => (a < b ? -1 : 1))
    .join('\n');
