// What the badge costs a page: script, layout and style on the main thread at a quarter of the machine's speed, less what
// the same page costs without any extension.
import { cards, IMPORTED } from '../tests/site/catalogue.ts';
import { searchPage } from '../tests/site/tokopedia-cards.ts';
import { tokopediaUrl } from '../tests/site/tokopedia-product.ts';
import { countBadges, devtoolsOf, floorExtension, mainThread, openSubject, type Subject } from './browser.ts';
import { interleave, type Result, result } from './statistics.ts';

const OURS = '.output/chrome-mv3';
const THROTTLE = 4;
/** How many cards come later. */
const MORE = 20;
/** The real card holds about sixty elements, drawings counted; ours of the test site hold fewer. */
const FILLER = `<div>${'<i></i>'.repeat(25)}</div></a>`;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** The main thread's milliseconds for opening `url` and doing `then`; fails when the badges are not there at the end. */
async function cost(
  subject: Subject,
  url: string,
  patience: number,
  badges: number | null,
  then?: string,
): Promise<number> {
  const page = await subject.context.newPage();
  const devtools = await devtoolsOf(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await devtools.send('Performance.enable');
  const before = await mainThread(devtools);
  await page.goto(url);
  await pause(patience);
  if (then) {
    await page.evaluate(then);
    await pause(patience);
  }
  const after = await mainThread(devtools);
  const seen = badges === null ? null : await countBadges(devtools);
  await page.close();
  if (seen !== badges)
    throw new Error(`${url}: ${seen} badges stand, ${badges} were expected; the cost would mean nothing.`);
  return after - before;
}

/** Results page of `count` cards, then 20 more; half of the cards carry evidence. */
export async function results(count: number, runs: number): Promise<Result> {
  const url = `https://www.tokopedia.com/search?st=product&q=bench${count}`;
  const body = searchPage('bench', cards(count), cards(MORE, count)).replaceAll('<div></div></a>', FILLER);
  const floor = floorExtension('content', { file: 'floor-results.js' });
  const [none, least, ours] = await Promise.all([openSubject(null), openSubject(floor), openSubject(OURS)]);
  for (const subject of [none, least, ours]) subject.site.put(url, body);
  const patience = 800 + 5 * count;
  const measure = (subject: Subject, badges: number) => () => cost(subject, url, patience, badges, `append(${MORE})`);
  try {
    const taken = await interleave(
      {
        none: measure(none, 0),
        floor: measure(least, count + MORE),
        ours: measure(ours, (count + MORE) / 2),
      },
      runs,
    );
    return result(`results-${count}`, taken.ours - taken.none, taken.floor - taken.none);
  } finally {
    await Promise.all([none, least, ours].map((subject) => subject.close()));
  }
}

/** A product page until its badge stands. There is no floor for it. */
export async function productBadge(runs: number): Promise<Result> {
  const [none, ours] = await Promise.all([openSubject(null), openSubject(OURS)]);
  const url = tokopediaUrl(IMPORTED);
  try {
    const taken = await interleave(
      { none: () => cost(none, url, 1_500, 0), ours: () => cost(ours, url, 1_500, 1) },
      runs,
    );
    return result('product-badge', taken.ours - taken.none, null);
  } finally {
    await Promise.all([none, ours].map((subject) => subject.close()));
  }
}
