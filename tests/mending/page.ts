// Pages and pointing for the tests of mending.
import type { Field, MarketplaceMap } from '../../utils/knowledge/map.ts';
import type { Place } from '../../utils/mending/draft.ts';
import { cardsOf, type Page } from '../../utils/mending/explain.ts';
import { type Proposal, propose } from '../../utils/mending/propose.ts';
import { parsePage, places } from '../extract/page.ts';

export const pageOf = (map: MarketplaceMap, url: string, html: string): Page => ({
  document: parsePage(html),
  url: new URL(url),
  map,
  places,
});

/** What is proposed when the element that `select` finds is pointed at. */
export function point(page: Page, field: Field, select: string, place: Place = { on: 'product' }): Proposal[] {
  const element = page.document.querySelector(select);
  if (!element) throw new Error(`nothing to point at: ${select}`);
  const card = place.on === 'card' ? (cardsOf(page, place.design).find((one) => one.contains(element)) ?? null) : null;
  return propose({ page, place, field, element, card, month: '2026-11' });
}
