// Suggestions of local goods for tests of the views: a cluster that is searched for, a maker with a shop, a product.
import type { Suggestion, Suggestions } from '../../utils/alternatives/suggest.ts';

const BAGS = { id: 'tas-tangan', name: 'Tas tangan / handbag wanita', english: 'handbag' };
const LEATHER = { id: 'tas-kulit', name: 'Tas kulit', english: 'leather bag' };

export const CLUSTER: Suggestion = {
  type: 'cluster',
  id: 'clusters/tajur-bogor/tas-tangan',
  name: 'Tajur Bogor',
  title: null,
  kind: BAGS,
  place: 'Kota Bogor',
  scale: null,
  price: null,
  usual: { low: 25_000, high: 90_000 },
  reasons: ['same-kind', 'near'],
  source: 'kontan.co.id 2019',
  reviewed: '2026-11-24',
  link: {
    address: 'https://www.tokopedia.com/search?q=tas%20tajur%20bogor',
    opens: 'search',
    marketplace: 'Tokopedia',
    words: 'tas tajur bogor',
  },
};
export const MAKER: Suggestion = {
  ...CLUSTER,
  type: 'maker',
  id: 'makers/haz/tas-kulit',
  name: 'Haz Creativ',
  kind: LEATHER,
  place: 'Kabupaten Purwakarta',
  scale: 'umkm',
  reasons: ['similar-kind', 'same-audience', 'same-age', 'similar-price'],
  source: 'Beredukasi 2019, https://beredukasi.example/haz',
  link: { address: 'https://www.tokopedia.com/haz', opens: 'shop', marketplace: 'Tokopedia', words: null },
};
export const PRODUCT: Suggestion = {
  ...MAKER,
  type: 'product',
  id: 'makers/haz/products/1',
  title: 'Tas Selempang Kulit Perca',
  scale: 'large',
  price: 75_000,
  link: { address: 'https://www.tokopedia.com/haz/selempang', opens: 'product', marketplace: 'Tokopedia', words: null },
};
/** As a feed that means harm might say it. */
export const HOSTILE: Suggestion = {
  ...MAKER,
  id: 'makers/jahat/tas',
  name: '<img src=x onerror=alert(1)><b id=stolen>',
  place: '<script>alert(1)</script>',
  source: '<a href="https://jahat.example/">sini</a>',
  link: { ...MAKER.link, address: 'javascript:alert(1)' },
};

export const LOCAL: Suggestions = { kind: BAGS, suggestions: [CLUSTER, MAKER, PRODUCT], makable: true };
export const NONE: Suggestions = { kind: BAGS, suggestions: [], makable: true };
export const UNMAKABLE: Suggestions = { kind: BAGS, suggestions: [], makable: false };
