// What the badge costs a page: script, layout and style on the main thread at a quarter of the machine's speed, less what
// the same page costs without any extension.
import type { CDPSession, Page } from 'playwright-core';
import { cards, IMPORTED } from '../tests/site/catalogue.ts';
import { searchPage } from '../tests/site/tokopedia-cards.ts';
import { tokopediaProductPage, tokopediaUrl } from '../tests/site/tokopedia-product.ts';
import { countBadges, devtoolsOf, floorExtension, mainThread, openSubject, type Subject } from './browser.ts';
import { interleave, less, type Result, result } from './statistics.ts';

export const OURS = '.output/chrome-mv3';
const THROTTLE = 4;
/** How many cards come later. */
const MORE = 20;
/** The real card holds about sixty elements; those of the test site hold fewer. */
const FILLER = `<div>${'<i></i>'.repeat(25)}</div></a>`;
/** One dot in place of the drawings, which are documents that a browser lays out: photos cost the main thread nothing. */
const PHOTO = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A results page of Tokopedia's 2026 markup: `count` cards, and more that come when the page is told. */
function benchPage(count: number): string {
  const page = searchPage('bench', cards(count), cards(MORE, count));
  return atOnce(page.replaceAll('<div></div></a>', FILLER).replace(/data:image\/svg[^"]*/g, PHOTO));
}

/** Nothing is drawn before all is parsed: else the page is laid out once or six times, as the parser happens to pause. */
function atOnce(page: string): string {
  return page
    .replace('<title>', '<link rel="expect" href="#last" blocking="render"><title>')
    .replace('</body>', '<div id="last"></div></body>');
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** The least of a page, so that each measured page begins in a process that is awake and knows its fonts. */
const BLANK = 'https://www.tokopedia.com/kosong/kosong/kosong';
const REST = 300;

/** A tab at a quarter of the machine's speed. */
async function openTab(subject: Subject): Promise<{ page: Page; devtools: CDPSession }> {
  const page = await subject.context.newPage();
  const devtools = await devtoolsOf(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  // The thread's own time: what other processes take from it is not the page's.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, devtools };
}

/** Gives a function that opens `url`, does `then`, and tells the main thread's milliseconds for it. */
async function cost(subject: Subject, url: string, patience: number, badges: number, then?: string) {
  const { page, devtools } = await openTab(subject);
  return async (): Promise<number> => {
    await page.goto(BLANK);
    await pause(REST);
    // The counters begin anew with each document.
    await page.goto(url);
    await pause(patience);
    if (then) {
      await page.evaluate(then);
      await pause(patience);
    }
    const spent = await mainThread(devtools);
    const seen = await countBadges(devtools);
    if (seen !== badges) throw new Error(`${url}: ${seen} badges instead of ${badges}; the cost would mean nothing.`);
    return spent;
  };
}

/** Results page of `count` cards, then 20 more; half of the cards carry evidence. */
export async function results(count: number, runs: number): Promise<Result> {
  const url = `https://www.tokopedia.com/search?st=product&q=bench${count}`;
  const floor = floorExtension('content', { file: 'floor-results.js' });
  const [none, least, ours] = await Promise.all([openSubject(null), openSubject(floor), openSubject(OURS)]);
  for (const subject of [none, least, ours]) subject.site.put(url, benchPage(count));
  const patience = 800 + 5 * count;
  const measure = (subject: Subject, badges: number) => cost(subject, url, patience, badges, `append(${MORE})`);
  try {
    const taken = await interleave(
      {
        none: await measure(none, 0),
        floor: await measure(least, count + MORE),
        ours: await measure(ours, (count + MORE) / 2),
      },
      runs,
    );
    return result(`results-${count}`, less(taken.ours, taken.none), less(taken.floor, taken.none));
  } finally {
    await Promise.all([none, least, ours].map((subject) => subject.close()));
  }
}

/** A product page until its badge stands. There is no floor for it. */
export async function productBadge(runs: number): Promise<Result> {
  const [none, ours] = await Promise.all([openSubject(null), openSubject(OURS)]);
  const url = tokopediaUrl(IMPORTED);
  for (const subject of [none, ours]) subject.site.put(url, atOnce(tokopediaProductPage(IMPORTED)));
  try {
    const taken = await interleave(
      { none: await cost(none, url, 1_500, 0), ours: await cost(ours, url, 1_500, 1) },
      runs,
    );
    return result('product-badge', less(taken.ours, taken.none), null);
  } finally {
    await Promise.all([none, ours].map((subject) => subject.close()));
  }
}
