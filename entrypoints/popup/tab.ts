// How the popup stands to the tab that it was opened on.
import browser, { type Tabs } from 'webextension-polyfill';
import type { Standing } from '../../components/popup.tsx';
import { HOSTS } from '../../utils/hosts.ts';
import type { PageRequest, PageState } from '../../utils/messages.ts';
import { OPTIONAL_HOSTS } from '../../utils/optional-hosts.ts';
import { beginAnew, endTrial, isTrying } from '../../utils/trial.ts';

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
  if (!state) return { is: 'absent' };
  return { is: 'page', host: url.hostname, state: state as PageState, trial: await isTrying(tab.id) };
}

/** Asks the browser's permission for a host, which must be the first thing after the press, and reads the page at once. */
export async function allow(host: string, tab: Tabs.Tab | undefined): Promise<void> {
  const granted = await browser.permissions.request({ origins: [pattern(host)] });
  if (!granted || !tab?.id) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/content-scripts/shop.js'] });
}

/** Brings volunteer mode's script into the tab, and makes way for it. */
export async function openMending(tab: Tabs.Tab | undefined): Promise<void> {
  if (!tab?.id) return;
  await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/mending.js'] });
  window.close();
}

/** The tab is read with the map of everybody again. */
export async function stopTrial(tab: Tabs.Tab | undefined): Promise<void> {
  if (!tab?.id) return;
  await endTrial(tab.id);
  await beginAnew(tab.id);
}

/** The settings in a tab, and the popup makes way for it. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}
