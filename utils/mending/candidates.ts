// All finders that may be meant by a pointed element, in the order of their trust: label, lasting names, rows and sections
// under a heading, reading order in a card, the page's data, classes.
import { MANY } from '../extract/resolve.ts';
import type { Scope } from '../extract/scope.ts';
import type { Field, Finder } from '../knowledge/map.ts';
import { dataFinders } from './data.ts';
import type { Place } from './draft.ts';
import type { Page } from './explain.ts';
import { labelsBeside, withinsOf } from './labels.ts';
import { ancestorsOf, namesOf, selectorsOf, tagOf } from './selectors.ts';
import { labelOf } from './texts.ts';

export interface Pointed {
  page: Page;
  place: Place;
  field: Field;
  element: Element;
  /** The card that it stands in; null where the place is no design of cards. */
  card: Element | null;
  /** YYYY-MM: when this was seen. */
  month: string;
}

export interface Possible {
  finder: Finder;
  fragile: boolean;
}

const sure = (finder: Finder): Possible => ({ finder, fragile: false });
const FLAGS: ReadonlySet<Field> = new Set(['official', 'crossBorder', 'importFlag']);
/** Fields whose value stands beside a label on some marketplace. */
const LABELLED: ReadonlySet<Field> = new Set(['brand', 'shipsFrom', 'location', 'seller', 'category', 'description']);
const HOMES = ['Home', 'Beranda'];
const HEADINGS = 'h1,h2,h3,h4';

function labelled({ page, element, card, field }: Pointed): Possible[] {
  if (!LABELLED.has(field)) return [];
  const withins = withinsOf(element, card);
  return labelsBeside(element, card, page.places).flatMap((label) =>
    withins.map((within) => sure({ by: 'label', labels: [label], within })),
  );
}

function marked({ element, card, field }: Pointed): Possible[] {
  const read = FLAGS.has(field) ? 'present' : element.tagName === 'IMG' ? 'alt' : null;
  const own = selectorsOf(element, card).map(
    ({ select, fragile }): Possible => ({
      finder: read ? { by: 'element', select, read } : { by: 'element', select },
      fragile,
    }),
  );
  // The first text of a block that has a name.
  const blocks = read ? [] : ancestorsOf(element, card, 4).flatMap((block) => namesOf(block).slice(0, 1));
  return [...own, ...blocks.map((select) => sure({ by: 'element', select, read: 'first' }))];
}

/** All links or items beside the pointed one. */
function lists({ element, card, page }: Pointed): Possible[] {
  const tags = [...new Set([tagOf(element), ...ancestorsOf(element, card, 2).map(tagOf)])].filter((tag) =>
    ['a', 'li', 'span', 'p', 'dd', 'b', 'img'].includes(tag),
  );
  const skip = [...HOMES, page.map.name];
  return ancestorsOf(element, card).flatMap((block) =>
    namesOf(block)
      .slice(0, 2)
      .flatMap((name) => tags.map((tag) => sure({ by: 'element', select: `${name} ${tag}`, skip }))),
  );
}

const headingsAround = (element: Element, card: Element | null): string[] =>
  ancestorsOf(element, card).flatMap((block) => labelOf(block.querySelector(HEADINGS)?.textContent ?? '') ?? []);

/** The table of specifications: each row by itself, or names under a heading. */
function tables({ element, card }: Pointed): Possible[] {
  const rows = [element, ...ancestorsOf(element, card, 4)].filter(({ tagName }) => /^(?:LI|TR|DIV|DL)$/.test(tagName));
  const byRow = rows.flatMap((row) =>
    ancestorsOf(row, card, 4).flatMap((block) =>
      namesOf(block)
        .slice(0, 1)
        .map((name) => sure({ by: 'rows', row: `${name}${row.parentElement === block ? ' > ' : ' '}${tagOf(row)}` })),
    ),
  );
  const names = ['dt', 'th', 'h3', 'h4', 'label', 'strong', 'b'];
  const underHeading = [...new Set(headingsAround(element, card))].flatMap((heading) =>
    names.map((name) => sure({ by: 'rows', under: [heading], name })),
  );
  return [...underHeading, ...byRow];
}

const sections = ({ element, card }: Pointed): Possible[] =>
  [...new Set(headingsAround(element, card))].map((heading) => sure({ by: 'section', under: [heading] }));

/** What stands in a card by its order alone, whatever is renamed. */
function ordered({ card, field }: Pointed): Possible[] {
  if (!card) return [];
  if (field === 'title') return [sure({ by: 'order', of: 'text', pick: 'longest' })];
  if (field === 'price')
    return [sure({ by: 'order', of: 'price', pick: 'lowest' }), sure({ by: 'order', of: 'price', pick: 'first' })];
  if (field === 'location') return [sure({ by: 'place', pick: 'place' })];
  return field === 'seller' ? [sure({ by: 'place', pick: 'beside' })] : [];
}

/** Every candidate; whoever tries them keeps those that give what was pointed at. */
export function candidatesFor(pointed: Pointed, scope: Scope): Possible[] {
  const { field, page } = pointed;
  const many = MANY.has(field);
  const data = () => dataFinders(page.document, page.map, scope, many).map(sure);
  if (field === 'attributes') return tables(pointed);
  if (many) return [...lists(pointed), ...labelled(pointed), ...(field === 'labels' ? marked(pointed) : []), ...data()];
  const byMark = marked(pointed);
  return [
    ...labelled(pointed),
    ...byMark.filter(({ fragile }) => !fragile),
    ...(field === 'description' ? sections(pointed) : []),
    ...ordered(pointed),
    ...(FLAGS.has(field) ? [] : data()),
    ...byMark.filter(({ fragile }) => fragile),
  ];
}
