// A suggestion of local goods in words, for panel, popup and strip: whom it names, and where its one link leads. What a feed says
// is text and nothing else; an address that is not https leads nowhere.
import type { Suggestion } from './alternatives/suggest.ts';
import type { Translate } from './i18n.ts';
import type { Listing } from './listing/listing.ts';
import type { Assessment, Verdict } from './origin/assessment.ts';

/** Whoever looks at local goods is not led away from them. */
export const isAskedFor = (verdict: Verdict): boolean => verdict !== 'local' && verdict !== 'likely-local';

/** Goods of a product page whose own evidence does not speak against it. */
export const mayBeProposed = ({ kind }: Pick<Listing, 'kind'>, { verdict }: Pick<Assessment, 'verdict'>): boolean =>
  kind === 'product' && !verdict.endsWith('imported');

/** Null: it has no link. */
export function addressOf({ link: { address } }: Pick<Suggestion, 'link'>): string | null {
  return URL.parse(address)?.protocol === 'https:' ? address : null;
}

/** An address within a text, with its host apart. */
const ADDRESS = /https:\/\/(?:www\.)?([\w.-]+)[^\s"'<>,;)]*/g;

/** Where a suggestion was looked up, in few words: of an address the site. */
export const sourceWords = ({ source }: Pick<Suggestion, 'source'>): string => source.replace(ADDRESS, '$1');

/** "Cari “tas tajur bogor” di Tokopedia". */
export function linkWords({ link: { opens, words, marketplace } }: Pick<Suggestion, 'link'>, t: Translate): string {
  return t(`local.link.${opens}`, { marketplace, words: words ?? '' });
}

/** What a link to it must have: the page it leads to learns nothing of the page it stood on, and cannot reach it. */
export const LINK = { target: '_blank', rel: 'noopener noreferrer', referrerPolicy: 'no-referrer' } as const;
