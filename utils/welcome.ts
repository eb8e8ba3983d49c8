// Whoever has just installed the extension is told once what it does. An update, or a new version of the browser, is no reason.
import browser, { type Runtime } from 'webextension-polyfill';

export async function welcome({ reason }: Runtime.OnInstalledDetailsType): Promise<void> {
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
