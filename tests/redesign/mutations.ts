// What redesigns do to a page, each with parameters drawn from a seed. A page keeps what its visitor sees: only how it is
// built changes.
import type { Random } from './random.ts';

export interface Mutation {
  name: string;
  apply(page: Document, random: Random): void;
}

const FIXED =
  'script,style,svg,svg *,noscript,template,head,head *,html,body,table,thead,tbody,tr,option,select,br,img,input';

const elements = (page: Document, select = '*') =>
  [...(page.body?.querySelectorAll(select) ?? [])].filter((element) => !element.matches(FIXED));

function texts(page: Document): Text[] {
  const walker = page.createTreeWalker(page.body, 4);
  const found: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() && !text.parentElement?.closest('script,style,svg,noscript,template,title')) found.push(text);
  }
  return found;
}

/** The same new word for the same old one. */
function renamer(random: Random, share = 1): (name: string) => string {
  const names = new Map<string, string>();
  return (name) => {
    if (!names.has(name)) names.set(name, random.chance(share) ? random.name() : name);
    return names.get(name) as string;
  };
}

function wrapWith(element: Element, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  element.replaceWith(wrapper);
  wrapper.append(element);
}

/** Keys of the JSON inside scripts; those of JSON-LD are a standard and stay. */
function renameKeys(page: Document, rename: (name: string) => string): void {
  for (const script of page.querySelectorAll('script:not([src])')) {
    if (script.getAttribute('type') === 'application/ld+json') continue;
    const text = script.textContent ?? '';
    const renamed = text.replace(
      /"([A-Za-z_]\w*)"(\s*:)/g,
      (_, key: string, colon: string) => `"${rename(key)}"${colon}`,
    );
    if (renamed !== text) script.textContent = renamed;
  }
}

const ENGLISH: [id: string, en: string][] = [
  ['dikirim dari', 'Shipped from'],
  ['dikirim ke', 'Deliver to'],
  ['spesifikasi produk', 'Product specifications'],
  ['deskripsi produk', 'Product description'],
  ['spesifikasi', 'Specifications'],
  ['deskripsi', 'Description'],
  ['merek', 'Brand'],
  ['kategori', 'Category'],
  ['kondisi', 'Condition'],
  ['negara asal', 'Country of origin'],
  ['terjual', 'sold'],
  ['stok', 'Stock'],
  ['beranda', 'Home'],
  ['ulasan', 'Reviews'],
  ['berat satuan', 'Unit weight'],
  ['min. pemesanan', 'Min. order'],
  ['etalase', 'Showcase'],
];

const PLACES = ['Kota Malang', 'Kab. Sleman', 'Surabaya', 'Jakarta Barat', 'Kota Solo', 'Luar Negeri'];

function review(page: Document, random: Random, what: 'price' | 'place'): Element {
  const section = page.createElement('section');
  const heading = page.createElement('h2');
  heading.textContent = 'Ulasan Pembeli';
  const said = page.createElement('p');
  const amount = (1 + Math.floor(random.next() * 900)) * 1000;
  const price = `Rp${amount.toLocaleString('id-ID')}`;
  const place = random.pick(PLACES);
  said.textContent =
    what === 'price' ? `Di toko sebelah ${price}, di sini lebih murah.` : `Barang sampai. Dikirim dari ${place}`;
  const tag = page.createElement('span');
  tag.textContent = what === 'price' ? price : place;
  section.append(heading, said, tag);
  return section;
}

function recommendation(page: Document, random: Random, what: 'price' | 'place'): Element {
  const section = page.createElement('section');
  const heading = page.createElement('h2');
  heading.textContent = 'Rekomendasi untukmu';
  const card = page.createElement('div');
  const amount = (1 + Math.floor(random.next() * 900)) * 1000;
  const lines = [
    'Barang lain yang mirip sekali',
    `Rp${amount.toLocaleString('id-ID')}`,
    'Toko Sebelah',
    random.pick(PLACES),
  ];
  for (const line of what === 'price' ? lines.slice(0, 3) : lines) {
    const span = page.createElement('span');
    span.textContent = line;
    card.append(span);
  }
  section.append(heading, card);
  return section;
}

function decoys(page: Document, random: Random, what: 'price' | 'place'): void {
  for (const make of [review, recommendation]) {
    const where = random.pick(elements(page, 'div,section,main').filter((one) => !one.closest('a,li')));
    const block = make(page, random, what);
    if (where) random.pick([() => where.before(block), () => where.after(block), () => where.append(block)])();
    else page.body.append(block);
  }
}

