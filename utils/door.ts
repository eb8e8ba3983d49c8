// The background's door: who may ask, and what a question looks like. A page's own scripts can't reach it; an old content
// script after an update, or another extension, might.
import * as v from 'valibot';
import { SourceSchema } from './feed/source.ts';
import { MapSchema } from './knowledge/map-schema.ts';
import { CAPS } from './listing/listing.ts';
import { ListingSchema } from './listing/schema.ts';
import type { Request } from './messages.ts';

/** Characters of a map: the longest has 20,000. */
const LONGEST_MAP = 200_000;
const SmallMap = v.pipe(
  MapSchema,
  v.check((map) => JSON.stringify(map).length <= LONGEST_MAP, 'too-long'),
);

const RequestSchema = v.variant('type', [
  v.object({ type: v.literal('hello'), host: v.pipe(v.string(), v.maxLength(CAPS.text)) }),
  v.object({ type: v.literal('assess'), listings: v.pipe(v.array(ListingSchema), v.maxLength(CAPS.listings)) }),
  v.object({
    type: v.literal('seen'),
    host: v.pipe(v.string(), v.maxLength(CAPS.text)),
    page: v.picklist(['product', 'results', 'shop']),
    found: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(30)),
  }),
  v.object({ type: v.literal('try'), map: v.nullable(SmallMap) }),
  v.object({ type: v.literal('alternatives'), listing: ListingSchema }),
  v.object({ type: v.literal('propose'), listing: ListingSchema, other: v.boolean() }),
  v.object({ type: v.literal('about') }),
  v.object({ type: v.literal('panel') }),
  v.object({ type: v.literal('feed') }),
  v.object({ type: v.literal('update') }),
  v.object({ type: v.literal('draft'), source: v.nullable(SourceSchema) }),
]) satisfies v.GenericSchema<unknown, Request>;

/** @throws Error that says what is wrong with it. */
export function parseRequest(message: unknown): Request {
  const result = v.safeParse(RequestSchema, message);
  if (!result.success) throw new Error(`not a request: ${result.issues[0].message}`);
  return result.output;
}

interface Sender {
  id?: string;
  url?: string;
}

/**
 * The host of the page that asks.
 * @throws Error when it is not our own content script on one of our hosts.
 */
export function senderHost(sender: Sender, ownId: string, hosts: readonly string[]): string {
  const url = sender.url ? URL.parse(sender.url) : null;
  if (sender.id !== ownId || url?.protocol !== 'https:' || !hosts.includes(url.hostname))
    throw new Error('not asked by us');
  return url.hostname;
}

/** What only the extension's own pages may ask: no page of a marketplace has a say in where the rules come from. */
const OWN_ALONE = new Set<Request['type']>(['feed', 'update', 'draft']);
/** What the extension's own pages may ask. All else is about the page that a content script stands on. */
const OWN = new Set<Request['type']>(['assess', 'alternatives', 'propose', 'about', ...OWN_ALONE]);

/**
 * The host of the page that asks; null for a page of the extension itself.
 * @param own The extension's id, and how the addresses of its own pages begin.
 * @throws Error when whoever asks may not ask this.
 */
export function hostOf(
  { type }: Request,
  sender: Sender,
  own: { id: string; pages: string },
  hosts: readonly string[],
): string | null {
  const isOwnPage = sender.id === own.id && sender.url?.startsWith(own.pages) === true;
  if (isOwnPage && OWN.has(type)) return null;
  if (OWN_ALONE.has(type)) throw new Error('not asked by us');
  return senderHost(sender, own.id, hosts);
}
