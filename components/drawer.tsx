// The drawer of volunteer mode: what the map reads on this page, one field after the other; a field's own view; the bar while
// somebody points at the page; the map as YAML.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Field } from '../utils/knowledge/map.ts';
import type { Place, Where } from '../utils/mending/draft.ts';
import type { FieldReport, Report } from '../utils/mending/explain.ts';
import type { Proposal } from '../utils/mending/propose.ts';
import { Copy } from './copy.tsx';
import { FieldView } from './field.tsx';
import type { Ui } from './ui.ts';

/** Which field is looked at; `report` is the number of its part of the page. */
export interface Chosen {
  report: number;
  field: Field;
}

export type View =
  | { is: 'list' }
  | { is: 'field'; chosen: Chosen; proposals: Proposal[] | null }
  /** `over` names the element that is outlined. */
  | { is: 'picking'; chosen: Chosen; over: string }
  | { is: 'export' };

export interface DrawerProps {
  /** The marketplace's name. */
  name: string;
  reports: readonly Report[];
  view: View;
  /** The map on trial in this tab. */
  trial: boolean;
  /** The map differs from the one that this page is read with. */
  changed: boolean;
  /** Something could not be done, in words. */
  failure: string | null;
  yaml: { file: string; text: string };
  ui: Ui;
  show(view: View): void;
  /** Shows another card of a design. */
  turn(report: number, by: number): void;
  point(chosen: Chosen): void;
  cancel(): void;
  add(place: Place, field: Field, proposal: Proposal, where: Where): void;
  remove(place: Place, field: Field, at: number): void;
  raise(place: Place, field: Field, at: number): void;
  tryOut(): void;
  endTrial(): void;
  download(): void;
  copy(text: string): Promise<boolean>;
  close(): void;
}

export function Drawer(props: DrawerProps) {
  const { view, ui, close, cancel } = props;
  const { t } = ui;
  const aside = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Each view begins at its heading; what had the focus is gone.
  const place = view.is === 'field' ? `${view.chosen.report} ${view.chosen.field} ${view.proposals !== null}` : view.is;
  useEffect(() => {
    heading.current?.focus();
    aside.current?.scrollTo?.(0, 0);
  }, [place]);

  if (view.is === 'picking') {
    return (
      <aside ref={aside} class={`drawer bar${ui.dark ? ' night' : ''}`} lang={ui.lang} aria-label={t('mend.title')}>
        <header>
          <h2 ref={heading} tabIndex={-1}>
            {t('mend.picking', { field: t(`mend.field.${view.chosen.field}`) })}
          </h2>
          <button type="button" class="tool" onClick={cancel}>
            {t('mend.cancel')}
          </button>
        </header>
        <p class="over small" aria-live="polite">
          {view.over || t('mend.picking.how')}
        </p>
      </aside>
    );
  }
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation(); // The shop's own shortcuts are not meant.
    if (event.key === 'Escape') close();
  };
  return (
    <aside
      ref={aside}
      class={`drawer${ui.dark ? ' night' : ''}`}
      lang={ui.lang}
      aria-label={t('mend.title')}
      onKeyDown={pressed}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {t('mend.title')} · {props.name}
        </h2>
        <button type="button" class="close" aria-label={t('panel.close')} onClick={close}>
          ×
        </button>
      </header>
      <Standing {...props} />
      <Body {...props} />
    </aside>
  );
}

/** What is tried, what was changed, and what can be done with it. */
function Standing({ trial, changed, failure, view, ui: { t }, tryOut, endTrial, show }: DrawerProps) {
  return (
    <div class="standing">
      {trial && <p class="trial">{t('mend.trial')}</p>}
      {changed && <p class="small">{t('mend.changed')}</p>}
      {failure && (
        <p class="small" role="alert">
          {failure}
        </p>
      )}
      <div class="tools">
        {changed && <Tool words={t('mend.try')} press={tryOut} />}
        {trial && <Tool words={t('mend.try.end')} press={endTrial} />}
        {(changed || trial) && view.is !== 'export' && (
          <Tool words={t('mend.export')} press={() => show({ is: 'export' })} />
        )}
      </div>
    </div>
  );
}

