// A parsed page for tests, as a content script would see it, and the project's own maps.
import { JSDOM } from 'jsdom';
import { rulesetFolder } from '../../cli/io.ts';
import { loadMaps, loadPlaceNames } from '../../utils/curation/maps.ts';
import { type Extraction, extract } from '../../utils/extract/extract.ts';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';

const parser = new new JSDOM('').window.DOMParser();
const maps = new Map(loadMaps(rulesetFolder(undefined)).map((map) => [map.id, map]));

/** As the background gives them to a reader. */
export const places = loadPlaceNames(rulesetFolder(undefined));

export function mapNamed(id: string): MarketplaceMap {
  const map = maps.get(id);
  if (!map) throw new Error(`no map "${id}" in ruleset/marketplaces`);
  return map;
}

export function parsePage(html: string): Document {
  return parser.parseFromString(html, 'text/html');
}

/** Reads a page of Tokopedia or Shopee, the marketplace known by the host. */
export function readPage(html: string, address: string): Extraction {
  const url = new URL(address);
  return extract(parsePage(html), url, mapNamed(url.hostname.includes('tokopedia') ? 'tokopedia' : 'shopee'), places);
}
