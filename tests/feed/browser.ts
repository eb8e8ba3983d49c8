// A browser for tests of the feed: its storage, its clock and its alarm outlive the background.
import { type Chosen, openFeed } from '../../utils/feed/feed.ts';
import { openHosts, type Shelf } from './host.ts';
import { NOW } from './publisher.ts';
import { A, root, shelf } from './two-releases.ts';

export const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
export const BUILT: Chosen = { by: 'build', source: { mirrors: [A], root: text(root.bytes) } };
export const HOUR = 3_600_000;

export function openBrowser(chosen: Chosen | null = BUILT) {
  const stored = new Map<string, unknown>();
  const browser = {
    chosen,
    hosts: { [A]: shelf } as Record<string, Shelf>,
    now: NOW,
    alarm: null as number | null,
    stored,
    /** No room in the browser's storage. */
    isFull: false,
    /** Milliseconds until a silent host is left. */
    patience: 20_000,
    asked: [] as string[],
    updated: [] as number[],
    changed: 0,
    /** A background that has just been started. */
    start: () =>
      openFeed<number>({
        chosen: async () => browser.chosen,
        area: {
          get: async (key) => (stored.has(key) ? { [key]: structuredClone(stored.get(key)) } : {}),
          set: async (items) => {
            if (browser.isFull) throw new DOMException('no room', 'QuotaExceededError');
            for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
          },
          remove: async (key) => {
            stored.delete(key);
          },
        },
        wakeAt: async (time) => {
          browser.alarm = time;
        },
        extension: '0.1.0',
        form: 'one',
        read: (files) => ({ value: files.size, skipped: 0 }),
        network: {
          fetch: (input, init) => {
            browser.asked.push(String(input));
            return openHosts(browser.hosts, () => browser.now).network.fetch(input, init);
          },
          now: () => browser.now,
          patience: browser.patience,
        },
        random: () => 0.5,
        updated: ({ manifest }) => browser.updated.push(manifest.version),
        changed: () => {
          browser.changed += 1;
        },
      }),
    /** The alarm rings in a background that was started for it. */
    async ring() {
      const at = browser.alarm;
      browser.now = at ?? browser.now;
      // It rings once.
      browser.alarm = null;
      await browser.start().tend();
    },
  };
  return browser;
}
