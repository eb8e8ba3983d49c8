// Location fields as the marketplaces print them.
import { expect, test } from 'vitest';
import { knowledge } from '../origin/ruleset.ts';

test.each([
  ['Kab. Magetan', 'ID'],
  ['KAB. TANGERANG', 'ID'],
  ['Kab.Ciamis', 'ID'],
  ['KOTA JAKARTA UTARA', 'ID'],
  ['Kota Administrasi Jakarta Pusat', 'ID'],
  ['Jakarta Barat', 'ID'],
  ['Kota Surakarta (Solo)', 'ID'],
  ['KOTA TANGERANG - CIPONDOH, BANTEN, ID', 'ID'],
  ['KAB. BANDUNG - CIPARAY, JAWA BARAT, ID', 'ID'],
  ['Kota Batu', 'ID'],
  ['Batu', 'ID'],
  ['Kab. Kepulauan Seribu', 'ID'],
  ['DI Yogyakarta', 'ID'],
  ['NTB', 'ID'],
  ['Kab. Malaka', 'ID'],
  ['Pecinan', 'ID'],
  ['Singaraja', 'ID'],
  ['Batam', 'ID'],
  ['Indonesia', 'ID'],
  ['Luar Negeri', 'foreign'],
  ['Dikirim dari luar negeri', 'foreign'],
  ['Overseas', 'foreign'],
  ['Mainland China', 'CN'],
  ['China', 'CN'],
  ['Guangdong, China', 'CN'],
  ['Shenzhen', 'CN'],
  ['深圳', 'CN'],
  ['Korea', 'KR'],
  ['Hong Kong', 'HK'],
  ['Kuala Lumpur', 'MY'],
  ['Metro Manila', 'PH'],
])('%s: %s', (text, country) => {
  expect(knowledge.place(text)?.country).toBe(country);
});

test.each(['', '-', 'Toko Makmur', 'constructor', '__proto__', 'Jakarta atau China'])(
  '%j names no one place',
  (text) => {
    expect(knowledge.place(text)).toBeNull();
  },
);