export const MUTATIONS: Mutation[] = [
  {
    name: 'classes renamed',
    apply(page, random) {
      const rename = renamer(random);
      for (const element of page.querySelectorAll('[class]'))
        element.setAttribute('class', (element.getAttribute('class') ?? '').split(/\s+/).map(rename).join(' '));
    },
  },
  {
    name: 'data attributes renamed',
    apply(page, random) {
      const rename = renamer(random);
      for (const element of page.querySelectorAll('*'))
        for (const { name, value } of [...element.attributes])
          if (name.startsWith('data-')) element.setAttribute(name, rename(value));
    },
  },
  {
    name: 'data attributes dropped',
    apply(page) {
      for (const element of page.querySelectorAll('*'))
        for (const { name } of [...element.attributes]) if (name.startsWith('data-')) element.removeAttribute(name);
    },
  },
  {
    name: 'ids renamed',
    apply(page, random) {
      const rename = renamer(random);
      for (const element of page.body.querySelectorAll('[id]:not(script)')) element.id = rename(element.id);
    },
  },
  {
    name: 'wrapped',
    apply(page, random) {
      const share = 0.1 + random.next() * 0.3;
      for (const element of elements(page, 'div,span,a,p,h1,h2,section,ul'))
        if (element.parentElement && random.chance(share))
          wrapWith(element, element.tagName === 'SPAN' ? 'span' : 'div');
    },
  },
  {
    name: 'unwrapped',
    apply(page, random) {
      const share = 0.1 + random.next() * 0.3;
      for (const element of elements(page, 'div,span'))
        if (element.childElementCount > 0 && random.chance(share)) element.replaceWith(...element.childNodes);
    },
  },
  {
    name: 'reordered',
    apply(page, random) {
      const share = 0.1 + random.next() * 0.2;
      for (const element of elements(page, 'div,section,main')) {
        const children = [...element.children];
        // Blocks change places; the words of one line do not.
        if (children.length < 2 || children.some((child) => !child.matches('div,section,ul,h1,h2'))) continue;
        if (random.chance(share)) element.append(...random.shuffle(children));
      }
    },
  },
  {
    name: 'state keys renamed',
    apply: (page, random) => renameKeys(page, renamer(random, 0.3 + random.next() * 0.7)),
  },
  {
    name: 'state gone',
    apply(page) {
      for (const script of page.querySelectorAll('script:not([type="application/ld+json"])')) script.remove();
    },
  },
  {
    name: 'text split into spans',
    apply(page, random) {
      const share = 0.3 + random.next() * 0.5;
      for (const text of texts(page)) {
        if (!random.chance(share)) continue;
        const parts = text.data.split(/(?<=\s)(?=\S)|(?<=Rp)(?=\d)/);
        if (parts.length < 2) continue;
        text.replaceWith(
          ...parts.map((part) => {
            const span = page.createElement('span');
            span.textContent = part;
            return span;
          }),
        );
      }
    },
  },
  {
    name: 'labels in English',
    apply(page) {
      for (const text of texts(page)) {
        for (const [id, en] of ENGLISH) {
          const said = text.data.trim().toLowerCase();
          if (said !== id && !said.startsWith(`${id}:`) && !said.startsWith(`${id} `)) continue;
          text.data = text.data.replace(new RegExp(id, 'i'), en);
          break;
        }
      }
    },
  },
  { name: 'decoy prices', apply: (page, random) => decoys(page, random, 'price') },
  { name: 'decoy places', apply: (page, random) => decoys(page, random, 'place') },
  {
    name: 'headings turned into blocks',
    apply(page) {
      for (const heading of elements(page, 'h1,h2,h3')) {
        const block = page.createElement('div');
        for (const { name, value } of [...heading.attributes]) block.setAttribute(name, value);
        block.append(...heading.childNodes);
        heading.replaceWith(block);
      }
    },
  },
  {
    name: 'prices written otherwise',
    apply(page, random) {
      const write = random.pick([(n: string) => `Rp ${n}`, (n: string) => `IDR ${n}`, (n: string) => `Rp${n},-`]);
      for (const text of texts(page)) text.data = text.data.replace(/Rp\s?(\d[\d.]*)/g, (_, digits) => write(digits));
    },
  },
  {
    name: 'a sticky header that repeats title and price',
    apply(page) {
      const title = page.querySelector('h1')?.textContent ?? page.title;
      const header = page.createElement('div');
      const span = page.createElement('span');
      span.textContent = title;
      header.append(span);
      page.body.prepend(header);
    },
  },
];
