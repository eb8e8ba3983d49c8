// Chromium with the built extension: Playwright for pages, the DevTools protocol to see into closed shadow roots.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browsers.ts';
import { serve } from '../site/server.ts';
import { openSite } from '../site/site.ts';
import { DESCRIBE_ROOTS, type Driver, type Shown, type Tab, until } from './driver.ts';
import { openRequests, type Requests } from './requests.ts';

export interface ChromiumOptions {
  /** Folder of the unpacked extension. */
  extension?: string;
  /** The browser's language. */
  language?: 'id' | 'en';
  colorScheme?: 'light' | 'dark';
  headless?: boolean;
}

interface DomNode {
  backendNodeId: number;
  shadowRootType?: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** Backend ids of the closed roots that a script made, in document order. */
function closedRoots(node: DomNode): number[] {
  const own = (node.shadowRoots ?? []).filter((root) => root.shadowRootType === 'closed');
  return [...own.map((root) => root.backendNodeId), ...(node.children ?? []).flatMap(closedRoots)];
}

/** A world beside the page's, so that nothing that the page has broken stands in the way. */
async function describe(session: CDPSession): Promise<Shown[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const ids = closedRoots(root);
  if (ids.length === 0) return [];
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const objects = await Promise.all(
    ids.map((backendNodeId) =>
      session.send('DOM.resolveNode', { backendNodeId, executionContextId }).then(
        ({ object }) => [{ objectId: object.objectId }],
        () => [], // taken away in the meantime
      ),
    ),
  );
  const answer = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: DESCRIBE_ROOTS,
    executionContextId,
    arguments: objects.flat(),
    returnByValue: true,
  });
  return answer.result.value ?? [];
}

async function wrap(page: Page, requests: Requests): Promise<Tab> {
  const session = await page.context().newCDPSession(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return {
    errors,
    async open(url) {
      errors.length = 0;
      requests.opens(url);
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    shown: () => describe(session),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    async screenshot(path) {
      await page.screenshot({ path });
    },
    close: () => page.close(),
  };
}

export interface ChromiumDriver extends Driver {
  /** The DevTools protocol of a tab, for what only Chromium can tell. */
  session(tab: Tab): Promise<CDPSession>;
}

export async function openChromium(options: ChromiumOptions = {}): Promise<ChromiumDriver> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium or Chrome was found. `npm test` installs it, or says how.');
  const extension = options.extension ?? '.output/chrome-mv3';
  const site = openSite();
  const requests = openRequests();
  const server = await serve(site);
  const profile = mkdtempSync(join(tmpdir(), 'cekasal-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: 1200, height: 800 },
    // --lang does not change what an extension is told; the environment does.
    // As for every shopper: pages are kept for the way back.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    env: { ...process.env, LANGUAGE: options.language ?? 'id' },
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...server.chromiumArguments,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  });
  // Pages, the extension's too, whatever host they ask for.
  context.on('request', (request) => requests.asks(request.url()));
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  const pages = new Map<Tab, Page>();
  // Before any other page, so that none is mistaken for it.
  const welcome = await until(
    async () => context.pages().find((page) => page.url() === `${origin}/welcome.html`),
    (page) => page !== undefined,
  );
  const first = context.pages().find((page) => page !== welcome) ?? (await context.newPage());
  await welcome?.close();
  const devtools = await context.newCDPSession(first);
  /** A window each: a tab behind another one gets hardly any animation frames. One after the other, to tell them apart. */
  const newWindow = async (): Promise<Page> => {
    const opened = context.waitForEvent('page');
    await devtools.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    return opened;
  };
  const keep = async (page: Page): Promise<Tab> => {
    const tab = await wrap(page, requests);
    pages.set(tab, page);
    return tab;
  };
  let opening: Promise<unknown> = Promise.resolve();
  const newTab = async (): Promise<Tab> => {
    const opened = opening.then(newWindow);
    opening = opened.catch(() => {});
    return keep(await opened);
  };
  const session = (tab: Tab) => context.newCDPSession(pages.get(tab) ?? first);
  return {
    name: 'chromium',
    site,
    welcomed: welcome !== undefined,
    pageAsks: requests.opens,
    // The server is every host there is, so it hears the background too.
    strangers() {
      for (const url of site.requests) requests.asks(url);
      return requests.strangers();
    },
    closed: new Promise((done) => context.once('close', () => done())),
    session,
    tab: newTab,
    async extensionTab(path) {
      const tab = await newTab();
      await tab.open(origin + path);
      return tab;
    },
    async popup(behind) {
      const url = pages.get(behind)?.url();
      const helper = await newTab();
      await helper.open(`${origin}/popup.html`);
      const opened = context.waitForEvent('page');
      await helper.evaluate(`chrome.tabs.query({ url: ${JSON.stringify(url)} }).then(([tab]) =>
        chrome.tabs.create({ url: '/popup.html', windowId: tab.windowId }))`);
      const tab = await keep(await opened);
      await helper.close();
      return tab;
    },
    async contentWorld(tab, expression) {
      const own = await session(tab);
      const contexts: { id: number; origin: string }[] = [];
      own.on('Runtime.executionContextCreated', ({ context: { id, origin: from } }) => {
        contexts.push({ id, origin: from });
      });
      await own.send('Runtime.enable');
      const contextId = contexts.find((item) => item.origin === origin)?.id;
      const { result, exceptionDetails } = await own.send('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      await own.detach();
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async stopWorker(helper) {
      const workers = await session(helper);
      const running = new Set<string>();
      workers.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        for (const { versionId, runningStatus } of versions) {
          if (runningStatus === 'stopped') running.delete(versionId);
          else running.add(versionId);
        }
      });
      await workers.send('ServiceWorker.enable');
      await workers.send('ServiceWorker.stopAllWorkers');
      await until(
        async () => running.size,
        (size) => size === 0,
      );
      await workers.detach();
    },
    async close() {
      await context.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
