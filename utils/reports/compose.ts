// Texts that a shopper sends on: a polite question to the seller, and a report that an assessment is wrong.
import { countryName, type Translate } from '../i18n.ts';
import type { Listing } from '../listing/listing.ts';
import type { Lang } from '../messages.ts';
import type { Assessment } from '../origin/assessment.ts';

/** Always Indonesian: that is who reads it. */
export const questionText = (listing: Listing, t: Translate): string =>
  t('question.text', { title: listing.title ?? t('question.untitled') });

/** Names the listing and what was said of it; nothing about the shopper, and of the seller only what was quoted. */
export function reportText(listing: Listing, assessment: Assessment, t: Translate, lang: Lang): string {
  const evidence = assessment.evidence.map(({ field, quote, says, rule }) =>
    t('report.evidence', { field: fieldName(field, t), quote, country: countryName(says, lang, t), rule }),
  );
  return [
    t('report.head'),
    t('report.listing', { title: listing.title ?? t('question.untitled') }),
    t('report.url', { url: listing.url ?? '–' }),
    t('report.verdict', { verdict: t(`verdict.${assessment.verdict}`) }),
    ...(evidence.length > 0 ? evidence : [t('report.evidence.none')]),
    t('report.ruleset', { version: assessment.ruleset }),
    t('report.reason'),
  ].join('\n');
}

/** "attributes.Negara Asal" → Spesifikasi “Negara Asal”; "seller.location" → Lokasi penjual. */
export function fieldName(field: string, t: Translate): string {
  const [, name] = /^attributes\.(.+)$/s.exec(field) ?? [];
  return name ? t('field.attribute', { name }) : t(`field.${field}`);
}
