// Keeps the content script on those optional hosts that the user has allowed, and on no other.
import browser from 'webextension-polyfill';
import { OPTIONAL_HOSTS } from './optional-hosts.ts';
import { registerScripts } from './register.ts';

/** Registers the content script for what is allowed now. */
export async function keepOptionalPages(): Promise<void> {
  const matches: string[] = [];
  for (const origin of OPTIONAL_HOSTS.map((host) => `https://${host}/*`))
    if (await browser.permissions.contains({ origins: [origin] })) matches.push(origin);
  await registerScripts({ id: 'optional', js: ['content-scripts/shop.js'], matches });
}
