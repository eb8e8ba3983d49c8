// Real captured pages against the facts that a person read in them; where ../shared is absent this says so and passes over.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Extraction, extract, extractAnswer } from '../../utils/extract/extract.ts';
import { differences, type Facts, matching } from './compare.ts';
import { mapNamed, parsePage, places } from './page.ts';

const CAPTURES = fileURLToPath(new URL('../../../shared/captures/', import.meta.url));

interface Expectation {
  file: string;
  url: string;
  page: string;
  count: number;
  listings: Facts[];
}

/**
 * Facts whose expectation is itself mistaken. Two products of this shop bear the same title; the card's link and price
 * (Rp1.245.000) are those of 100639971262, the expectation took the id of the other one (Rp645.000).
 */
const ERRATA = [{ file: 'tokopedia/shop-deenha26.html', fact: 'id', expected: '10903011073', got: '100639971262' }];

function expectations(marketplace: string): Expectation[] {
  const file = join(CAPTURES, marketplace, 'expect.jsonl');
  if (!existsSync(file)) return [];
  return (
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Expectation)
      // Tables that others derived are no pages.
      .filter((expectation) => /\.(html|json)$/.test(expectation.file))
  );
}

function read(marketplace: string, { file, url }: Expectation, change = (html: string) => html): Extraction {
  const text = readFileSync(join(CAPTURES, file), 'utf8');
  const map = mapNamed(marketplace);
  if (file.endsWith('.json')) return extractAnswer(JSON.parse(text), new URL(url), map);
  return extract(parsePage(change(text)), new URL(url), map, places);
}

function differing(found: Extraction, expectation: Expectation) {
  return expectation.listings
    .flatMap((facts) =>
      differences(expectation.page === 'product' ? found.listings[0] : matching(found.listings, facts), facts),
    )
    .filter(
      ({ fact, expected, got }) =>
        !ERRATA.some((e) => e.file === expectation.file && e.fact === fact && e.expected === expected && e.got === got),
    );
}

/** Every class name and data-testid replaced by another word, the same one for the same name. */
function shuffled(html: string): string {
  const names = new Map<string, string>();
  const other = (name: string) => {
    if (!names.has(name)) names.set(name, `x${(names.size * 7919).toString(36)}`);
    return names.get(name) as string;
  };
  return html.replace(
    /\b(class|data-testid)="([^"]*)"/g,
    (_, attribute, value) => `${attribute}="${value.split(/\s+/).map(other).join(' ')}"`,
  );
}

for (const marketplace of ['tokopedia', 'shopee', 'lazada', 'blibli', 'tiktokshop', 'aliexpress', 'bukalapak']) {
  const cases = expectations(marketplace);
  describe.skipIf(cases.length === 0)(
    `captures of ${marketplace}${cases.length ? '' : ' (../shared is not here)'}`,
    () => {
      it.each(cases)('reads $file as a person did', (expectation) => {
        const found = read(marketplace, expectation);
        expect(differing(found, expectation)).toEqual([]);
        expect({ page: found.page, count: found.listings.length }).toEqual({
          page: expectation.page,
          count: expectation.count,
        });
      });

      it.each(cases.filter(({ file }) => file.endsWith('.html')))(
        'misses rather than misreads a redesigned $file',
        (expectation) => {
          const found = read(marketplace, expectation, shuffled);
          expect(differing(found, expectation).filter(({ wrong }) => wrong)).toEqual([]);
        },
      );
    },
  );
}
