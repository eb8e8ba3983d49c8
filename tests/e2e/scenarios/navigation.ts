// In-page navigation: address, title, shop, price and description change one by one in any order. At every frame the
// badge speaks of the product that the whole page shows, or there is none.
import { expect } from 'vitest';
import { IMPORTED, LOCAL, UNKNOWN } from '../../site/catalogue.ts';
import { navigationPage, PARTS, type Part, type Step } from '../../site/navigation.ts';
import { tokopediaUrl } from '../../site/tokopedia-product.ts';
import { badge, type Driver, pause, type Tab, until } from '../driver.ts';

const PRODUCTS = [IMPORTED, LOCAL, UNKNOWN];
const SAYS = [/impor/i, /lokal/i, /belum diketahui/i];
const LONGEST_DELAY = 800;

/** One frame: which product each part shows, and what stands there as a badge. */
interface Frame extends Record<Part, number> {
  /** Words of the badges where the browser lets us read them in the page's own time, else null. */
  words: string[] | null;
  strangers: number;
}

/** Small and repeatable: the same seed gives the same walks. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Notes the page at every animation frame, before and after it is painted. Runs in the page, or beside it. */
const record = (strangers: string) => `(() => {
  globalThis.frames = [];
  const look = () => frames.push({ ...(${strangers})() });
  const loop = () => {
    look();
    const after = new MessageChannel();
    after.port1.onmessage = look;
    after.port2.postMessage(null);
    requestAnimationFrame(loop);
  };
  requestAnimationFrame(loop);
  return true;
})()`;

const IN_PAGE = '() => ({ ...shown(), words: null })';

/** The content script's world may open closed roots; it reads the page's parts from the elements themselves. */
const BESIDE_PAGE = `() => {
  const own = (node) => node ? [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data).join('') : '';
  const find = (id) => document.querySelector('[data-testid=' + id + ']');
  const roots = [...document.body.querySelectorAll('*')].map((element) => chrome.dom.openOrClosedShadowRoot(element)).filter(Boolean);
  return {
    texts: [location.pathname, own(find('lblPDPDetailProductName')), own(find('llbPDPFooterShopName')?.querySelector('h2')), own(find('lblPDPDetailProductPrice')), own(find('lblPDPDescriptionProduk'))],
    words: roots.map((root) => root.querySelector('button')?.textContent ?? ''),
  };
}`;

function wrong(frame: Frame): string | null {
  const shown = PARTS.map((part) => frame[part]);
  const [product = -1] = shown;
  const whole = shown.every((part) => part === product);
  const says = SAYS[product];
  if (frame.strangers === 0) return null;
  if (!whole) return `a badge (${frame.words ?? '?'}) while the page shows ${JSON.stringify(shown)}`;
  const stale = frame.words?.find((word) => !word.includes('…') && !says?.test(word));
  return stale ? `"${stale}" on product ${product}` : null;
}

async function takeFrames(driver: Driver, tab: Tab): Promise<Frame[]> {
  const TAKE = 'frames.splice(0)';
  if (!driver.contentWorld) return tab.evaluate<Frame[]>(TAKE);
  const raw = await driver.contentWorld<{ texts: string[]; words: string[] }[]>(tab, TAKE);
  const known = await tab.evaluate<string[][]>('knownTexts');
  return raw.map(({ texts, words }) => {
    const parts = PARTS.map((part, i) => [part, known.findIndex((product) => product[i] === texts[i])]);
    return { ...(Object.fromEntries(parts) as Record<Part, number>), words, strangers: words.length };
  });
}

/** Walks `rounds` times in one tab; every frame is checked, and each walk must end with the right badge. */
export async function walk(driver: Driver, rounds: number, seed: number): Promise<{ frames: number }> {
  const tab = await driver.tab();
  const next = random(seed);
  const start = driver.site.put(`${tokopediaUrl(IMPORTED)}?jalan=${seed}`, navigationPage(PRODUCTS));
  await tab.open(start);
  expect((await badge(tab))?.text).toMatch(SAYS[0] ?? /^$/);
  if (driver.contentWorld) await driver.contentWorld(tab, record(BESIDE_PAGE));
  else await tab.evaluate(record(IN_PAGE));

  let current = 0;
  let frames = 0;
  for (let round = 0; round < rounds; round += 1) {
    const go = async () => {
      current = (current + 1 + Math.floor(next() * 2)) % PRODUCTS.length;
      const delays = Object.fromEntries(PARTS.map((part) => [part, Math.floor(next() * LONGEST_DELAY)]));
      const step: Step = { product: current, delays: delays as Step['delays'], replaceNodes: next() < 0.5 };
      await tab.evaluate(`walk(${JSON.stringify(step)})`);
    };
    await go();
    if (next() < 0.25) {
      // Some shoppers do not wait.
      await pause(LONGEST_DELAY);
      await go();
    }
    await pause(LONGEST_DELAY);
    const says = SAYS[current] ?? /^$/;
    const seen = await until(
      () => badge(tab),
      (item) => item !== undefined && says.test(item.text),
    );
    expect(seen?.text, `round ${round}: the badge that stands at the end`).toMatch(says);
    const taken = await takeFrames(driver, tab);
    frames += taken.length;
    expect(taken.map(wrong).filter(Boolean), `round ${round}, seed ${seed}`).toEqual([]);
  }
  await tab.close();
  return { frames };
}
