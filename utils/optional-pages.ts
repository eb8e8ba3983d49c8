// Keeps the content script on those optional hosts that the user has allowed, and on no other.
import browser from 'webextension-polyfill';
import { OPTIONAL_HOSTS } from './optional-hosts.ts';

const ID = 'optional';

/** Registers the content script for what is allowed now. The registration outlives the browser's restart. */
export async function keepOptionalPages(): Promise<void> {
  const patterns = OPTIONAL_HOSTS.map((host) => `https://${host}/*`);
  const allowed: string[] = [];
  for (const origin of patterns) if (await browser.permissions.contains({ origins: [origin] })) allowed.push(origin);
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (JSON.stringify(known?.matches ?? []) === JSON.stringify(allowed)) return;
  if (known) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (allowed.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: ID, matches: allowed, js: ['content-scripts/shop.js'], runAt: 'document_start', persistAcrossSessions: true },
  ]);
}
