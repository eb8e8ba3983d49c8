// What of the folder becomes the directory: makers and clusters that somebody looked up, each kind by itself; and what the checker
// refuses.
import { describe, expect, test } from 'vitest';
import { readEntry } from '../../utils/alternatives/entry.ts';
import { openPool } from '../../utils/alternatives/pool.ts';
import { checkRuleset } from '../../utils/curation/check.ts';
import { compileFolder } from '../../utils/curation/compile.ts';
import { withFile } from '../../utils/curation/folder.ts';
import type { Memo } from '../../utils/curation/read.ts';
import { sampleDirectory } from '../../utils/curation/sample.ts';
import { smallRuleset } from '../origin/copy.ts';
import { DAY } from '../origin/ruleset.ts';

const whole = smallRuleset();
const memo: Memo = new Map();
const MAKER = `name: Anyaman Sekar Jati
kinds: [keranjang, tas-anyaman]
makes: [keranjang pandan wanita]
place: Kabupaten Tasikmalaya
scale: umkm
evidence: 'Para perajin di bengkel Sekar Jati menganyam keranjang dari pandan.'
basis: source
source: Koran Uji 2026
by: Sari
reviewed: 2026-11-01
products:
  - title: Keranjang pandan bulat Sekar Jati
    price: 85000
    links: { tokopedia: https://www.tokopedia.com/sekarjati/keranjang-bulat }
`;
const FILE = 'makers/anyaman-sekar.yml';
const directoryOf = (file: string, text: string) =>
  openPool(compileFolder(withFile(whole, file, text), memo).directory);
const entries = (kind: string, maker: string) =>
  directoryOf(FILE, maker)
    .of(kind)
    .filter(({ id }) => id.startsWith('makers/anyaman-sekar'))
    .map(({ id, goods, detail }) => ({ id, goods, said: readEntry(detail) }));
const faults = (file: string, text: string) =>
  checkRuleset(withFile(whole, file, text), DAY, [], memo).faults.map(({ file, code }) => `${file} ${code}`);

test('a maker stands under each kind it makes, its products beside it; the words of one kind say nothing of another', () => {
  const baskets = entries('keranjang', MAKER);
  expect(baskets.map(({ said }) => [said?.type, said?.search])).toEqual([
    ['product', 'Anyaman Sekar Jati Keranjang pandan bulat Sekar Jati'],
    ['maker', 'Anyaman Sekar Jati keranjang'],
  ]);
  expect(baskets[1]?.said).toMatchObject({
    name: 'Anyaman Sekar Jati',
    place: 'Kabupaten Tasikmalaya',
    scale: 'umkm',
    source: 'Koran Uji 2026',
    reviewed: '2026-11-01',
  });
  expect(baskets[0]?.goods).toMatchObject({ price: 85_000, province: '32' });
  expect(baskets[1]?.goods.sexes).toEqual(new Set(['women']));
  const [bag] = entries('tas-anyaman', MAKER);
  expect(bag?.goods.words).not.toContain('pandan');
  expect(bag?.goods.sexes.size).toBe(0);
});

describe('a maker is not offered', () => {
  test.for([
    ['of general knowledge', 'basis: source\nsource: Koran Uji 2026', 'basis: general-knowledge'],
    ['without a word of its source', /scale.*\nevidence.*\n/, ''],
    ['when nobody says who looked', 'by: Sari\n', ''],
    ['without a kind', /kinds.*\n/, ''],
  ] as const)('%s', ([, from, to]) => {
    const maker = MAKER.replace(from, to).replace(/products[\s\S]*/, '');
    expect(faults(FILE, maker)).toEqual([]);
    expect(entries('keranjang', maker)).toEqual([]);
  });
});

describe('refused, at its line', () => {
  test.for([
    [
      'ten thousand spellings',
      'place:',
      `aliases: [${Array.from({ length: 10_000 }, (_, i) => `sekar ${i}`)}]\nplace:`,
      'too-large',
    ],
    ['markup in what a source says', 'Para perajin', '<img src=x onerror=alert(1)> perajin', 'markup'],
    [
      'a product that its own title calls imported',
      'Keranjang pandan bulat Sekar Jati',
      'Keranjang made in China',
      'maker-called-imported',
    ],
    ['a product whose address pays somebody', 'keranjang-bulat', 'keranjang-bulat?aff_id=3', 'link-tracking'],
    [
      'a closed marketplace',
      'tokopedia: https://www.tokopedia.com/sekarjati/keranjang-bulat',
      'bukalapak: https://www.bukalapak.com/p/a/b',
      'link-closed',
    ],
  ] as const)('%s', ([, from, to, code]) => {
    expect(faults(FILE, MAKER.replace(from, to))).toEqual([`makers/anyaman-sekar.yml ${code}`]);
  });

  test('a cluster whose search names the kind alone', () => {
    const cluster = `clusters:\n  uji:\n    name: Sentra Uji\n    region: '32.73'\n    kinds: [dompet]\n    known: dompet\n    search: [dompet]\n    role: makers\n    confidence: high\n    basis: source\n    source: Koran Uji 2026\n    reviewed: 2026-11-01\n`;
    expect(faults('tables/clusters.yml', cluster)).toEqual(['tables/clusters.yml search-bare']);
  });
});

test('clusters of makers with a source are offered by a search that names them; sellers and general knowledge are not', () => {
  const one = (id: string, change: string) =>
    `  ${id}:\n    name: Sukamaju (${id})\n    region: '32.73'\n    kinds: [dompet, tas-kulit]\n    known: dompet\n    search: [dompet bandung, dompet bagus]\n    role: makers\n    confidence: high\n    basis: source\n    source: Koran Uji 2026\n    reviewed: 2026-11-01\n`.replace(
      ...(change.split(' → ') as [string, string]),
    );
  const clusters = [
    one('satu', ' → '),
    one('dua', 'role: makers → role: sellers'),
    one('tiga', 'role: makers → role: trade'),
    one('empat', 'basis: source\n    source: Koran Uji 2026 → basis: general-knowledge'),
  ];
  const pool = directoryOf('tables/clusters.yml', `clusters:\n${clusters.join('')}`);
  const found = (kind: string) =>
    pool.of(kind).flatMap(({ id, detail }) => (id.startsWith('clusters/') ? [[id, readEntry(detail)?.search]] : []));
  expect(found('dompet')).toEqual([['clusters/satu/dompet', 'dompet bandung']]);
  expect(found('tas-kulit')).toEqual([['clusters/satu/tas-kulit', 'tas kulit sukamaju']]);
});

test('a draw of the directory is the same for the same seed, another for another, each entry once', () => {
  const ruleset = compileFolder(whole, memo);
  const draw = (seed: number) => sampleDirectory(ruleset, 30, seed).map(({ entry }) => entry);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(new Set(draw(1)).size).toBe(30);
  for (const { said, addresses } of sampleDirectory(ruleset, 30, 3)) {
    expect(said.source.length).toBeGreaterThan(0);
    expect(addresses.length).toBeGreaterThan(0);
  }
});
