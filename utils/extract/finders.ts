// The finders: each reads one raw value from a scope, or undefined. The closed set of DESIGN.md; a finder of a kind that
// this version does not know reads nothing, so that old clients survive new maps.
import type { Finder } from '../knowledge/map.ts';
import { CAPS, type Price } from '../listing/listing.ts';
import type { Row } from './fields.ts';
import { read } from './graph.ts';
import { isPlaceName } from './place-names.ts';
import { parsePrice } from './price.ts';
import { isPercent, leadingPrices } from './prices.ts';
import type { Scope } from './scope.ts';
import { fold, goesOn, isPrivate, linesOf, openTexts, type Run, runsOf } from './text.ts';

type Of<K extends Finder['by']> = Extract<Finder, { by: K }>;
type Read<K extends Finder['by']> = (finder: Of<K>, scope: Scope, many: boolean) => unknown;

const HEADINGS = 'h1,h2,h3,h4';
const MAX_ELEMENTS = 200;

function all(element: Element, select: string): Element[] {
  const found = element.querySelectorAll(select);
  return found.length === 0 ? [] : [...found].slice(0, MAX_ELEMENTS);
}

const state: Read<'state'> = (finder, scope, many) => {
  if (!many) {
    const found = scope.records(finder.record)[0];
    return found ? read(found.graph, found.record, finder.path) : undefined;
  }
  const values = scope.records(finder.record).flatMap(({ graph, record }) => {
    const items = [read(graph, record, finder.path)].flat();
    const { name, value } = finder;
    return name && value
      ? items.map((item) => ({ name: read(graph, item, name), value: read(graph, item, value) }))
      : items;
  });
  return values.length ? values : undefined;
};

const jsonld: Read<'jsonld'> = (finder, scope) => {
  const found = scope.head?.jsonld(finder.type);
  return found ? read(found.graph, found.record, finder.path) : undefined;
};

const meta: Read<'meta'> = (finder, scope) => scope.head?.meta(finder.name);

const pagetitle: Read<'pagetitle'> = (finder, scope) => {
  let title = scope.head?.title() ?? '';
  for (const end of finder.before ?? []) if (title.endsWith(end)) title = title.slice(0, -end.length);
  const parts = title.split(finder.split);
  return parts.length >= finder.parts ? parts.at(finder.part) : undefined;
};

/** The value must stand in the label's own element or its parent's: what follows elsewhere is another fact. */
const label: Read<'label'> = (finder, scope, many) => {
  const labels = finder.labels.map((text) => text.toLowerCase());
  for (const block of scope.element ? all(scope.element, finder.within) : []) {
    if (isPrivate(block)) continue;
    const runs = runsOf(block, CAPS.text);
    for (let i = 0; i < runs.length; i++) {
      const { text, element } = runs[i] as Run;
      const said = text.replace(/\s?:$/, '').toLowerCase();
      const inline = labels.find((name) => said.startsWith(`${name} `) || said.startsWith(`${name}: `));
      if (inline) return text.slice(inline.length).replace(/^\s?:?\s?/, '');
      if (!labels.includes(said)) continue;
      const inside = runs.slice(i + 1).filter((run) => element.contains(run.element));
      const beside = runs.slice(i + 1).filter((run) => element.parentElement?.contains(run.element));
      const values = (inside.length ? inside : beside).filter((run) => run.text !== ':');
      if (values.length) return many ? values.map((run) => run.text) : values[0]?.text.replace(/^:\s?/, '');
    }
  }
  return undefined;
};

/** The smallest ancestor of a heading that holds more than the heading. */
function sectionUnder(scope: Scope, headings: string[]): { heading: Element; section: Element } | null {
  if (!scope.element) return null;
  const names = headings.map((text) => text.toLowerCase());
  for (const heading of all(scope.element, HEADINGS)) {
    const text = heading.textContent ?? '';
    if (text.length > 80 || !names.includes(fold(text, 80).toLowerCase())) continue;
    let section = heading.parentElement;
    while (section && section.childElementCount < 2 && section.tagName !== 'SECTION') section = section.parentElement;
    if (section && !isPrivate(section)) return { heading, section };
  }
  return null;
}

function rowOf(name: string, values: Run[]): Row | null {
  const parts = values.map((run) => run.text).filter((text) => text !== ':');
  return name && parts.length ? { name, value: parts.join(' ').replace(/^:\s?/, '') } : null;
}

/** The first text names what the others say. */
function rowIn(element: Element): Row | null {
  const [name, ...values] = runsOf(element, CAPS.attributeValue);
  if (!name) return null;
  // "Kondisi: Baru" may be one text.
  const colon = values.length ? -1 : name.text.indexOf(': ');
  if (colon > 0) return { name: name.text.slice(0, colon), value: name.text.slice(colon + 2) };
  return rowOf(name.text, values);
}

/** What stands beside a row's name, up to the next name. */
function rowBeside(name: Element, names: ReadonlySet<Element>): Row | null {
  const values: Run[] = [];
  for (let next = name.nextElementSibling; next; next = next.nextElementSibling) {
    if (names.has(next) || [...names].some((other) => next?.contains(other))) break;
    values.push(...runsOf(next, CAPS.attributeValue));
  }
  return rowOf(linesOf(name, CAPS.attributeName), values);
}

