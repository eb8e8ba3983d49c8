// The captured pages that redesigns are tried on, with the facts a person read in them. None where ../shared is absent.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Facts } from '../extract/compare.ts';
import { mapNamed } from '../extract/page.ts';
import type { KnownPage } from './score.ts';

const CAPTURES = fileURLToPath(new URL('../../../shared/captures/', import.meta.url));

interface Expectation {
  file: string;
  url: string;
  page: string;
  listings: Facts[];
}

export function capturedPages(): KnownPage[] {
  return ['tokopedia', 'shopee', 'lazada', 'blibli', 'tiktokshop', 'aliexpress'].flatMap((marketplace) => {
    const table = join(CAPTURES, marketplace, 'expect.jsonl');
    if (!existsSync(table)) return [];
    const rows = readFileSync(table, 'utf8').split('\n').filter(Boolean);
    return rows
      .map((row) => JSON.parse(row) as Expectation)
      .filter(({ file, listings }) => file.endsWith('.html') && listings.length > 0)
      .map(({ file, url, page, listings }) => ({
        name: file,
        html: readFileSync(join(CAPTURES, file), 'utf8'),
        url,
        page,
        map: mapNamed(marketplace),
        listings,
      }));
  });
}

/** Two products of that shop bear one title, and the expectation took the other one's id. */
export const isErratum = (fact: string, page: string) => fact === 'id' && page === 'tokopedia/shop-deenha26.html';
