// Content scripts that are registered while the extension runs: at document_start, and across the browser's restarts.
import browser, { type Scripting } from 'webextension-polyfill';

/** Makes the registration of this id be what is given: none without a page that it matches. */
export async function registerScripts(
  script: Pick<Scripting.RegisteredContentScript, 'id' | 'js'> & { matches: string[] },
): Promise<void> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [script.id] });
  if (JSON.stringify(known?.matches ?? []) === JSON.stringify(script.matches)) return;
  if (known) await browser.scripting.unregisterContentScripts({ ids: [script.id] });
  if (script.matches.length === 0) return;
  await browser.scripting.registerContentScripts([{ ...script, runAt: 'document_start', persistAcrossSessions: true }]);
}