const rows: Read<'rows'> = (finder, scope) => {
  if (!scope.element) return undefined;
  if (finder.row) return all(scope.element, finder.row).map((row) => (isPrivate(row) ? null : rowIn(row)));
  const found = finder.under && sectionUnder(scope, finder.under);
  if (!found || !finder.name) return undefined;
  const names = new Set(all(found.section, finder.name).filter((name) => name !== found.heading));
  return [...names].map((name) => rowBeside(name, names));
};

const section: Read<'section'> = (finder, scope) => {
  const found = sectionUnder(scope, finder.under);
  if (!found) return undefined;
  const lines: string[] = [];
  for (let next = found.heading.nextElementSibling; next; next = next.nextElementSibling) {
    lines.push(linesOf(next, CAPS.description));
  }
  return lines.join('\n');
};

const element: Read<'element'> = (finder, scope, many) => {
  if (!scope.element) return undefined;
  const value = (found: Element): unknown => {
    if (isPrivate(found, scope.element)) return undefined;
    if (finder.read === 'present') return true;
    if (finder.read === 'first') return runsOf(found, CAPS.text)[0]?.text;
    if (finder.read) return found.getAttribute(finder.read) ?? undefined;
    return many ? runsOf(found, CAPS.text).map((run) => run.text) : linesOf(found, CAPS.description) || undefined;
  };
  if (many) {
    const found = all(scope.element, finder.select);
    return found.length ? found.flatMap((one) => value(one) ?? []) : undefined;
  }
  const first = scope.element.querySelector(finder.select);
  return first ? value(first) : undefined;
};

/** A place's name is no title: in a design that prints the place first, the title stands elsewhere. */
function longest(texts: string[], { places }: Scope): string | undefined {
  const found = texts.reduce<string | undefined>((a, b) => (a && a.length >= b.length ? a : b), undefined);
  return found !== undefined && isPlaceName(found, places) ? undefined : found;
}

const order: Read<'order'> = (finder, scope) => {
  const block = finder.within ? scope.element?.querySelector(finder.within) : scope.element;
  if (!block) return undefined;
  const { before, prices } = finder.within
    ? leadingPrices(openTexts(block, CAPS.title), scope.currency)
    : scope.leading();
  if (finder.of === 'price') {
    if (finder.pick === 'lowest') {
      return prices.reduce<Price | undefined>(
        (low, { price }) => (low && low.amount <= price.amount ? low : price),
        undefined,
      );
    }
    return prices.at(finder.pick === 'last' ? -1 : 0)?.price;
  }
  if (prices.length === 0) return undefined;
  const texts = finder.skip ? before.filter((text) => !finder.skip?.includes(text)) : before;
  if (finder.pick === 'longest') return longest(texts, scope);
  return texts.at(finder.pick === 'last' ? -1 : 0);
};

const isLeaf = (found: Element | null): found is Element =>
  found !== null && found.tagName === 'SPAN' && !found.firstElementChild;

const pair: Read<'pair'> = (finder, scope) => {
  const price = scope.leading().prices.at(-1);
  if (!scope.element || !price) return undefined;
  for (const second of scope.element.querySelectorAll('span + span')) {
    const first = second.previousElementSibling;
    if (!isLeaf(first) || !isLeaf(second) || second.parentElement?.childElementCount !== 2) continue;
    if (!(price.element.compareDocumentPosition(first) & 4)) continue;
    if (goesOn(first.textContent ?? '', second.textContent ?? '')) continue;
    const texts = [first, second].map((found) => fold(found.textContent ?? '', CAPS.text));
    if (texts.some((text) => isPercent(text) || parsePrice(text, scope.currency))) continue;
    if (!texts[0] && !texts[1]) continue;
    return texts[finder.part] || undefined;
  }
  return undefined;
};

/** A name: no number, no count of stars or sales. */
const isName = (text: string) => /^\p{L}/u.test(text) && !/^(?:terjual|sold)\b|\b(?:terjual|sold)\b/i.test(text);

/** The goods' picture, before the price, bears their name. */
function isPictured(text: string, scope: Scope): boolean {
  const price = scope.leading().prices.at(-1)?.element;
  if (!scope.element || !price) return false;
  // Not spread: each image that is touched costs.
  const images = scope.element.querySelectorAll('img[alt]');
  for (let i = 0; i < images.length; i++) {
    const image = images[i] as Element;
    if (!(image.compareDocumentPosition(price) & 4)) return false;
    if (fold(image.getAttribute('alt') ?? '', CAPS.title) === text) return true;
  }
  return false;
}

const place: Read<'place'> = (finder, scope) => {
  const found = scope.place();
  if (!found || finder.pick === 'place') return found?.place;
  const beside = found.beside.filter((text) => isName(text) && !finder.skip?.includes(text));
  const names = beside.filter((text) => !isPictured(text, scope));
  return names.length === 1 ? names[0] : undefined;
};

const address: Read<'address'> = (finder, scope) => scope.captures[finder.capture];

const READ: { [K in Finder['by']]: Read<K> } = {
  state,
  jsonld,
  meta,
  pagetitle,
  label,
  rows,
  section,
  element,
  order,
  pair,
  place,
  address,
};

/** What a finder reads. `many`: the field is a list. Never throws; a selector that no browser knows reads nothing. */
export function find(finder: Finder, scope: Scope, many: boolean): unknown {
  const reader = Object.hasOwn(READ, finder.by) ? (READ[finder.by] as Read<Finder['by']>) : null;
  if (!reader) return undefined;
  try {
    return reader(finder as never, scope, many);
  } catch {
    return undefined;
  }
}
