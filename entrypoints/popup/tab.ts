// How the popup stands to the tab that it was opened on.
import browser, { type Tabs } from 'webextension-polyfill';
import type { Standing } from '../../components/popup.tsx';
import { HOSTS } from '../../utils/hosts.ts';
import type { PageRequest, PageState } from '../../utils/messages.ts';
import { OPTIONAL_HOSTS } from '../../utils/optional-hosts.ts';

export const pattern = (host: string): string => `https://${host}/*`;

/** The tab behind the popup; on a phone the popup is a tab itself, then the one that was used before it. */
export async function tabBehind(): Promise<Tabs.Tab | undefined> {
  const tabs = await browser.tabs.query({ currentWindow: true });
  const others = tabs.filter((tab) => tab.url !== location.href);
  return others.find((tab) => tab.active) ?? others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

export async function standingOf(tab: Tabs.Tab | undefined): Promise<Standing> {
  const url = tab?.url ? new URL(tab.url) : null;
  if (!tab?.id || !url || ![...HOSTS, ...OPTIONAL_HOSTS].includes(url.hostname)) return { is: 'elsewhere' };
  if (!(await browser.permissions.contains({ origins: [pattern(url.hostname)] }))) {
    return { is: 'forbidden', host: url.hostname };
  }
  const request: PageRequest = { type: 'page' };
  const state = await browser.tabs.sendMessage(tab.id, request).catch(() => null);
  return state ? { is: 'page', host: url.hostname, state: state as PageState } : { is: 'absent' };
}

/** Asks the browser's permission for a host, which must be the first thing after the press, and reads the page at once. */
export async function allow(host: string, tab: Tabs.Tab | undefined): Promise<void> {
  const granted = await browser.permissions.request({ origins: [pattern(host)] });
  if (!granted || !tab?.id) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/content-scripts/shop.js'] });
}
