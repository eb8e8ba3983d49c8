// The settings' way to a file and back, and back from the copy that was kept before an update.
import browser from 'webextension-polyfill';
import type { Loaded } from '../../components/keeping.tsx';
import { readBackup } from '../../utils/backup.ts';
import type { Translate } from '../../utils/i18n.ts';
import { saveText } from '../../utils/save-text.ts';
import { readSettings, type Settings, sameSettings, writeSettings } from '../../utils/settings.ts';
import { composeSettings, LONGEST_FILE, nowObserved, parseSettings, type ReadFile } from '../../utils/settings-file.ts';
import { today } from '../../utils/today.ts';

const { local } = browser.storage;

export async function saveSettings(): Promise<void> {
  const text = composeSettings(await readSettings(local), browser.runtime.getManifest().version, Date.now());
  saveText(`cekasal-${today()}.json`, text, 'application/json');
}

async function read(file: File): Promise<ReadFile> {
  return file.size > LONGEST_FILE ? { problem: { code: 'too-long' } } : parseSettings(await file.text());
}

/** @param name The marketplace's name, by its id. */
export async function loadSettings(file: File, t: Translate, name: (id: string) => string): Promise<Loaded> {
  const { problem, ...rest } = await read(file);
  if (problem) return { ok: false, words: t(`keeping.problem.${problem.code}`, { ...problem }) };
  const { settings } = rest as { settings: Settings };
  const observed = nowObserved(settings, await readSettings(local)).map(name);
  await writeSettings(local, settings);
  const words = [t('keeping.loaded')];
  if (observed.length > 0) words.push(t('keeping.observing', { sites: observed.join(', ') }));
  return { ok: true, words: words.join(' ') };
}

/** When the copy was kept that differs from the settings of now; null: none does. */
export async function backupNow(): Promise<number | null> {
  const [backup, settings] = await Promise.all([readBackup(local), readSettings(local)]);
  return backup && !sameSettings(backup.settings, settings) ? backup.at : null;
}

export async function restoreSettings(t: Translate): Promise<Loaded> {
  const backup = await readBackup(local);
  if (!backup) return { ok: false, words: t('keeping.problem.failed') };
  await writeSettings(local, backup.settings);
  return { ok: true, words: t('keeping.restored') };
}
