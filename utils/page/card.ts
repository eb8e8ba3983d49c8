// What is kept of one card: what it says, what was said of it, and the badge that stands on it.
import type { Listing } from '../listing/listing.ts';
import type { Assessment } from '../origin/assessment.ts';
import type { Badge } from './badge.ts';

export interface Card {
  element: Element;
  listing: Listing | null;
  /** Read before: reading it again is paced. */
  known: boolean;
  /** Read, not asked about yet. */
  pending: boolean;
  assessment: Assessment | null;
  badge: Badge | null;
  /** The listing's title stands among the card's words, and so tells at once when the card is used again. */
  titled: boolean;
  returns: number;
  /** Which of its places the badge stands in. */
  spot: number;
}

/** How often a badge that the page took away is put back. */
export const RETURNS = 3;

export const newCard = (element: Element): Card => ({
  element,
  listing: null,
  known: false,
  pending: false,
  assessment: null,
  badge: null,
  titled: false,
  returns: RETURNS,
  spot: 0,
});

/** Cheap, since it is asked with each change in the card. */
export const holdsTitle = ({ element, listing }: Card): boolean =>
  listing?.title != null && (element.textContent ?? '').includes(listing.title);

/** Whether two readings of a card say the same. */
export const says = (one: Listing | null, other: Listing | null): boolean =>
  one === other || (one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other));
