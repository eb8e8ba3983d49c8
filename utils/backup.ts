// A copy of the settings from before an update, kept beside them: should the new version read or write them otherwise than it
// ought to, one press brings them back. Kept as they were stored, checked when they are read.
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import {
  type Area,
  LANG_KEY,
  LOCAL_KEY,
  MEMORY_KEY,
  MUTED_KEY,
  PROVINCE_KEY,
  readSettings,
  type Settings,
  SITES_KEY,
} from './settings.ts';

export const BACKUP_KEY = 'backup';
const KEYS = [LANG_KEY, MEMORY_KEY, PROVINCE_KEY, LOCAL_KEY, SITES_KEY, MUTED_KEY];

const BackupSchema = v.object({
  version: v.pipe(v.string(), v.maxLength(50)),
  at: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15)),
  stored: v.record(v.string(), v.unknown()),
});

export interface Backup {
  /** Of the extension before the update; "" where the browser does not say. */
  version: string;
  /** When it was kept, milliseconds since 1970. */
  at: number;
  settings: Settings;
}

/** Called when the extension was installed or updated; only an update has something to keep. */
export async function keepBackup(details: Runtime.OnInstalledDetailsType): Promise<void> {
  if (details.reason !== 'update') return;
  const { local } = browser.storage;
  const stored = await local.get(KEYS);
  // Who never chose anything has nothing to lose, and what was kept before is worth more.
  if (KEYS.every((key) => (stored[key] ?? null) === null)) return;
  await local.set({ [BACKUP_KEY]: { version: details.previousVersion ?? '', at: Date.now(), stored } });
}

/** Null when there is none, or what is there is none. */
export async function readBackup(area: Pick<Area, 'get'>): Promise<Backup | null> {
  const kept = (await area.get(BACKUP_KEY).catch((): Record<string, unknown> => ({})))[BACKUP_KEY];
  const result = v.safeParse(BackupSchema, kept);
  if (!result.success) return null;
  const { version, at, stored } = result.output;
  return { version, at, settings: await readSettings({ get: async () => stored }) };
}
