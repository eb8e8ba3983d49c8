// "Usulkan": a maker that somebody proposes for the directory, as the very file that a volunteer would put into ruleset/makers.
// Nothing is in it that the form doesn't show.
import type { Listing } from '../listing/listing.ts';
import { yamlText } from '../yaml-text.ts';

/** What the form holds: as typed. */
export interface Proposal {
  /** Of the maker or the brand. */
  name: string;
  /** Ids of the kinds it makes. */
  kinds: readonly string[];
  /** Kabupaten or kota. */
  place: string;
  /** How it is known that it is made there. */
  evidence: string;
  /** Whoever proposes sells or makes it. */
  own: boolean;
  /** The goods of the page; null when another maker is proposed. */
  product: { title: string; price: number | null; marketplace: string; address: string } | null;
}

/** What keeps a proposal from being of use; its fields by name. */
export type Lack = 'name' | 'evidence';

const LONGEST = { name: 120, place: 120, title: 120, evidence: 1_000 };
const LEAST_EVIDENCE = 15;
/** Rupiah; less is no price. */
const LEAST_PRICE = 100;
/** What titles are decorated with, and the rules do not take. */
const DECORATION = /[^\p{L}\p{M}\p{N}\s.,:;()/&'+%-]/gu;
/** Addresses as the ruleset takes them. */
const PATH = /^\/[\w./-]*$/;

const tidy = (text: string, longest: number): string =>
  [...text.normalize('NFKC').replace(/\s+/g, ' ').trim()].slice(0, longest).join('').trim();

export const lacks = ({ name, evidence }: Proposal): Lack[] => [
  ...(/[\p{L}\p{N}]/u.test(name) ? [] : ['name' as const]),
  ...(tidy(evidence, LONGEST.evidence).length < LEAST_EVIDENCE ? ['evidence' as const] : []),
];

/** The page's address without what follows visitors; null when it is none that the ruleset takes. */
function cleanAddress(address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username || url.port || !PATH.test(url.pathname)) return null;
  return `https://${url.hostname}${url.pathname}`;
}

/**
 * A proposal that the page of a listing suggests: the form begins with it.
 * @param kind Id of the kind that its title names.
 * @param other Proposes another maker of the same kind: nothing of the page is taken.
 */
export function proposalOf(listing: Listing, kind: string | null, other: boolean): Proposal {
  const kinds = kind ? [kind] : [];
  const blank: Proposal = { name: '', kinds, place: '', evidence: '', own: false, product: null };
  if (other) return blank;
  const { title, brand, seller, price, marketplace, url } = listing;
  return {
    ...blank,
    name: tidy(brand ?? seller?.name ?? '', LONGEST.name),
    product: title
      ? {
          title: tidy(title.normalize('NFKC').replace(DECORATION, ' '), LONGEST.title),
          price: price?.currency === 'IDR' && price.amount >= LEAST_PRICE ? Math.round(price.amount) : null,
          marketplace,
          address: (url && cleanAddress(url)) ?? '',
        }
      : null,
  };
}

/** "Anyaman Sekar Jati" → "anyaman-sekar-jati". */
function fileName(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-').slice(0, 60) || 'usulan';
}

/** The file that a proposal would become. */
export const proposalFile = ({ name }: Proposal): string => `ruleset/makers/${fileName(name)}.yml`;

/** @param day Today, YYYY-MM-DD. */
export function composeProposal(proposal: Proposal, day: string): string {
  const { kinds, own, product } = proposal;
  const place = tidy(proposal.place, LONGEST.place);
  const who = own
    ? 'pengusul, yang menyatakan dirinya penjual atau pembuatnya'
    : 'pengusul, yang tidak menyatakan dirinya penjual atau pembuatnya';
  const file = {
    name: tidy(proposal.name, LONGEST.name),
    ...(kinds.length > 0 && { kinds }),
    ...(place && { place }),
    evidence: tidy(proposal.evidence, LONGEST.evidence),
    // Nobody has looked yet: as it stands it is never offered, and its goods are not called local for it.
    basis: 'general-knowledge',
    source: `Keterangan ${who}, ${day}`,
    reviewed: day,
    ...(product && {
      products: [
        {
          title: product.title,
          ...(product.price !== null && { price: product.price }),
          ...(product.address && { links: { [product.marketplace]: product.address } }),
        },
      ],
    }),
  };
  const head = [
    `Usulan alternatif lokal untuk ${proposalFile(proposal)}. Belum diperiksa siapa pun.`,
    `A proposed local alternative for ${proposalFile(proposal)}. Nobody has checked it yet.`,
  ];
  return yamlText(head, file);
}
