// What it takes until a stopped worker answers: with the rules as shipped, and with ten thousand brands in its database.
import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';
import { define } from '../build/ruleset.ts';
import { IMPORTED } from '../tests/site/catalogue.ts';
import { tokopediaUrl } from '../tests/site/tokopedia-product.ts';
import { sha256 } from '../utils/feed/bytes.ts';
import { pack, unpack } from '../utils/feed/pack.ts';
import { packBrands } from '../utils/knowledge/brand.ts';
import { openFiles, toFiles } from '../utils/knowledge/files.ts';
import { sortLines } from '../utils/knowledge/lines.ts';
import {
  devtoolsOf,
  floorExtension,
  inContentScript,
  inWorker,
  openSubject,
  type Subject,
  stopWorkers,
} from './browser.ts';
import { interleave, median, type Result, result } from './statistics.ts';

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

/** Lines of brands, as the rules hold them, beside those shipped. */
function withBrands(shipped: string, count: number): string {
  const syllables = ['ka', 'ri', 'mo', 'ta', 'ne', 'su', 'lo', 'pi', 'wa', 'de'];
  const added = Array.from({ length: count }, (_, i) => {
    // The last digit first: names begin with all kinds of letters.
    const name = [...String(1_000_000 + i)]
      .map((digit) => syllables[Number(digit)])
      .reverse()
      .join('');
    return {
      id: `uji-${i}`,
      country: 'CN',
      basis: 'general-knowledge' as const,
      field: false,
      made: 'abroad' as const,
      copied: false,
      host: true,
      trade: null,
      names: [name],
    };
  });
  return sortLines([...shipped.split('\n'), ...packBrands(added).split('\n')]);
}

/** A slot as the extension would have kept it (feed/slots.ts); signatures are checked when a release comes, not when it is loaded. */
async function slotOf(files: ReturnType<typeof toFiles>) {
  const entries = await Promise.all(
    [...files].map(async ([name, bytes]) => [name, { length: bytes.length, sha256: await sha256(bytes) }] as const),
  );
  const instant = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
  const manifest = {
    type: 'manifest',
    version: 1,
    minimum: '0.1.0',
    created: instant(Date.now()),
    expires: instant(Date.now() + 1e10),
    files: Object.fromEntries(entries),
  };
  const document = new TextEncoder().encode(`{"signatures":[]}\n${JSON.stringify(manifest)}`);
  const form: string = JSON.parse(define.__RULESET_FORM__);
  return { document, pack: pack(files), form, skipped: 0, source: 'build' };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Puts other rules where the extension keeps those of a feed. */
const STORE = ({
  document,
  pack: packed,
  ...rest
}: Awaited<ReturnType<typeof slotOf>>) => `new Promise((done, fail) => {
  const bytesOf = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const opening = indexedDB.open('cekasal');
  opening.onupgradeneeded = () => opening.result.createObjectStore('ruleset');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const store = opening.result.transaction('ruleset', 'readwrite').objectStore('ruleset');
    const slot = { ...${JSON.stringify(rest)}, document: bytesOf('${base64(document)}'), pack: bytesOf('${base64(packed)}') };
    store.put(slot, 'slot-a');
    store.put({ slot: 'slot-a', source: 'build', version: 1 }, 'pointer');
    store.transaction.oncomplete = () => { opening.result.close(); done(true); };
    store.transaction.onerror = () => fail(store.transaction.error);
  };
})`;

/**
 * A worker that gets one buffer from its database and says what that took. The buffer holds the very bytes of our rules: a
 * database compresses what it keeps, so what it takes to get them hangs on what they are.
 */
const BUFFER_WORKER = `
const start = performance.now();
const finished = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});
async function fill(database) {
  const bytes = await (await fetch(chrome.runtime.getURL('data.bin'))).arrayBuffer();
  await finished(database.transaction('one', 'readwrite').objectStore('one').put(bytes, 'all'));
}
async function read() {
  const opening = indexedDB.open('floor');
  opening.onupgradeneeded = () => opening.result.createObjectStore('one');
  const database = await finished(opening);
  const buffer = await finished(database.transaction('one').objectStore('one').get('all'));
  performance.measure('rules', { start });
  if (!buffer) await fill(database);
  return true;
}
const ready = read();
chrome.runtime.onMessage.addListener((_message, _sender, reply) => { ready.then(reply); return true; });`;

/** Wakes a stopped worker, and gives the milliseconds it measured from its start until its rules were ready. */
async function rulesReady(page: CDPSession): Promise<number> {
  await ask(page);
  const taken = await inWorker<number>(page, "performance.getEntriesByName('rules')[0]?.duration ?? -1");
  if (taken < 0) throw new Error('The worker did not measure its rules.');
  return taken;
}

/** Rules with `count` brands more, from the database until they are ready in a fresh worker; beside one buffer of the same bytes. */
export async function rulesetStart(count: number, runs: number): Promise<Result> {
  const shipped = openFiles(unpack(new Uint8Array(readFileSync(`${OURS}/rules.pack`))));
  const slot = await slotOf(toFiles({ ...shipped, brands: withBrands(shipped.brands, count) }));
  const subjects = await Promise.all([
    openSubject(floorExtension('worker', { text: BUFFER_WORKER }, slot.pack)),
    openSubject(OURS),
  ]);
  try {
    const [buffer, ours] = subjects;
    const [bufferPage, ourPage] = await Promise.all([openPage(buffer), openPage(ours)]);
    await inWorker(ourPage, STORE(slot));
    const variants = { buffer: () => rulesReady(bufferPage), ours: () => rulesReady(ourPage) };
    const taken = await interleave(variants, runs);
    return result(`ruleset-start-${count / 1_000}k`, median(taken.ours), median(taken.buffer));
  } finally {
    await Promise.all(subjects.map((subject) => subject.close()));
  }
}
