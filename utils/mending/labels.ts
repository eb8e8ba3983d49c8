// The label that stands beside a pointed value, and the part of the page in which it may be looked for.
import { isPlaceName, type PlaceNames } from '../extract/place-names.ts';
import { runsOf } from '../extract/text.ts';
import { CAPS } from '../listing/listing.ts';
import { ancestorsOf, namesOf, tagOf } from './selectors.ts';
import { labelOf } from './texts.ts';

const LEVELS = 5;
/** Parts of a page that are no page's whole. */
const PARTS = new Set(['section', 'table', 'dl', 'ul', 'article', 'aside', 'main']);

/** "Merek: Rimba Jaya" as one text. */
export function splitLabelled(text: string): { label: string; value: string } | null {
  const [, name = '', value = ''] = /^([^:\n]{2,40}?)\s?:\s?(\S[^\n]*)$/.exec(text) ?? [];
  const label = labelOf(name);
  return label ? { label, value } : null;
}

/** Labels that may be the element's, the likeliest first. */
export function labelsBeside(element: Element, root: Element | null, places: PlaceNames): string[] {
  const own = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const found: string[] = [];
  const inside = splitLabelled(own);
  if (inside) found.push(inside.label);
  for (const block of ancestorsOf(element, root?.parentElement ?? null, LEVELS)) {
    const runs = runsOf(block, CAPS.text);
    const at = runs.findIndex((run) => element.contains(run.element) || run.element.contains(element));
    const run = runs[at];
    if (!run) continue;
    // "Dikirim dari" + <b>"Kota Bekasi"</b> is one line.
    if (own && run.text !== own && run.text.endsWith(own)) found.push(run.text.slice(0, -own.length).trim());
    const before = runs
      .slice(0, at)
      .filter(({ text }) => text !== ':')
      .at(-1);
    // A link leads somewhere, and a place's name is a value.
    const isValue = before && (before.element.closest('a') || isPlaceName(before.text, places));
    if (before && !isValue) found.push(before.text);
    if (before) break;
  }
  return found.flatMap((text) => labelOf(text) ?? []);
}

/** Where to look for the label, the narrowest first; the whole page last. */
export function withinsOf(element: Element, root: Element | null): string[] {
  const around = ancestorsOf(element, root, 12).flatMap((ancestor) => {
    const [name] = namesOf(ancestor);
    return name ?? (PARTS.has(tagOf(ancestor)) ? tagOf(ancestor) : []);
  });
  return [...new Set([...around, 'body'])];
}
