// Whether this background is the first since the browser was started, or the extension installed, updated or enabled: a browser
// may have dropped its alarms then.
import browser from 'webextension-polyfill';

const KEY = 'begun';

export async function firstOfSession(): Promise<boolean> {
  const { session } = browser.storage;
  if ((await session.get(KEY))[KEY]) return false;
  await session.set({ [KEY]: true });
  return true;
}
