// Pages that were open before the extension was installed, updated or reloaded: Chromium leaves them with an old content
// script that has nobody to ask, or with none. The new one is brought in, and the old one ends when it hears of it. Firefox
// does so by itself.
import browser from 'webextension-polyfill';

export async function enterOpenPages(): Promise<void> {
  if (browser.runtime.getURL('').startsWith('moz-extension:')) return;
  const { origins } = await browser.permissions.getAll();
  const tabs = await browser.tabs.query({ url: origins ?? [], discarded: false });
  // Not one after the other: a page that is frozen answers when it is thawed. One that is just being closed is no matter.
  for (const { id: tabId = -1 } of tabs) {
    browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/shop.js'] }).catch(() => {});
  }
}
