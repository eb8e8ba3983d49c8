// Chromium as the benchmarks need it: one extension or none, pages from the local site, and the DevTools protocol.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../scripts/browsers.ts';
import { serve } from '../tests/site/server.ts';
import { openSite, type Site } from '../tests/site/site.ts';

export interface Subject {
  context: BrowserContext;
  site: Site;
  close(): Promise<void>;
}

const HOST_PATTERN = 'https://www.tokopedia.com/*';

/** Starts Chromium with the unpacked extension in `folder`, or with none. */
export async function openSubject(folder: string | null): Promise<Subject> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('The benchmarks need Chromium or Chrome; npm test installs it, or says how.');
  const site = openSite();
  const server = await serve(site);
  const profile = mkdtempSync(join(tmpdir(), 'cekasal-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1200, height: 800 },
    args: [
      ...(folder ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
      ...server.chromiumArguments,
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
  return {
    context,
    site,
    async close() {
      await context.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/**
 * An extension made of one floor: a content script, or a worker beside an empty content script.
 * @param data What lies beside it as "data.bin".
 */
export function floorExtension(
  role: 'content' | 'worker',
  code: { file: string } | { text: string },
  data?: Uint8Array,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'cekasal-floor-'));
  if (data) writeFileSync(join(folder, 'data.bin'), data);
  if ('file' in code) copyFileSync(join(import.meta.dirname, code.file), join(folder, 'code.js'));
  else writeFileSync(join(folder, 'code.js'), code.text);
  writeFileSync(join(folder, 'empty.js'), '');
  const manifest = {
    manifest_version: 3,
    name: 'floor',
    version: '1',
    content_scripts: [{ matches: [HOST_PATTERN], js: [role === 'content' ? 'code.js' : 'empty.js'] }],
    ...(role === 'worker' && { background: { service_worker: 'code.js' } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** Runs an expression in the world of the extension's content script on `page`. */
export async function inContentScript<T>(devtools: CDPSession, expression: string): Promise<T> {
  let contextId: number | undefined;
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) contextId = context.id;
  });
  await devtools.send('Runtime.enable');
  const options = { contextId, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression, ...options });
  await devtools.send('Runtime.disable');
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Runs an expression in the extension's running worker, whichever it is by now. */
export async function inWorker<T>(devtools: CDPSession, expression: string): Promise<T> {
  const { targetInfos } = await devtools.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
  );
  if (!worker) throw new Error('No worker is running.');
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  const answered = new Promise<T>((done, fail) => {
    devtools.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      const { id, result } = JSON.parse(event.message);
      if (id !== 1) return;
      if (result?.exceptionDetails) fail(new Error(result.exceptionDetails.text));
      else done(result?.result?.value);
    });
  });
  const params = { expression, awaitPromise: true, returnByValue: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await devtools.send('Target.sendMessageToTarget', { sessionId, message });
  const value = await answered;
  await devtools.send('Target.detachFromTarget', { sessionId });
  return value;
}

/** Stops every worker of an extension, as an idle browser does. */
export async function stopWorkers(devtools: CDPSession): Promise<void> {
  const workers = async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.filter(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'));
  };
  for (const { targetId } of await workers()) await devtools.send('Target.closeTarget', { targetId });
  while ((await workers()).length > 0) await new Promise((done) => setTimeout(done, 10));
}

/** Milliseconds that the page's main thread has spent on script, layout and style since it was made. */
export async function mainThread(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const counted = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];
  return 1_000 * metrics.filter(({ name }) => counted.includes(name)).reduce((sum, { value }) => sum + value, 0);
}

/** Closed shadow roots on the page: how many badges stand. */
export async function countBadges(devtools: CDPSession): Promise<number> {
  const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
  return JSON.stringify(root).split('"shadowRootType":"closed"').length - 1;
}

export const devtoolsOf = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);
