// Ways of writing "nothing" in a field that mean the same on every marketplace and in every chat.

const NOTHING = new Set([
  '',
  '-',
  'no brand',
  'nobrand',
  'tidak ada merek',
  'tidak ada merk',
  'tanpa merek',
  'oem',
  'null',
]);

export const isNothing = (value: string): boolean => NOTHING.has(value.toLowerCase());
