// The product memory: facts that were read on product pages, never judgements, in this browser only. Bounded in number and
// age; what is stored is checked when it is read.
import { clear, get, getMany, promisifyRequest } from 'idb-keyval';
import * as v from 'valibot';
import { storeOf } from './feed/database.ts';
import type { Listing } from './listing/listing.ts';
import { ListingSchema } from './listing/schema.ts';

export const MEMORY_DATABASE = 'cekasal-memory';
/** Key of the index: each product's names and the day it was last seen. */
const INDEX = ' index';

export const MAX_PRODUCTS = 5_000;
export const MAX_DAYS = 90;
/** Of a description: enough for what sellers say of the origin. */
const MAX_DESCRIPTION = 4_000;
const DAY = 86_400_000;

/** Names of a product → the day it was seen, in days since 1970; the order is that of the last visits. */
const IndexSchema = v.record(v.string(), v.number());
type Index = v.InferOutput<typeof IndexSchema>;

const useMemory = storeOf(MEMORY_DATABASE, 'products');

/** By id where the page has one, since addresses of one product differ; else by address. */
function keysOf({ marketplace, id, url }: Listing): string[] {
  return [id, url].flatMap((name) => (name ? [`${marketplace}/${name}`] : []));
}

const today = (now: number) => Math.floor(now / DAY);

async function readIndex(): Promise<Index> {
  const result = v.safeParse(IndexSchema, await get(INDEX, useMemory));
  return result.success ? result.output : {};
}

let turn: Promise<unknown> = Promise.resolve();
/** One after the other: each reads the index and writes it. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = turn.then(work, work);
  turn = next.catch(() => undefined);
  return next;
}

/** Keeps what a product page said. @param now Milliseconds since 1970. */
export function remember(listing: Listing, now: number): Promise<void> {
  const keys = keysOf(listing);
  if (keys.length === 0 || !listing.title) return Promise.resolve();
  return inTurn(async () => {
    const index = new Map(Object.entries(await readIndex()));
    for (const key of keys) {
      index.delete(key);
      index.set(key, today(now));
    }
    const limit = today(now) - MAX_DAYS;
    const old = [...index]
      .filter(([, seen], i) => seen < limit || i < index.size - 2 * MAX_PRODUCTS)
      .map(([key]) => key);
    for (const key of old) index.delete(key);
    const facts = { ...listing, description: listing.description?.slice(0, MAX_DESCRIPTION) ?? null };
    await useMemory('readwrite', (store) => {
      for (const key of old) store.delete(key);
      for (const key of keys) store.put(facts, key);
      store.put(Object.fromEntries(index), INDEX);
      return promisifyRequest(store.transaction);
    });
  });
}

/** What was seen of each of these cards, in their order; null for the others. */
export async function recollect(cards: readonly Listing[], now: number): Promise<(Listing | null)[]> {
  const index = await readIndex();
  const limit = today(now) - MAX_DAYS;
  const known = cards.map((card) =>
    keysOf(card).find((key) => (index[key] ?? 0) >= limit && Object.hasOwn(index, key)),
  );
  const keys = known.filter((key) => key !== undefined);
  if (keys.length === 0) return cards.map(() => null);
  const found = new Map((await getMany<unknown>(keys, useMemory)).map((value, i) => [keys[i], value]));
  return known.map((key) => {
    const result = v.safeParse(ListingSchema, key && found.get(key));
    return key && result.success ? result.output : null;
  });
}

/** How many products are kept. */
export async function countProducts(): Promise<number> {
  // A product has up to two names; its address is one of them.
  const names = Object.keys(await readIndex());
  const addresses = names.filter((name) => name.includes('://')).length;
  return Math.max(addresses, names.length - addresses);
}

export const forgetAll = (): Promise<void> => inTurn(() => clear(useMemory));
