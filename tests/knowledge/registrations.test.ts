// Registration numbers: well formed or nothing.
import { expect, test } from 'vitest';
import { knowledge } from '../origin/ruleset.ts';

const found = (text: string) => knowledge.registration(text).map(({ registration }) => registration.id);

test.each([
  ['BPOM RI MD 224510107115', 'bpom-md'],
  ['BPOM RI MD 2245-1010-7115', 'bpom-md'],
  ['POM ML 123450789012', 'bpom-ml'],
  ['P-IRT No. 2063306010072-28', 'pirt'],
  ['P.IRT: 206 330 601 007 228', 'pirt'],
  ['PIRT NO 206330601007228 halal', 'pirt'],
  ['P-IRT : 206 3306 01 0072 - 28', 'pirt'],
  ['MD 224510107115 - 12 botol', 'bpom-md'],
  ['SPP-IRT 2063306010072-28', 'pirt'],
  ['PIRT 206330601007', 'pirt-old'],
  ['NA18230100043', 'cosmetic-na18'],
  ['BPOM NA 18230200801', 'cosmetic-na18'],
  ['na11230100364', 'cosmetic-na11'],
  ['NA22201700012', 'cosmetic-na22'],
  ['NA26201200561', 'cosmetic-na26'],
  ['NA49230100012', 'cosmetic-na-other'],
  ['NC14191300159', 'cosmetic-nb-ne'],
  ['POM TR 183 617 121', 'traditional-tr'],
  ['POM TI 184509731', 'traditional-ti'],
  ['POM SD 181353251', 'supplement-sd'],
  ['POM SI 184509731', 'supplement-si'],
  ['KEMENKES RI AKD 20903022671', 'device-akd'],
  ['KEMENKES RI AKL 20502410223', 'device-akl'],
  ['PKD 20102510123', 'household-pkd'],
  ['PKL 20501510123', 'household-pkl'],
  ['PSAT-PDUK 3302 00123 2024', 'fresh-plant-pd'],
  ['Kementan RI PL No. 00123', 'fresh-plant-pl'],
  ['DBL2124502804A1', 'medicine-local'],
  ['GTI 2120001120B1', 'medicine-imported'],
])('%s is %s', (text, id) => {
  expect(found(text)).toEqual([id]);
});

test.each([
  'MD Entertainment 2024 poster',
  'isi 250 ml 12 botol',
  'isi 250 ml 081234567890',
  'PIRT sedang diproses, nomor menyusul',
  'P-IRT 2069999010072-28',
  'NA2220170001',
  'NA222017000123',
  'NA00000000000',
  'TR 2036',
  'kelas 5 SD 2024',
  'SD 100 200 300',
  'TI-84 plus kalkulator',
  'AKL 205',
  'DKI 0812345678',
  'DKI Jakarta 2120001120',
  'PKL Malioboro 2024',
  'CREMD224510107115',
])('%s is nothing', (text) => {
  expect(found(text)).toEqual([]);
});

test('quotes lead back to the print, and the year it ends is read', () => {
  const text = 'Halal, P-IRT 2063306010072-28.';
  const [match] = knowledge.registration(text);
  expect(text.slice(match?.start, match?.end)).toBe('P-IRT 2063306010072-28');
  expect(match?.until).toBe(2028);
});
