// Whether a text is just a place's name, as cards print it: "Kab. Bekasi", "Jakarta Barat", "Luar Negeri". The names come
// from the ruleset.

/** As `placeNames` of the knowledge gives them: lower case, letters, digits and single spaces. */
export type PlaceNames = ReadonlySet<string>;

export const NO_PLACES: PlaceNames = new Set();

/** Nothing to replace: most are, and hundreds are asked about. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;
const BEFORE = /^(?:kota adm|kota administrasi|kabupaten|kab|kota) /;

export function isPlaceName(text: string, names: PlaceNames): boolean {
  if (text.length > 60) return false;
  const lower = text.toLowerCase();
  const name = PLAIN.test(lower) ? lower : lower.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return names.has(name) || names.has(name.replace(BEFORE, ''));
}
