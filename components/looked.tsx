// For the honest "unknown": which parts of the listing were read, and which the page does not have.
import type { Listing } from '../utils/listing/listing.ts';
import type { Ui } from './ui.ts';

/** @returns The parts that can speak of origin, by whether the listing has them. */
function parts(listing: Listing): [field: string, present: boolean][] {
  return [
    ['title', listing.title !== null],
    ['description', listing.description !== null],
    ['attributes', Object.keys(listing.attributes).length > 0],
    ['brand', listing.brand !== null],
    ['shipsFrom', listing.shipsFrom !== null],
    ['seller.location', listing.seller?.location != null],
    ['labels', listing.labels.length > 0],
  ];
}

export function Looked({ listing, ui }: { listing: Listing; ui: Ui }) {
  const { t } = ui;
  const names = (present: boolean) =>
    parts(listing)
      .filter(([, has]) => has === present)
      .map(([field]) => t(`field.${field}`))
      .join(', ');
  return (
    <dl class="looked">
      <dt>{t('panel.looked')}</dt>
      <dd>{names(true) || t('panel.looked.none')}</dd>
      {names(false) && <dt>{t('panel.missing')}</dt>}
      {names(false) && <dd>{names(false)}</dd>}
    </dl>
  );
}
