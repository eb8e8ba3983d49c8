// Firefox with the built extension, by WebDriver BiDi: requests are answered by the site itself, closed shadow roots come
// with the serialised document.
import { resolve } from 'node:path';
import puppeteer, { type KeyInput, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.ts';
import { HOSTS, openSite, type Site } from '../site/site.ts';
import { DESCRIBE_ROOTS, type Driver, type Shown, type Tab, until } from './driver.ts';
import { openRequests, type Requests } from './requests.ts';

export interface FirefoxOptions {
  /** Folder of the unpacked extension. */
  extension?: string;
  language?: 'id' | 'en';
  headless?: boolean;
}

/** Fixed, so that the addresses of the extension's pages are known. */
const UUID = '5b6c8f4e-3b0e-4d58-9d57-0f3a7c1f2a11';
const ADDON = 'cekasal@example.org';

/** The raw protocol below puppeteer's pages. */
interface Bidi {
  connection: { send(method: string, params: object): Promise<{ result: BidiResult }> };
}
interface BidiResult {
  result: BidiValue;
  exceptionDetails?: { text: string };
}
interface BidiValue {
  type: string;
  sharedId?: string;
  value?: string | { children?: BidiValue[]; shadowRoot?: BidiValue | null; mode?: string };
}

/** Shared ids of the closed roots, in document order. */
function closedRoots(node: BidiValue): string[] {
  if (typeof node.value !== 'object') return [];
  const { children = [], shadowRoot } = node.value;
  const closed = typeof shadowRoot?.value === 'object' && shadowRoot.value.mode === 'closed';
  const own = closed && shadowRoot.sharedId ? [shadowRoot.sharedId] : [];
  return [...own, ...children.flatMap(closedRoots)];
}

async function describe(bidi: Bidi, context: string): Promise<Shown[]> {
  // A sandbox beside the page's world, so that nothing that the page has broken stands in the way.
  const target = { context, sandbox: 'cekasal-tests' };
  const { result: tree } = await bidi.connection.send('script.evaluate', {
    expression: 'document.documentElement',
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  const ids = closedRoots(tree.result);
  if (ids.length === 0) return [];
  const { result: answer } = await bidi.connection.send('script.callFunction', {
    functionDeclaration: `(...roots) => JSON.stringify((${DESCRIBE_ROOTS})(...roots))`,
    target,
    awaitPromise: false,
    arguments: ids.map((sharedId) => ({ sharedId })),
  });
  if (answer.exceptionDetails?.text.includes('no such node')) return describe(bidi, context);
  if (typeof answer.result?.value !== 'string')
    throw new Error(answer.exceptionDetails?.text ?? 'No description came.');
  return JSON.parse(answer.result.value);
}

/** As the browser itself does when the background is idle, told in the browser's own scope. */
async function stopBackground(bidi: Bidi): Promise<void> {
  const { result: tree } = await bidi.connection.send('browsingContext.getTree', {
    'moz:scope': 'chrome',
    maxDepth: 0,
  });
  const context = (tree as unknown as { contexts: { context: string }[] }).contexts[0]?.context;
  const { result: answer } = await bidi.connection.send('script.evaluate', {
    expression: `WebExtensionPolicy.getByID('${ADDON}').extension.terminateBackground({ ignoreDevToolsAttached: true }).then(() => 'stopped')`,
    target: { context },
    awaitPromise: true,
  });
  if (answer.result?.value !== 'stopped')
    throw new Error(answer.exceptionDetails?.text ?? 'The background was not stopped.');
}

function wrap(page: Page, bidi: Bidi, open: (url: string) => Promise<void>): Tab {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const context = () => (page.mainFrame() as unknown as { _id: string })._id;
  return {
    errors,
    async open(url) {
      errors.length = 0;
      await open(url);
    },
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    shown: () => describe(bidi, context()),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press((key === 'Space' ? ' ' : key) as KeyInput),
    resize: (width, height) => page.setViewport({ width, height }),
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` });
    },
    close: () => page.close(),
  };
}

async function answerRequests(page: Page, site: Site, requests: Requests): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = new URL(request.url());
    requests.asks(url.href);
    if (HOSTS.includes(url.host)) void request.respond(site.respond(url));
    else void request.continue();
  });
}

export async function openFirefox(options: FirefoxOptions = {}): Promise<Driver> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox was found. `npm test` installs it, or says how.');
  const site = openSite();
  const requests = openRequests();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1200, height: 800 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
      'intl.locale.requested': options.language ?? 'id',
      // Whoever is asked for a permission says yes.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  await browser.installExtension(resolve(options.extension ?? '.output/firefox-mv3'));
  const bidi = browser as unknown as Bidi;
  const pages = new Map<Tab, Page>();
  // Only a page itself can say that it is one of the extension's.
  const isWelcome = (page: Page) =>
    page.evaluate('location.href').then(
      (href) => href === `moz-extension://${UUID}/welcome.html`,
      () => false,
    );
  const welcome = await until(
    async () => {
      const open = await browser.pages();
      const found = await Promise.all(open.map(isWelcome));
      return open.find((_, i) => found[i]);
    },
    (page) => page !== undefined,
  );
  await welcome?.close();
  const extensionTab = async (path: string): Promise<Tab> => {
    const page = await browser.newPage();
    const tab = wrap(page, bidi, async (url) => {
      // The page loads, but the navigation to moz-extension: is never reported as finished.
      await page.goto(url, { timeout: 500 }).catch(() => {});
      await until(
        () => page.evaluate('location.protocol + document.readyState').catch(() => ''),
        (state) => state === 'moz-extension:complete',
      );
    });
    await tab.open(`moz-extension://${UUID}${path}`);
    return tab;
  };
  return {
    name: 'firefox',
    site,
    welcomed: welcome !== undefined,
    pageAsks: requests.opens,
    strangers: () => requests.strangers(),
    closed: new Promise((done) => browser.once('disconnected', () => done())),
    async tab() {
      // A window each: a tab behind another one gets hardly any animation frames.
      const page = await browser.newPage({ type: 'window' });
      await answerRequests(page, site, requests);
      const tab = wrap(page, bidi, async (url) => {
        requests.opens(url);
        await page.goto(url);
      });
      pages.set(tab, page);
      return tab;
    },
    extensionTab,
    async popup(behind) {
      await pages.get(behind)?.bringToFront();
      return extensionTab('/popup.html');
    },
    stopWorker: () => stopBackground(bidi),
    close: () => browser.close(),
  };
}
