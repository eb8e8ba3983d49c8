// Invented products, shops and results. Each name says what an honest reader would conclude from the page.
import type { ShopeeCard, ShopeeProduct } from './shopee.ts';
import type { TokopediaCard } from './tokopedia-cards.ts';
import type { TokopediaProduct } from './tokopedia-product.ts';

export const IMPORTED: TokopediaProduct = {
  id: '100900200001',
  title: 'Blender Portable Juicer Mini USB 380ml Import China',
  price: 64_900,
  oldPrice: 99_000,
  shop: { slug: 'gudang-gawai-murni', name: 'Gudang Gawai Murni' },
  city: 'Jakarta Barat',
  shipsFrom: 'Jakarta Barat',
  category: ['Elektronik', 'Elektronik Dapur', 'Blender'],
  info: { Etalase: 'Blender Mini' },
  description: 'Blender kecil untuk jus dan susu.\nMade in China.\nIsi ulang lewat USB.',
};

export const LOCAL: TokopediaProduct = {
  id: '100900200002',
  title: 'Sambal Bawang Bu Ratri 150 gr Pedas Rumahan',
  price: 24_500,
  shop: { slug: 'dapur-bu-ratri', name: 'Dapur Bu Ratri' },
  city: 'Kota Semarang',
  shipsFrom: 'Kota Semarang',
  category: ['Makanan & Minuman', 'Bumbu', 'Sambal'],
  description:
    'Sambal bawang buatan sendiri di Semarang, produk asli Indonesia.\nP-IRT No. 2063374010123-28. Tahan 3 bulan.',
};

export const UNKNOWN: TokopediaProduct = {
  id: '100900200003',
  title: 'Gelas Kaca Bening Polos 250 ml Isi 6',
  price: 45_000,
  shop: { slug: 'rumah-gelas', name: 'Rumah Gelas' },
  city: 'Kab. Tangerang',
  shipsFrom: 'Kab. Tangerang',
  category: ['Dapur', 'Peralatan Makan & Minum', 'Gelas'],
  description: 'Gelas bening untuk minum sehari-hari. Dikemas dengan kardus tebal.',
};

/** Shows 1 kg while metas and state still say 500 gram. */
export const VARIANT: TokopediaProduct = {
  id: '100900200004',
  title: 'Tepung Almond Import California - 1 kg',
  price: 178_000,
  shop: { slug: 'bahan-kue-lestari', name: 'Bahan Kue Lestari', official: true },
  city: 'Surabaya',
  shipsFrom: 'Surabaya',
  category: ['Makanan & Minuman', 'Bahan Kue', 'Tepung'],
  description: 'Tepung almond halus tanpa kulit. Made in USA.',
  defaultVariant: { title: 'Tepung Almond Import California - 500 gram', price: 95_000, names: ['1 kg', '500 gram'] },
};

export const SHOPEE_IMPORTED: ShopeeProduct = {
  shopId: '771100201',
  itemId: '24880011223',
  title: 'Lampu Meja Belajar LED Lipat 3 Warna',
  price: 58_000,
  shopName: 'terang.rumah',
  category: ['Perlengkapan Rumah', 'Lampu', 'Lampu Meja'],
  specification: {
    Merek: 'Tidak Ada Merek',
    'Negara Asal': 'China',
    Stok: '310',
    'Dikirim Dari': 'KOTA JAKARTA UTARA',
  },
  description: 'Lampu meja tiga warna cahaya.\nBisa dilipat.',
};

export const SHOPEE_LOCAL: ShopeeProduct = {
  shopId: '771100202',
  itemId: '24880011224',
  title: 'Keripik Tempe Sanan 200 gr Renyah',
  price: 17_500,
  shopName: 'keripik.sanan',
  category: ['Makanan & Minuman', 'Camilan', 'Keripik'],
  specification: { 'Negara Asal': 'Indonesia', 'Dikirim Dari': 'KOTA MALANG' },
  description: 'Keripik tempe buatan sendiri dari Sanan, Malang.\nP-IRT 2063573010456-29',
};

const KINDS = [
  'Blender Mini',
  'Lampu Tidur',
  'Botol Minum',
  'Rak Sepatu',
  'Jam Dinding',
  'Payung Lipat',
  'Kipas Tangan',
];
const SHOPS = [
  { slug: 'toko-cahaya', name: 'Toko Cahaya', city: 'Jakarta Barat' },
  { slug: 'griya-barokah', name: 'Griya Barokah', city: 'Kab. Magetan' },
  { slug: 'sumber-rejeki', name: 'Sumber Rejeki', city: 'Surabaya' },
  { slug: 'rumah-ceria', name: 'Rumah Ceria', city: 'Kab. Bekasi' },
];

/** `count` different cards; every second one says that it is imported, the others say nothing of origin. */
export function cards(count: number, from = 0): TokopediaCard[] {
  return Array.from({ length: count }, (_, i) => {
    const n = from + i;
    const kind = KINDS[n % KINDS.length] ?? 'Barang';
    const shop = SHOPS[n % SHOPS.length] ?? { slug: 'toko', name: 'Toko', city: '' };
    return {
      title: n % 2 === 0 ? `${kind} Seri ${n} Import China` : `${kind} Seri ${n} Warna Polos`,
      price: 20_000 + 1_500 * n,
      oldPrice: n % 3 === 0 ? 40_000 + 1_500 * n : undefined,
      shop,
      city: shop.city,
      beliLokal: n % 4 === 3,
      advertised: n % 5 === 1,
    };
  });
}

export const SHOPEE_CARDS: ShopeeCard[] = cards(12).map((card, i) => ({
  shopId: String(771_100_300 + i),
  itemId: String(24_880_012_000 + i),
  title: card.title,
  price: card.price,
  location: card.city,
}));
