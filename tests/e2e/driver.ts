// What a test can do with a browser in which the built extension runs, the same for Chromium and Firefox.
import type { Site } from '../site/site.ts';

/** What stands in one closed shadow root of the page, as a reader with eyes would find it. */
export interface Shown {
  kind: 'badge' | 'panel' | 'strip' | 'local' | 'drawer' | 'outline';
  /** The rendered words, white space folded. */
  text: string;
  /** Computed, as "rgb(r, g, b)"; the background is the first one behind the words that is not transparent. */
  colour: string;
  background: string;
  /** aria-expanded of a badge. */
  expanded: string | null;
  /** Viewport coordinates in px. */
  box: { x: number; y: number; width: number; height: number };
  /** Its buttons: their words and their middles in viewport coordinates. */
  buttons: { text: string; x: number; y: number }[];
  /** Its links, by attribute. */
  links: { text: string; href: string; target: string; rel: string; referrerpolicy: string }[];
  /** Address of the card that holds the host, else null. */
  link: string | null;
  /** What stands in a block of code, as it is. */
  code: string | null;
  /** Elements that only markup from the page's texts could have made. */
  foreign: number;
}

export interface Tab {
  open(url: string): Promise<void>;
  /** The value of an expression in the page's own world; must be JSON. Promises are awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Everything that stands in closed shadow roots, in document order. */
  shown(): Promise<Shown[]>;
  click(x: number, y: number): Promise<void>;
  /** A key of the keyboard: "Tab", "Enter", "Space", "Escape". */
  press(key: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** Uncaught exceptions and console errors since the page was opened. */
  errors: string[];
  close(): Promise<void>;
}

export interface Driver {
  name: 'chromium' | 'firefox';
  site: Site;
  /** Whether the extension opened its welcome page when it was installed. The driver has closed it. */
  welcomed: boolean;
  /** A test page asks for this address by its own script: no stranger. */
  pageAsks(url: string): void;
  /** Addresses on the web that were asked for but never opened by a test: there must be none. */
  strangers(): string[];
  tab(): Promise<Tab>;
  /** A page of the extension, as a tab; the same `Tab`, but it runs with the extension's rights. */
  extensionTab(path: string): Promise<Tab>;
  /** The popup on the page of `behind`. It is opened as a tab beside it, since no protocol can look into the real one. */
  popup(behind: Tab): Promise<Tab>;
  /** Runs an expression where the content script runs; it may see into closed roots there. Chromium only. */
  contentWorld?<T>(tab: Tab, expression: string): Promise<T>;
  /** Stops the background's worker as the browser does when it is idle. `helper` is a tab of the extension. */
  stopWorker(helper: Tab): Promise<void>;
  /** Settles when somebody has closed the browser. */
  closed: Promise<void>;
  close(): Promise<void>;
}

/**
 * Runs in the browser, in a world of its own: describes closed shadow roots. Kept as text, since it is sent over two
 * protocols.
 */
export const DESCRIBE_ROOTS = `(...roots) => roots.flatMap((root) => {
  const panel = root.querySelector('[role=dialog]');
  const drawer = root.querySelector('aside');
  const strips = panel || drawer ? [] : [...root.querySelectorAll('[role=status], [role=region]')];
  const only = panel ?? drawer ?? root.querySelector('button') ?? root.querySelector('*:not(style)');
  const parent = (node) => node.parentElement ?? node.getRootNode().host ?? null;
  const clear = (node) => getComputedStyle(node).backgroundColor.endsWith(', 0)');
  const kindOf = (main) => panel ? 'panel' : drawer ? 'drawer' : main.role === 'status' ? 'strip' :
    main.role === 'region' ? 'local' : main.tagName === 'BUTTON' ? 'badge' : 'outline';
  return (strips.length > 0 ? strips : [only]).filter(Boolean).map((main) => {
    let ground = main;
    while (clear(ground) && parent(ground)) ground = parent(ground);
    const within = strips.length > 0 ? main : root;
    const card = root.host.closest('a[href]') ?? root.host.closest('li')?.querySelector('a[href]');
    const box = main.getBoundingClientRect();
    return {
      kind: kindOf(main),
      text: main.innerText.replace(/\\s+/g, ' ').trim(),
      colour: getComputedStyle(main).color,
      background: getComputedStyle(ground).backgroundColor,
      expanded: main.getAttribute('aria-expanded'),
      box: { x: box.x, y: box.y, width: box.width, height: box.height },
      buttons: [...within.querySelectorAll('button')].map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return { text: button.innerText, x: x + width / 2, y: y + height / 2 };
      }),
      links: [...within.querySelectorAll('a[href]')].map((a) => ({
        text: a.innerText,
        ...Object.fromEntries(['href', 'target', 'rel', 'referrerpolicy'].map((name) => [name, a.getAttribute(name)])),
      })),
      link: card?.href ?? null,
      code: root.querySelector('pre')?.textContent ?? null,
      foreign: root.querySelectorAll('b#stolen, img[src=x], script').length,
    };
  });
})`;

/** Asks again until `wanted` says yes; the last answer when the time is over, so that an assertion can show it. */
export async function until<T>(ask: () => Promise<T>, wanted: (value: T) => boolean, limit = 6_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await ask();
    if (wanted(value) || Date.now() > end) return value;
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** The badges alone. */
export async function badges(tab: Tab): Promise<Shown[]> {
  return (await tab.shown()).filter((item) => item.kind === 'badge');
}

/** The first badge, once its answer is there. */
export async function badge(tab: Tab): Promise<Shown | undefined> {
  const seen = await until(
    () => badges(tab),
    (items) => items.some((item) => !item.text.includes('…')),
  );
  return seen[0];
}

/** The open panel, or undefined. */
export async function panel(tab: Tab): Promise<Shown | undefined> {
  return (await tab.shown()).find((item) => item.kind === 'panel');
}
