// "Cek teks": somebody pastes what a listing says and gets the assessment that a badge would give, with its evidence.
import { useRef, useState } from 'preact/hooks';
import type { Listing } from '../utils/listing/listing.ts';
import type { Assessment } from '../utils/origin/assessment.ts';
import { Explanation } from './explanation.tsx';
import type { Ui } from './ui.ts';

export interface Checked {
  listing: Listing;
  assessment: Assessment;
  /** Days since the rules were made, when they are past their date. */
  old?: number | null;
}

interface Props {
  ui: Ui;
  /** @returns null when the text holds nothing to judge. */
  check(text: string): Promise<Checked | null>;
  copy(text: string): Promise<boolean>;
}

type Outcome = Checked | 'none' | 'checking' | 'empty' | 'failed';

export function Check({ ui, check, copy }: Props) {
  const { t } = ui;
  const area = useRef<HTMLTextAreaElement>(null);
  const turn = useRef(0);
  const [outcome, setOutcome] = useState<Outcome>('none');

  const run = () => {
    turn.current += 1;
    const mine = turn.current;
    // Who has asked again meanwhile waits for that answer.
    const say = (next: Outcome) => mine === turn.current && setOutcome(next);
    say('checking');
    check(area.current?.value ?? '').then(
      (checked) => say(checked ?? 'empty'),
      () => say('failed'),
    );
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  };

  return (
    <section class="check" aria-labelledby="check-title">
      <h2 id="check-title">{t('check.title')}</h2>
      <p>{t('check.what')}</p>
      <label>
        {t('check.label')}
        <textarea ref={area} rows={8} placeholder={t('check.example')} onKeyDown={pressed} />
      </label>
      <p class="small">{t('check.private')}</p>
      <p>
        <button type="button" class="allow" onClick={run}>
          {t('check.do')}
        </button>{' '}
        <span class="small">{t('check.keys')}</span>
      </p>
      <p role="status">{sentence(outcome, ui)}</p>
      {typeof outcome === 'object' && (
        <div class="checked">
          <Explanation {...outcome} unverified={false} ui={ui} copy={copy} />
        </div>
      )}
    </section>
  );
}

/** What a screen reader says: the verdict in a few words, not all of its evidence. */
function sentence(outcome: Outcome, { t }: Ui): string {
  if (outcome === 'none') return '';
  if (outcome === 'checking') return t('badge.checking');
  if (typeof outcome === 'string') return t(`check.${outcome}`);
  const { verdict, probability } = outcome.assessment;
  const said = t(`verdict.${verdict}`);
  return verdict === 'unknown' ? said : t('check.sure', { verdict: said, share: Math.round(probability * 100) });
}
