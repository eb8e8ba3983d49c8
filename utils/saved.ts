// Suggestions that the shopper saved, in this browser only. What is stored is checked on reading: odd values count as unset.
import * as v from 'valibot';
import type { Suggestion } from './alternatives/suggest.ts';
import { addressOf } from './suggested.ts';

export const SAVED_KEY = 'saved';
/** The oldest go first. */
export const MAX_SAVED = 100;

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
const SavedSchema = v.object({
  id: text,
  type: v.picklist(['product', 'maker', 'cluster']),
  name: text,
  title: v.nullable(text),
  place: v.nullable(text),
  link: v.object({
    address: v.pipe(v.string(), v.maxLength(2_000)),
    opens: v.picklist(['product', 'shop', 'search']),
    marketplace: text,
    words: v.nullable(text),
  }),
});
export type Saved = v.InferOutput<typeof SavedSchema>;

/** The part of browser.storage that it needs. */
interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

function savedOf(value: unknown): Saved | null {
  const result = v.safeParse(SavedSchema, value);
  return result.success && addressOf(result.output) !== null ? result.output : null;
}

/** The newest first. */
export async function readSaved(area: Pick<Area, 'get'>): Promise<Saved[]> {
  const stored = (await area.get(SAVED_KEY).catch((): Record<string, unknown> => ({})))[SAVED_KEY];
  if (!Array.isArray(stored)) return [];
  const ids = new Set<string>();
  return stored
    .slice(0, MAX_SAVED)
    .flatMap((one) => savedOf(one) ?? [])
    .filter(({ id }) => !ids.has(id) && ids.add(id));
}

/** One change after the other: each begins with what the one before it left. */
let turn: Promise<unknown> = Promise.resolve();
function change(area: Area, changed: (saved: Saved[]) => Saved[]): Promise<void> {
  const mine = turn.then(async () => area.set({ [SAVED_KEY]: changed(await readSaved(area)).slice(0, MAX_SAVED) }));
  turn = mine.catch(() => undefined);
  return mine;
}

/** Saved once more it is the newest, with the link of now. */
export async function save(area: Area, suggestion: Suggestion): Promise<void> {
  const one = savedOf(suggestion);
  if (one) await change(area, (saved) => [one, ...saved.filter(({ id }) => id !== one.id)]);
}

export const unsave = (area: Area, id: string): Promise<void> =>
  change(area, (saved) => saved.filter((one) => one.id !== id));
