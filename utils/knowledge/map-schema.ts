// The door for marketplace maps: closed finder kinds, bounded selectors, https only. A map cannot say more than this.
import * as v from 'valibot';
import { isDay } from './entity.ts';
import type { Finder, MarketplaceMap } from './map.ts';
import { isPrivateName, isPrivatePath, isSafeSelector } from './selector.ts';
import { isSiteName } from './site-name.ts';

/** No page needs more of anything. */
const MOST = 200;

const text = v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(200, 'too-long'));
const texts = v.pipe(v.array(text), v.maxLength(60));
/** Where a record is known by: nothing of it is read. */
const shape = v.pipe(text, v.regex(/^[\w@$\-[\]=.:]+$/, 'map-path'));
const isOpen = (name: string) => !isPrivateName(name);
const path = v.pipe(
  shape,
  v.check((one) => !isPrivatePath(one), 'map-private'),
);
const open = v.pipe(text, v.check(isOpen, 'map-private'));
const opens = v.pipe(v.array(open), v.maxLength(60));
/** Parts of an element that may be read: its texts, and the attributes that shops print facts in. */
const read = v.picklist(['first', 'present', 'title', 'alt', 'aria-label', 'content', 'href', 'src']);
const selector = v.pipe(
  text,
  v.check(isOpen, 'map-private'),
  v.check((one) => isPrivateName(one) || isSafeSelector(one), 'map-selector'),
);
/** A label is looked for in a part of the page, or in all of it: only what stands beside the label is read. */
const within = v.union([v.literal('body'), selector]);
const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'map-month'));
const day = v.pipe(v.string(), v.isoDate('day-form'), v.check(isDay, 'day-form'));
const host = v.pipe(text, v.check(isSiteName, 'map-host'));
const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'map-currency'));

const common = {
  seen: v.exactOptional(month),
  weak: v.exactOptional(v.boolean()),
  after: v.exactOptional(texts),
  before: v.exactOptional(texts),
  skip: v.exactOptional(texts),
  only: v.exactOptional(texts),
  omit: v.exactOptional(texts),
};

const part = v.pipe(v.number(), v.integer(), v.minValue(-20), v.maxValue(20));

export const FinderSchema = v.variant('by', [
  v.strictObject({
    ...common,
    by: v.literal('state'),
    record: text,
    path,
    scale: v.exactOptional(v.number()),
    name: v.exactOptional(path),
    value: v.exactOptional(path),
  }),
  v.strictObject({ ...common, by: v.literal('jsonld'), type: open, path }),
  v.strictObject({ ...common, by: v.literal('meta'), name: open }),
  v.strictObject({ ...common, by: v.literal('pagetitle'), split: text, part, parts: part }),
  v.strictObject({ ...common, by: v.literal('label'), labels: opens, within }),
  v.strictObject({
    ...common,
    by: v.literal('rows'),
    row: v.exactOptional(selector),
    under: v.exactOptional(opens),
    name: v.exactOptional(selector),
  }),
  v.strictObject({ ...common, by: v.literal('section'), under: opens }),
  v.strictObject({ ...common, by: v.literal('element'), select: selector, read: v.exactOptional(read) }),
  v.strictObject({
    ...common,
    by: v.literal('order'),
    of: v.picklist(['price', 'text']),
    pick: v.picklist(['first', 'last', 'longest', 'lowest']),
    within: v.exactOptional(selector),
  }),
  v.strictObject({ ...common, by: v.literal('pair'), part: v.picklist([0, 1]) }),
  v.strictObject({ ...common, by: v.literal('place'), pick: v.picklist(['place', 'beside']) }),
  v.strictObject({ ...common, by: v.literal('address'), capture: text }),
]) satisfies v.GenericSchema<unknown, Finder>;

const field = v.picklist([
  'title',
  'price',
  'seller',
  'sellerId',
  'location',
  'official',
  'shipsFrom',
  'brand',
  'category',
  'attributes',
  'labels',
  'description',
  'crossBorder',
  'importFlag',
  'id',
  'url',
]);
const fields = v.record(field, v.pipe(v.array(FinderSchema), v.maxLength(12)));
const page = v.picklist(['product', 'results', 'shop', 'none']);

export const MapSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'id-form')),
  name: text,
  hosts: v.pipe(v.array(host), v.minLength(1), v.maxLength(MOST)),
  sisters: v.exactOptional(v.record(host, currency)),
  currency,
  unverified: v.exactOptional(v.boolean()),
  crossBorder: v.exactOptional(v.literal(true)),
  closed: v.exactOptional(month),
  search: v.exactOptional(
    v.pipe(
      v.strictObject({
        path: v.pipe(text, v.regex(/^\/[\w/-]*(\{words\})?$/, 'map-search')),
        parameter: v.exactOptional(v.pipe(text, v.regex(/^\w+$/, 'map-search'))),
        elsewhere: v.exactOptional(v.literal(true)),
      }),
      v.check(({ path, parameter }) => path.endsWith('{words}') !== (parameter !== undefined), 'map-search'),
    ),
  ),
  reviewed: v.pipe(
    day,
    v.check((one) => one >= '2015', 'day-early'),
  ),
  pages: v.pipe(v.array(v.strictObject({ kind: page, path: text, query: v.exactOptional(text) })), v.maxLength(MOST)),
  redirects: v.exactOptional(v.pipe(v.array(v.strictObject({ host, parameter: text })), v.maxLength(MOST))),
  state: v.exactOptional(opens),
  records: v.exactOptional(
    v.record(
      v.string(),
      v.strictObject({
        has: v.pipe(v.array(shape), v.minLength(2), v.maxLength(MOST)),
        where: v.exactOptional(v.strictObject({ path: shape, is: texts })),
        sameAddress: v.exactOptional(path),
      }),
    ),
  ),
  product: v.strictObject({
    fields,
    wait: v.array(field),
    expect: v.exactOptional(v.record(field, v.pipe(v.number(), v.minValue(0), v.maxValue(1)))),
    badge: v.pipe(v.array(selector), v.maxLength(MOST)),
  }),
  cards: v.array(
    v.strictObject({
      name: text,
      find: selector,
      on: v.exactOptional(v.array(page)),
      fallback: v.exactOptional(v.boolean()),
      fields,
    }),
  ),
  shop: v.strictObject({ fields }),
  observe: v.exactOptional(v.pipe(v.array(text), v.maxLength(MOST))),
  answers: v.exactOptional(
    v.array(
      v.strictObject({
        page,
        oneShop: v.exactOptional(path),
        each: v.pipe(v.array(v.strictObject({ record: text, fields })), v.minLength(1)),
      }),
    ),
  ),
}) satisfies v.GenericSchema<unknown, MarketplaceMap>;
