// "Usulkan": what the form comes to is a file that the checker of the rules reads, and holds nothing that was not in the form.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makers } from '../../utils/curation/entities/makers.ts';
import { readEntry } from '../../utils/curation/read.ts';
import { emptyListing } from '../../utils/listing/listing.ts';
import { composeProposal, lacks, type Proposal, proposalFile, proposalOf } from '../../utils/propose/compose.ts';
import { seeded } from '../redesign/random.ts';

const DAY = '2026-11-25';
const LISTING = {
  ...emptyListing('tokopedia', 'product'),
  title: 'Keranjang Pandan Bulat  Sekar Jati ✨',
  brand: 'Sekar Jati',
  url: 'https://www.tokopedia.com/sekarjati/keranjang-pandan-bulat?utm_source=iklan&aff_id=7#ulasan',
  price: { amount: 85_000, currency: 'IDR' },
  seller: { id: '77', name: 'Sekar Jati Official', location: 'Kab. Tasikmalaya' },
};
const FILLED: Proposal = {
  ...proposalOf(LISTING, 'keranjang', false),
  place: 'Kabupaten Tasikmalaya',
  evidence: 'Dianyam perajin di bengkelnya; label di barang menyebutnya.',
  own: true,
};
const problems = (text: string) =>
  readEntry('makers/uji.yml', text, makers).faults.map(({ code, line }) => [code, line]);

test('the form begins with what the page says, without what follows visitors, and without a place', () => {
  expect(proposalOf(LISTING, 'keranjang', false)).toEqual({
    name: 'Sekar Jati',
    kinds: ['keranjang'],
    place: '',
    evidence: '',
    own: false,
    product: {
      title: 'Keranjang Pandan Bulat Sekar Jati',
      price: 85_000,
      marketplace: 'tokopedia',
      address: 'https://www.tokopedia.com/sekarjati/keranjang-pandan-bulat',
    },
  });
});

test('another maker begins with the kind alone: nothing of the page is taken', () => {
  const other = proposalOf(LISTING, 'keranjang', true);
  expect(other).toMatchObject({ name: '', kinds: ['keranjang'], product: null });
  expect(composeProposal({ ...other, name: 'Pandan Arum' }, DAY)).not.toMatch(/Sekar|tokopedia|85000/);
});

test('what comes of it is a file of the rules, and says who proposes', () => {
  const text = composeProposal(FILLED, DAY);
  expect(problems(text)).toEqual([]);
  expect(proposalFile(FILLED)).toBe('ruleset/makers/sekar-jati.yml');
  expect(parse(text)).toEqual({
    name: 'Sekar Jati',
    kinds: ['keranjang'],
    place: 'Kabupaten Tasikmalaya',
    evidence: 'Dianyam perajin di bengkelnya; label di barang menyebutnya.',
    basis: 'general-knowledge',
    source: 'Keterangan pengusul, yang menyatakan dirinya penjual atau pembuatnya, 2026-11-25',
    reviewed: DAY,
    products: [
      {
        title: 'Keranjang Pandan Bulat Sekar Jati',
        price: 85_000,
        links: { tokopedia: 'https://www.tokopedia.com/sekarjati/keranjang-pandan-bulat' },
      },
    ],
  });
  expect(composeProposal({ ...FILLED, own: false }, DAY)).toContain('tidak menyatakan dirinya penjual atau pembuatnya');
});

test('nobody is called UMKM by a proposal', () => {
  expect(parse(composeProposal(FILLED, DAY))).not.toHaveProperty('scale');
});

describe('what is missing is told', () => {
  test.for<[Partial<Proposal>, string[]]>([
    [{}, []],
    [{ name: '  ' }, ['name']],
    [{ name: '—' }, ['name']],
    [{ evidence: 'ya' }, ['evidence']],
    [{ name: '', evidence: '' }, ['name', 'evidence']],
  ])('%j', ([change, expected]) => {
    expect(lacks({ ...FILLED, ...change })).toEqual(expected);
  });
});

test('whatever is typed stays a text: it never becomes another field', () => {
  const { pick } = seeded(7);
  const signs = ['\n', '"', "'", ': ', '# ', '- ', '&a', '*a', '{', ']', '\\', '\t', 'name: x', '🙂', 'ä', '<b>', '%'];
  for (let i = 0; i < 200; i += 1) {
    const typed = Array.from({ length: 12 }, () => pick(signs)).join('');
    const text = composeProposal({ ...FILLED, name: `Sari ${typed}`, evidence: typed, place: typed }, DAY);
    const file = parse(text);
    expect(Object.keys(file).sort().join()).toMatch(/^basis,evidence,kinds,name,(?:place,)?products,reviewed,source$/);
    expect(file.evidence).toBe(typed.replace(/\s+/g, ' ').trim());
  }
});

test('an address that the rules would refuse is left out', () => {
  for (const url of ['javascript:alert(1)', 'http://www.tokopedia.com/a/b', 'https://www.tokopedia.com/a/%F0%9F', null])
    expect(composeProposal(proposalOf({ ...LISTING, url }, null, false), DAY), String(url)).not.toContain('links');
});
