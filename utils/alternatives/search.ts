// A marketplace's search: the address that searches for words, and the words that an address searches for.
import type { MarketplaceMap } from '../knowledge/map.ts';

const WORDS = '{words}';
const LONGEST = 100;

/** Null when the map doesn't know its search. Nothing but the words is in the address. */
export function searchAddress(map: MarketplaceMap, words: string): string | null {
  if (!map.search) return null;
  const { path, parameter } = map.search;
  const text = encodeURIComponent(words);
  const place = parameter === undefined ? path.replace(WORDS, () => text) : `${path}?${parameter}=${text}`;
  return `https://${map.hosts[0]}${place}`;
}

/** What a page of results was searched by; null when its address names no words. */
export function searchedWords(map: MarketplaceMap, url: URL): string | null {
  if (!map.search || !map.hosts.includes(url.hostname)) return null;
  const { path, parameter } = map.search;
  const [before = '', after] = path.split(WORDS);
  const isHere = parameter === undefined ? url.pathname.startsWith(before) : sameFolder(url.pathname, path);
  if (!isHere) return null;
  const [segment = ''] = url.pathname.slice(before.length).split('/');
  const words = parameter === undefined ? decoded(after === undefined ? '' : segment) : url.searchParams.get(parameter);
  const text = words?.trim() ?? '';
  return text === '' || text.length > LONGEST ? null : text;
}

const sameFolder = (one: string, other: string) => one.replace(/\/$/, '') === other.replace(/\/$/, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
