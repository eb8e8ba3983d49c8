// One listing's assessment in full, for the panel and the popup: verdict, claims, evidence, and what to do next.
import type { Listing } from '../utils/listing/listing.ts';
import type { Assessment } from '../utils/origin/assessment.ts';
import { questionText, reportText } from '../utils/reports/compose.ts';
import { days } from '../utils/span.ts';
import { Claims } from './claims.tsx';
import { Copy } from './copy.tsx';
import { Evidence } from './evidence.tsx';
import { Looked } from './looked.tsx';
import { Notices } from './notices.tsx';
import type { Ui } from './ui.ts';
import { Verdict } from './verdict.tsx';

/** Whether the page shows nothing of this field: it was remembered, or stood in the page's own answer. */
function lacks(listing: Listing, field: string): boolean {
  const [root = '', ...rest] = field.split('.');
  const value = (listing as unknown as Record<string, unknown>)[root];
  if (value === undefined) return false;
  const part = rest.length > 0 ? (value as Record<string, unknown> | null)?.[rest.join('.')] : value;
  return part === null || part === undefined || (Array.isArray(part) && part.length === 0);
}

interface Props {
  listing: Listing;
  assessment: Assessment;
  /** Said on product pages that no volunteer has checked yet. */
  unverified: boolean;
  /** Days since the rules were made, when they are past their date. */
  old?: number | null;
  ui: Ui;
  copy(text: string): Promise<boolean>;
}

export function Explanation({ listing, assessment, unverified, old, ui, copy }: Props) {
  const { t, lang } = ui;
  const { verdict, claims, evidence, notices, ruleset } = assessment;
  return (
    <div class="explanation">
      <p class="goods">{listing.title}</p>
      <p>
        <Verdict verdict={verdict} ui={ui} />
      </p>
      <p>{t(`verdict.long.${verdict}`)}</p>
      <h3>{t('panel.claims')}</h3>
      <Claims claims={claims} ui={ui} />
      {evidence.length > 0 && <h3>{t('panel.evidence')}</h3>}
      {evidence.length > 0 && <Evidence evidence={evidence} ui={ui} />}
      {evidence.some(({ field }) => lacks(listing, field)) && <p class="small">{t('panel.elsewhere')}</p>}
      {verdict === 'unknown' && <Looked listing={listing} ui={ui} />}
      {notices.length > 0 && <h3>{t('panel.notices')}</h3>}
      {notices.length > 0 && <Notices notices={notices} ui={ui} />}
      <div class="actions">
        <Copy label={t('panel.ask')} text={questionText(listing, t)} done={t('panel.copied.ask')} ui={ui} copy={copy} />
        <Copy
          label={t('panel.wrong')}
          text={reportText(listing, assessment, t, lang)}
          done={t('panel.copied.wrong')}
          ui={ui}
          copy={copy}
        />
      </div>
      {unverified && listing.kind === 'product' && <p class="small">{t('panel.unverified')}</p>}
      <p class="small">{t('panel.note')}</p>
      <p class="small">{t('panel.ruleset', { version: ruleset })}</p>
      {typeof old === 'number' && <p class="small old">{t('panel.old', { age: days(old, lang) })}</p>}
    </div>
  );
}
