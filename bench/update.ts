// An ordinary day: five of ten thousand entries have changed. From the question for newer rules until they are verified, applied,
// kept and in use, without the time in which it waited for the network; beside a worker that puts one buffer of the same bytes
// into its database.
import type { CDPSession, Page } from 'playwright-core';
import { type FeedHost, openFeedHost } from '../tests/e2e/feed-host.ts';
import { changed, withBrands } from '../tests/e2e/many-brands.ts';
import { IMPORTED } from '../tests/site/catalogue.ts';
import { tokopediaUrl } from '../tests/site/tokopedia-product.ts';
import { pack } from '../utils/feed/pack.ts';
import { toFiles } from '../utils/knowledge/files.ts';
import { devtoolsOf, floorExtension, inContentScript, inWorker, openSubject, type Subject } from './browser.ts';
import { interleave, median, type Result, result } from './statistics.ts';

const OURS = '.output/chrome-mv3';
const ENTRIES = 10_000;
const CHANGED = 5;

/** Answers with the milliseconds it took. */
const PUT = `
const finished = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});
const bytes = fetch(chrome.runtime.getURL('data.bin')).then((answer) => answer.arrayBuffer());
async function put() {
  const buffer = await bytes;
  const start = performance.now();
  const opening = indexedDB.open('floor');
  opening.onupgradeneeded = () => opening.result.createObjectStore('one');
  const database = await finished(opening);
  const transaction = database.transaction('one', 'readwrite');
  transaction.objectStore('one').put(buffer, 'all');
  await new Promise((done) => { transaction.oncomplete = done; });
  database.close();
  return performance.now() - start;
}
chrome.runtime.onMessage.addListener((_message, _sender, reply) => { put().then(reply); return true; });`;

const timed = (message: object) => `(async () => {
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
  const taken = performance.now() - start;
  if (answer.error || answer.check.result?.code !== 'updated') throw new Error(JSON.stringify(answer));
  return taken;
})()`;

/** Milliseconds that the worker has waited for answers since it was asked last. */
const WAITED = `(() => {
  const fetched = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('http:'));
  performance.clearResourceTimings();
  return fetched.reduce((sum, { duration }) => sum + duration, 0);
})()`;

async function ownPageOf({ context }: Subject): Promise<Page> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/welcome.html`);
  return page;
}

async function pageOf({ context }: Subject): Promise<CDPSession> {
  const page = await context.newPage();
  await page.goto(tokopediaUrl(IMPORTED));
  return devtoolsOf(page);
}

export async function updateDay(runs: number): Promise<Result> {
  const feed: FeedHost = await openFeedHost(OURS);
  let rules = withBrands(feed.ruleset, ENTRIES);
  const data = pack(toFiles(rules));
  const subjects = await Promise.all([openSubject(floorExtension('worker', { text: PUT }, data)), openSubject(OURS)]);
  try {
    const [least, ours] = subjects;
    const [leastPage, own] = await Promise.all([pageOf(least), ownPageOf(ours)]);
    await feed.publishRules(rules);
    await own.evaluate(timed({ type: 'draft', source: JSON.parse(feed.source) }));
    let release = 1;
    const devtools = await devtoolsOf(own);
    const update = async () => {
      release += 1;
      rules = changed(rules, CHANGED, release);
      await feed.publishRules(rules);
      await inWorker(devtools, WAITED);
      const taken = await own.evaluate<number>(timed({ type: 'update' }));
      return taken - (await inWorker<number>(devtools, WAITED));
    };
    const floor = () => inContentScript<number>(leastPage, 'chrome.runtime.sendMessage(1)');
    const taken = await interleave({ ours: update, floor }, runs);
    return result('update-day', median(taken.ours), median(taken.floor));
  } finally {
    await Promise.all(subjects.map((subject) => subject.close()));
    await feed.close();
  }
}
