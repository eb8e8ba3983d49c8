// Brings the observer to the pages of those marketplaces whose user agreed, and to no other.
import browser, { type Scripting } from 'webextension-polyfill';
import { registerScripts } from '../register.ts';
import { readSite } from '../settings.ts';
import { OBSERVED } from './observed.ts';

/** @param marketplaceOf The marketplace that a host's map belongs to; null without a map. */
export async function keepObservers(marketplaceOf: (host: string) => string | null): Promise<void> {
  const matches: string[] = [];
  for (const host of new Set(OBSERVED.map(({ page }) => page))) {
    const marketplace = marketplaceOf(host);
    const { observe, off } = marketplace
      ? await readSite(browser.storage.local, marketplace)
      : { observe: false, off: true };
    if (observe && !off) matches.push(`https://${host}/*`);
  }
  await registerScripts({ id: 'observer', js: ['observer.js'], matches });
  // The polyfill's types do not know worlds yet.
  const world = { world: 'MAIN' } as Partial<Scripting.RegisteredContentScript>;
  await registerScripts({ id: 'observer-page', js: ['observer-page.js'], matches, ...world });
}