function Body(props: DrawerProps) {
  const { view, reports, ui, show } = props;
  if (view.is === 'export') {
    return (
      <>
        <Back {...{ ui, show }} />
        <Export {...props} />
      </>
    );
  }
  if (view.is === 'field') {
    const report = reports[view.chosen.report];
    const field = report?.fields.find(({ field }) => field === view.chosen.field);
    return (
      <>
        <Back {...{ ui, show }} />
        {report && field && <FieldView {...props} report={report} field={field} view={view} />}
      </>
    );
  }
  return <List {...props} />;
}

function List({ reports, ui, turn, show }: DrawerProps) {
  const { t } = ui;
  if (reports.length === 0) return <p>{t('mend.nothing')}</p>;
  return (
    <>
      <p class="small">{t('mend.list')}</p>
      {reports.map((report, i) => (
        <section key={`${report.place.on} ${report.name}`}>
          <h3>{report.name ? t('mend.design', { name: report.name }) : t(`mend.${report.place.on}`)}</h3>
          {report.count !== null && <Cards report={report} ui={ui} turn={(by) => turn(i, by)} />}
          {report.count !== 0 && (
            <ul class="facts">
              {report.fields.map((field) => (
                <Fact
                  key={field.field}
                  field={field}
                  ui={ui}
                  open={() => show({ is: 'field', chosen: { report: i, field: field.field }, proposals: null })}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}

function Cards({ report: { count, shown }, ui: { t }, turn }: { report: Report; ui: Ui; turn(by: number): void }) {
  if (!count) return <p class="small">{t('mend.cards.none')}</p>;
  return (
    <p class="cards small">
      <span>{t('mend.cards', { count, shown: shown + 1 })}</span>
      <button type="button" class="link" disabled={shown === 0} onClick={() => turn(-1)}>
        {t('mend.card.before')}
      </button>
      <button type="button" class="link" disabled={shown >= count - 1} onClick={() => turn(1)}>
        {t('mend.card.next')}
      </button>
    </p>
  );
}

/** One field in the list: its name, its value, and how well its finders stand. */
function Fact({ field: { field, value, finders }, ui: { t }, open }: { field: FieldReport; ui: Ui; open(): void }) {
  const differing = finders.some(({ outcome }) => outcome === 'dropped');
  const state = stateOf(field, value, finders.length, differing);
  return (
    <li>
      <button type="button" class={`fact ${state}`} onClick={open}>
        <span class="name">{t(`mend.field.${field}`)}</span>
        <span class="value">{value ?? t(`mend.state.${state}`)}</span>
        {state === 'differing' && <span class="note">{t('mend.state.differing')}</span>}
      </button>
    </li>
  );
}

/** Most goods have none of these, and nothing is amiss. */
const SELDOM: ReadonlySet<Field> = new Set(['official', 'labels', 'crossBorder', 'importFlag']);

function stateOf(field: Field, value: string | null, finders: number, differing: boolean) {
  if (finders === 0) return 'absent';
  if (value === null) return SELDOM.has(field) ? 'seldom' : 'missing';
  return differing ? 'differing' : 'read';
}

function Export({ yaml, ui, copy, download }: DrawerProps) {
  const { t } = ui;
  return (
    <>
      <h3>{t('mend.export.title')}</h3>
      <p>{t('mend.export.file', { file: yaml.file })}</p>
      <p class="small">{t('mend.export.comments')}</p>
      <div class="actions">
        <Copy label={t('mend.export.copy')} text={yaml.text} done={t('panel.copied')} ui={ui} copy={copy} />
        <button type="button" onClick={download}>
          {t('mend.export.download')}
        </button>
      </div>
      <pre>{yaml.text}</pre>
    </>
  );
}

const Back = ({ ui, show }: Pick<DrawerProps, 'ui' | 'show'>) => (
  <Tool words={`← ${ui.t('mend.back')}`} press={() => show({ is: 'list' })} quiet />
);

export function Tool({ words, press, quiet }: { words: ComponentChildren; press(): void; quiet?: boolean }) {
  return (
    <button type="button" class={quiet ? 'link' : 'tool'} onClick={press}>
      {words}
    </button>
  );
}
