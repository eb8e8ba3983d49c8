// Selectors that find a pointed element again, the most lasting first: by a name that the shop's own tests use, by id, by
// place below such a name, by class last.
import { isLastingName, labelOf } from './texts.ts';

export interface Candidate {
  select: string;
  /** Known by a class or by counting: the next redesign may break it. */
  fragile: boolean;
}

const LEVELS = 8;
/** Attributes whose names say that somebody relies on them. */
const TRUSTED = /^data-(?:test|qa|cy|sqe|spm-?anchor|automation)/;
const WHOLE = new Set(['BODY', 'HTML']);

const lasting = (value: string | null): value is string => value !== null && isLastingName(value);
const valued = (name: string, value: string) => `[${name}="${value}"]`;
export const tagOf = (element: Element): string => element.tagName.toLowerCase();

/** What names an element by itself, the most trusted first. */
export function namesOf(element: Element): string[] {
  const data = element.getAttributeNames().filter((name) => /^data-[a-z-]+$/.test(name));
  const trusted = [...data.filter((name) => TRUSTED.test(name)), 'itemprop'];
  const others = data.filter((name) => !TRUSTED.test(name));
  const by = (name: string) => {
    const value = element.getAttribute(name);
    return lasting(value) ? [valued(name, value)] : [];
  };
  const id = lasting(element.id)
    ? [/^[A-Za-z][\w-]*$/.test(element.id) ? `#${element.id}` : valued('id', element.id)]
    : [];
  const alt = element.tagName === 'IMG' ? labelOf(element.getAttribute('alt') ?? '') : null;
  const pictured = alt && !/["'\\<>{}]/.test(alt) ? [`img${valued('alt', alt)}`] : [];
  return [...trusted.flatMap(by), ...id, ...pictured, ...others.flatMap(by)];
}

/** Its ancestors, the nearest first, up to `root` or the page as a whole. */
export function ancestorsOf(element: Element, root: Element | null, levels = LEVELS): Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at && at !== root && found.length < levels; at = at.parentElement) {
    if (WHOLE.has(at.tagName)) break;
    found.push(at);
  }
  return found;
}

const classesOf = (element: Element): string[] =>
  [...element.classList]
    .filter((name) => /^-?[A-Za-z_][\w-]{1,59}$/.test(name))
    .sort((a, b) => Number(isLastingName(b)) - Number(isLastingName(a)))
    .slice(0, 4);

/** Ways to say where an element stands below a name, and whether they count. */
function below(name: string, ancestor: Element, element: Element): Candidate[] {
  const tag = tagOf(element);
  const child = element.parentElement === ancestor ? ' > ' : ' ';
  const siblings = [...(element.parentElement?.children ?? [])];
  const ends = [
    ...(siblings[0] === element ? [':first-child'] : []),
    ...(siblings.at(-1) === element ? [':last-child'] : []),
  ];
  return [
    { select: `${name} ${tag}`, fragile: false },
    ...ends.map((end) => ({ select: `${name}${child}${tag}${end}`, fragile: true })),
    ...(child === ' > '
      ? [{ select: `${name} > ${tag}:nth-child(${siblings.indexOf(element) + 1})`, fragile: true }]
      : []),
  ];
}

/** @param root The card that it stands in; null on a page of one thing. */
export function selectorsOf(element: Element, root: Element | null): Candidate[] {
  const tag = tagOf(element);
  const ancestors = ancestorsOf(element, root);
  const own = namesOf(element).map((select) => ({ select, fragile: false }));
  const heading = tag === 'h1' ? [{ select: tag, fragile: false }] : [];
  const under = ancestors.flatMap((ancestor) =>
    namesOf(ancestor)
      .slice(0, 2)
      .flatMap((name) => below(name, ancestor, element)),
  );
  const classes = classesOf(element).map((name) => ({ select: `.${name}`, fragile: true }));
  const parents = ancestors
    .slice(0, 3)
    .flatMap((ancestor) => classesOf(ancestor).flatMap((name) => below(`.${name}`, ancestor, element)))
    .map(({ select }) => ({ select, fragile: true }));
  const sure = [...own, ...heading, ...under.filter(({ fragile }) => !fragile)];
  return [...sure, ...under.filter(({ fragile }) => fragile), ...classes, ...parents];
}
