// Which feed applies in this browser: an organisation's policy before the user's draft, and that before what the build names.
// Whatever was stored is checked; what is no source counts as none.
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Chosen } from './feed/feed.ts';
import { type Source, SourceSchema } from './feed/source.ts';

export const DRAFT_KEY = 'draftFeed';
/** Under this name in the organisation's policy. */
const MANAGED_KEY = 'feed';

const sourceOf = (data: unknown): Source | null => {
  const result = v.safeParse(SourceSchema, data);
  return result.success ? result.output : null;
};

/** @param area Rejects where there is no policy at all (Firefox), or no storage; Chrome answers some seconds after it began. */
async function stored(
  area: { get(key: string): Promise<Record<string, unknown>> },
  key: string,
): Promise<Source | null> {
  try {
    return sourceOf((await area.get(key))[key]);
  } catch {
    return null;
  }
}

export async function chosenSource(): Promise<Chosen | null> {
  const { managed, local } = browser.storage;
  const [policy, draft] = await Promise.all([stored(managed, MANAGED_KEY), stored(local, DRAFT_KEY)]);
  if (policy) return { by: 'managed', source: policy };
  if (draft) return { by: 'draft', source: draft };
  const built = sourceOf(__ADDRESSES__.feed);
  return built && { by: 'build', source: built };
}

/** A feed for this browser only; null: the one of the build again. */
export const chooseDraft = (source: Source | null): Promise<void> =>
  source ? browser.storage.local.set({ [DRAFT_KEY]: source }) : browser.storage.local.remove(DRAFT_KEY);

/** Whether a change of the browser's storage is one of the policy's feed. */
export const changesPolicy = (changes: object, area: string): boolean => area === 'managed' && MANAGED_KEY in changes;
