// What it takes until a stopped worker answers: with the rules as shipped, and with ten thousand brands in its database.
import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import { IMPORTED } from '../tests/site/catalogue.ts';
import { tokopediaUrl } from '../tests/site/tokopedia-product.ts';
import { devtoolsOf, floorExtension, inContentScript, openSubject, type Subject, stopWorkers } from './browser.ts';
import { interleave, less, median, type Result, result } from './statistics.ts';

const OURS = '.output/chrome-mv3';

/** Asks from a content script and gives the milliseconds until the answer is there. */
const ASK = (message: object) => `(async () => {
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
  if (answer === undefined || answer.error) throw new Error(JSON.stringify(answer));
  return performance.now() - start;
})()`;

const ASSESS = { type: 'assess', listings: [{ marketplace: 'tokopedia', kind: 'card', title: IMPORTED.title }] };

async function openPage(subject: Subject): Promise<CDPSession> {
  const page = await subject.context.newPage();
  await page.goto(tokopediaUrl(IMPORTED));
  await page.waitForTimeout(1_000);
  return devtoolsOf(page);
}

async function ask(devtools: CDPSession): Promise<number> {
  await stopWorkers(devtools);
  return inContentScript<number>(devtools, ASK(ASSESS));
}

/** A message from a content script to a stopped worker and back, with a real question. */
export async function coldWorker(runs: number): Promise<Result> {
  const floor = floorExtension('worker', { file: 'floor-worker.js' });
  const [least, ours] = await Promise.all([openSubject(floor), openSubject(OURS)]);
  try {
    const [leastPage, ourPage] = await Promise.all([openPage(least), openPage(ours)]);
    const taken = await interleave({ floor: () => ask(leastPage), ours: () => ask(ourPage) }, runs);
    return result('cold-worker', median(taken.ours), median(taken.floor));
  } finally {
    await Promise.all([least, ours].map((subject) => subject.close()));
  }
}

interface StoredBrand {
  id: string;
  country: string;
  basis: string;
  names: string[];
}

function brands(count: number): StoredBrand[] {
  const syllables = ['ka', 'ri', 'mo', 'ta', 'ne', 'su', 'lo', 'pi', 'wa', 'de'];
  return Array.from({ length: count }, (_, i) => {
    const name = [...String(100_000 + i)].map((digit) => syllables[Number(digit)]).join('');
    return { id: `uji-${i}`, country: 'CN', basis: 'general-knowledge', names: [name] };
  });
}

/** Writes a section of the rules into the extension's database. */
const STORE = (section: string, data: unknown) => `new Promise((done, fail) => {
  const opening = indexedDB.open('cekasal');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('ruleset', 'readwrite');
    transaction.objectStore('ruleset').put(${JSON.stringify(data)}, '${section}');
    transaction.oncomplete = () => { opening.result.close(); done(true); };
    transaction.onerror = () => fail(transaction.error);
  };
})`;

/** A worker that gets one buffer of `bytes` from its database and answers. */
const BUFFER_WORKER = (bytes: number) => `
const open = () => new Promise((done, fail) => {
  const opening = indexedDB.open('floor');
  opening.onupgradeneeded = () => opening.result.createObjectStore('one').put(new Uint8Array(${bytes}).map((_, i) => i).buffer, 'all');
  opening.onsuccess = () => done(opening.result);
  opening.onerror = () => fail(opening.error);
});
const ready = open().then((database) => new Promise((done, fail) => {
  const getting = database.transaction('one').objectStore('one').get('all');
  getting.onsuccess = () => done(getting.result.byteLength);
  getting.onerror = () => fail(getting.error);
}));
chrome.runtime.onMessage.addListener((_message, _sender, reply) => { ready.then(reply); return true; });`;

/** From the worker's start to its first answer with `count` brands, less what an empty worker takes for the same. */
export async function rulesetStart(count: number, runs: number): Promise<Result> {
  const added = brands(count);
  const shipped = JSON.parse(readFileSync(`${OURS}/ruleset.json`, 'utf8'));
  const bytes = JSON.stringify({ ...shipped, brands: [...shipped.brands, ...added] }).length;
  const subjects = await Promise.all([
    openSubject(floorExtension('worker', { file: 'floor-worker.js' })),
    openSubject(floorExtension('worker', { text: BUFFER_WORKER(bytes) })),
    openSubject(OURS),
  ]);
  try {
    const [empty, buffer, ours] = await Promise.all(subjects.map(openPage));
    if (!empty || !buffer || !ours) throw new Error('A page is missing.');
    const worker = subjects[2].context.serviceWorkers()[0] ?? (await subjects[2].context.waitForEvent('serviceworker'));
    await worker.evaluate(STORE('brands', [...shipped.brands, ...added]));
    const taken = await interleave({ empty: () => ask(empty), buffer: () => ask(buffer), ours: () => ask(ours) }, runs);
    return result(`ruleset-start-${count / 1_000}k`, less(taken.ours, taken.empty), less(taken.buffer, taken.empty));
  } finally {
    await Promise.all(subjects.map((subject) => subject.close()));
  }
}
