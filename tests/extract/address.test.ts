// Page kinds by address, as maps write them; whatever a map says, a match takes no time and ends.
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../utils/extract/address.ts';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';
import { mapNamed } from './page.ts';

const kindOf = (id: string, address: string) => placeOf(mapNamed(id), new URL(address));

describe('the addresses of', () => {
  test.each([
    ['lazada', 'https://www.lazada.co.id/products/pdp-i159940280.html', 'product', { item: '159940280' }],
    ['lazada', 'https://www.lazada.co.id/products/susu-i12-s34.html', 'product', { item: '12', sku: '34' }],
    ['lazada', 'https://www.lazada.co.id/catalog/?q=susu', 'results', {}],
    ['lazada', 'https://www.lazada.co.id/shop/sgm/', 'shop', {}],
    ['lazada', 'https://www.lazada.co.id/shop-susu-formula', 'results', {}],
    ['lazada', 'https://www.lazada.co.id/cart/', 'none', {}],
    ['blibli', 'https://www.blibli.com/p/wafer/ps--NAS-60241-00022', 'product', { item: 'NAS-60241-00022' }],
    ['blibli', 'https://www.blibli.com/p/wafer/is--NAS-60241-00022-00001', 'product', {}],
    ['blibli', 'https://www.blibli.com/cari/wafer', 'results', {}],
    ['blibli', 'https://www.blibli.com/merchant/nabati/NAS-60241', 'shop', {}],
    ['blibli', 'https://www.blibli.com/member/order', 'none', {}],
  ])('%s: %s', (map, address, kind, captures) => {
    expect(kindOf(map, address)).toEqual({ kind, captures });
  });
});

test.each(['/a*{x}', '/*a', '/*a*', '/{x}*', '/a*', '/{x:code}{y}', '/}{', '/*{x}*{y}*'])(
  'a map with the path %s ends the search all the same',
  (path) => {
    const map = { ...mapNamed('tokopedia'), pages: [{ kind: 'product', path }] } as MarketplaceMap;
    for (const segment of ['', 'a', 'aaa', '1', 'a1', '**', '{x}'])
      expect(['product', 'none']).toContain(placeOf(map, new URL(`https://www.tokopedia.com/${segment}`)).kind);
  },
);
