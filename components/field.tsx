// One field of a map in volunteer mode: its value, what each finder gave, and the finders that are proposed for what was
// pointed at.
import { useState } from 'preact/hooks';
import { MOST_FINDERS, type Where } from '../utils/mending/draft.ts';
import type { FieldReport, FinderResult, Report } from '../utils/mending/explain.ts';
import type { Proposal } from '../utils/mending/propose.ts';
import { finderWords } from '../utils/mending/words.ts';
import type { DrawerProps, View } from './drawer.tsx';
import type { Ui } from './ui.ts';

interface Props extends Pick<DrawerProps, 'ui' | 'point' | 'add' | 'remove' | 'raise'> {
  report: Report;
  field: FieldReport;
  view: Extract<View, { is: 'field' }>;
}

export function FieldView({ report, field: { field, value, finders }, view, ui, point, add, remove, raise }: Props) {
  const { t } = ui;
  const { place } = report;
  const full = finders.length >= MOST_FINDERS;
  return (
    <section class="one-field">
      <h3>{t(`mend.field.${field}`)}</h3>
      <p class="goods">{value ?? t(finders.length ? 'mend.state.missing' : 'mend.state.absent')}</p>
      {view.proposals && (
        <Proposals proposals={view.proposals} ui={ui} add={(proposal, where) => add(place, field, proposal, where)} />
      )}
      {full ? (
        <p class="small">{t('mend.full')}</p>
      ) : (
        <button type="button" class="tool" onClick={() => point(view.chosen)}>
          {t('mend.point')}
        </button>
      )}
      {finders.length > 0 && <h3>{t('mend.finders')}</h3>}
      <ol class="finders">
        {finders.map((result, i) => (
          <li key={JSON.stringify(result.finder)} class={result.outcome}>
            <Result result={result} ui={ui} />
            <p class="cards small">
              {i > 0 && (
                <button type="button" class="link" onClick={() => raise(place, field, i)}>
                  {t('mend.raise')}
                </button>
              )}
              <button type="button" class="link" onClick={() => remove(place, field, i)}>
                {t('mend.remove')}
              </button>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Result({ result: { finder, gave, outcome }, ui: { t } }: { result: FinderResult; ui: Ui }) {
  return (
    <>
      <p class="how">
        {finderWords(finder, t)}
        {finder.weak && <span class="fragile"> · {t('mend.weak')}</span>}
      </p>
      <p class="small">
        {t(`mend.outcome.${outcome}`)}
        {gave !== null && `: “${gave}”`}
        {finder.seen && ` · ${t('mend.seen', { month: finder.seen })}`}
      </p>
    </>
  );
}

interface ProposalsProps {
  proposals: readonly Proposal[];
  ui: Ui;
  add(proposal: Proposal, where: Where): void;
}

function Proposals({ proposals, ui: { t }, add }: ProposalsProps) {
  const [where, setWhere] = useState<Where>('deserved');
  if (proposals.length === 0) return <p role="alert">{t('mend.proposals.none')}</p>;
  return (
    <div class="proposals">
      <h3>{t('mend.proposals')}</h3>
      <label class="small">
        {t('mend.where')}{' '}
        <select value={where} onChange={(event) => setWhere(event.currentTarget.value as Where)}>
          {(['deserved', 'first', 'last'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`mend.where.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <ul>
        {proposals.map((proposal) => (
          <li key={JSON.stringify(proposal.finder)}>
            <p class="how">
              {finderWords(proposal.finder, t)}
              {proposal.fragile && <span class="fragile"> · {t('mend.fragile')}</span>}
            </p>
            <p class="small">
              {t('mend.gives')} “{proposal.gives}”
              {proposal.cards && ` · ${t('mend.gives.cards', { found: proposal.cards.found, of: proposal.cards.of })}`}
            </p>
            <button type="button" class="tool" onClick={() => add(proposal, where)}>
              {t('mend.use')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
