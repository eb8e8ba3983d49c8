// Places as volunteers write them: Indonesian regions, countries, foreign cities, and the labels that marketplaces print for
// "abroad". `gazetteer.ts` looks them up.
import * as v from 'valibot';

/** A place's id (region code or country), its names in running text, its names only in a location field. All normalised. */
export const Row = v.tuple([v.string(), v.array(v.string()), v.array(v.string())]);
export const PlacesSchema = v.strictObject({
  regions: v.array(Row),
  /** Codes of the regions that are known for their makers. */
  makers: v.array(v.string()),
  /** [country, sure names, names after a cue, names as a field's value]. */
  countries: v.array(v.tuple([v.string(), v.array(v.string()), v.array(v.string()), v.array(v.string())])),
  labels: v.array(Row),
  cities: v.array(Row),
});
export type Places = v.InferOutput<typeof PlacesSchema>;
export type Row = v.InferOutput<typeof Row>;
