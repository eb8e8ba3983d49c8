// What it takes until a pool of alternatives can be asked in a fresh page of Chromium: from the browser's database to the first
// entries of a kind. The floor gets one buffer of the same bytes.
import { packOffers } from '../utils/alternatives/rank.ts';
import { openSubject } from './browser.ts';
import { interleave, median, type Result, result } from './statistics.ts';
import { madeUpPool, rules } from './titles.ts';

/** In the page: opens the database anew each time, as a worker that wakes does. */
const IN_PAGE = `
const finished = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});
globalThis.openDatabase = () => {
  const opening = indexedDB.open('pool');
  opening.onupgradeneeded = () => opening.result.createObjectStore('one');
  return finished(opening);
};
globalThis.keep = async (text) => {
  const database = await openDatabase();
  await finished(database.transaction('one', 'readwrite').objectStore('one').put(new TextEncoder().encode(text), 'pool'));
  database.close();
};
globalThis.get = async () => {
  const database = await openDatabase();
  const bytes = await finished(database.transaction('one').objectStore('one').get('pool'));
  database.close();
  return bytes;
};
globalThis.floor = async () => {
  const start = performance.now();
  await get();
  return performance.now() - start;
};
globalThis.ready = async () => {
  const start = performance.now();
  const text = new TextDecoder().decode(await get());
  if (!text.includes('\\nsneakers\\t')) throw new Error('The pool has no sneakers.');
  return performance.now() - start;
};`;

export async function alternativesReady(count: number, runs: number): Promise<Result> {
  const packed = packOffers(madeUpPool(count), rules());
  const subject = await openSubject(null);
  try {
    const page = await subject.context.newPage();
    await page.goto('https://www.tokopedia.com/');
    await page.evaluate(IN_PAGE);
    await page.evaluate(`keep(${JSON.stringify(packed)})`);
    const taken = await interleave(
      { floor: () => page.evaluate<number>('floor()'), ready: () => page.evaluate<number>('ready()') },
      runs,
    );
    const name = `alternatives-ready-${count / 1_000}k`;
    return result(name, median(taken.ready), median(taken.floor), { bytes: packed.length });
  } finally {
    await subject.close();
  }
}
