// A number of the judgement or of the law, with the days on which it holds.
import * as v from 'valibot';

export const ParameterSchema = v.strictObject({
  key: v.string(),
  value: v.number(),
  from: v.optional(v.string()),
  until: v.optional(v.string()),
});
export type Parameter = v.InferOutput<typeof ParameterSchema>;

/** The value that holds on a day (YYYY-MM-DD, both ends included); the entry that began last wins. */
export function openParameters(parameters: readonly Parameter[]): (key: string, day: string) => number | null {
  const byKey = new Map<string, Parameter[]>();
  for (const entry of parameters) byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entry]);
  const on = (key: string, day: string): number | null => {
    const holding = (byKey.get(key) ?? []).filter((p) => (p.from ?? '') <= day && day <= (p.until ?? '9999-12-31'));
    holding.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
    return holding.at(-1)?.value ?? null;
  };
  // Asked for every listing, and all of one day.
  let today = '';
  let values = new Map<string, number | null>();
  return (key, day) => {
    if (day !== today) values = new Map();
    today = day;
    let value = values.get(key);
    if (value === undefined) {
      value = on(key, day);
      values.set(key, value);
    }
    return value;
  };
}
