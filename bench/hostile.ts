// The longest task that our content script adds to a page: generated hostile documents, one a run, beside the same document
// without any extension. In milliseconds by which the page's longest task grew; tasks below 50 count as none.
import { generatedDocument } from '../tests/site/generated.ts';
import { openSubject, type Subject } from './browser.ts';
import { OURS, pause } from './pages.ts';
import { type Result, result } from './statistics.ts';

/** In which a page is read and judged. */
const READING = 400;
/** A busy moment of the machine makes any task long: the least of so many visits counts. */
const VISITS = 3;

const LONGEST = `new Promise((done) => {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) if (duration > longest) longest = duration;
  }).observe({ type: 'longtask', buffered: true });
  setTimeout(() => done(longest), 50);
})`;

/** Odd seeds are product pages, even ones results. */
const addressOf = (seed: number) =>
  seed % 2 ? `https://www.tokopedia.com/toko/barang-${seed}` : `https://www.tokopedia.com/search?q=${seed}`;

async function opener(subject: Subject): Promise<(seed: number) => Promise<number>> {
  const page = await subject.context.newPage();
  return async (seed) => {
    await page.goto(subject.site.put(addressOf(seed), generatedDocument(seed)));
    await pause(READING);
    return page.evaluate(LONGEST);
  };
}

export async function hostileTasks(runs: number): Promise<Result> {
  const [none, ours] = await Promise.all([openSubject(null), openSubject(OURS)]);
  try {
    const [without, within] = await Promise.all([opener(none), opener(ours)]);
    let worst = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      let added = Number.POSITIVE_INFINITY;
      for (let visit = 0; visit < VISITS && added > worst; visit += 1) {
        const base = await without(seed);
        added = Math.min(added, (await within(seed)) - base);
      }
      worst = Math.max(worst, added);
    }
    return result('hostile-tasks', worst, null);
  } finally {
    await Promise.all([none, ours].map((subject) => subject.close()));
  }
}
