// The popup: what CekAsal says of this page, or why it says nothing, and the language.

import type { Suggestions } from '../utils/alternatives/suggest.ts';
import type { SiteChoice } from '../utils/choices.ts';
import { rotNote } from '../utils/health.ts';
import type { Listing } from '../utils/listing/listing.ts';
import type { Lang, PageState } from '../utils/messages.ts';
import type { Verdict as Name } from '../utils/origin/assessment.ts';
import { days } from '../utils/span.ts';
import { mayBeProposed } from '../utils/suggested.ts';
import { Copy } from './copy.tsx';
import { Explanation } from './explanation.tsx';
import { Language } from './language.tsx';
import { Local } from './local.tsx';
import { type Memory, MemoryChoice } from './memory.tsx';
import { SavedList, type Saving, SuggestionActions } from './saved.tsx';
import { Observer, SiteChoices } from './site-choices.tsx';
import { Verdict } from './verdict.tsx';

/** How the popup stands to the tab it was opened on. */
export type Standing =
  | { is: 'loading' }
  | { is: 'elsewhere' }
  /** The browser does not let us read this host: never allowed, or taken back. */
  | { is: 'forbidden'; host: string }
  /** No content script answers: the page is older than the extension. */
  | { is: 'absent' }
  | { is: 'page'; host: string; state: PageState; trial: boolean };

interface Props extends Saving {
  standing: Standing;
  /** What is made in Indonesia in the place of the page's product; null while unknown. */
  local: Suggestions | null;
  langs: readonly Lang[];
  hosts: readonly string[];
  /** Sites whose pages' own answers may be read, if the user agrees. */
  observable: readonly string[];
  /** Version of the rules; null while unknown. */
  rules: string | null;
  /** Days since they were made, when they are past their date. */
  old?: number | null;
  allow(host: string): void;
  speak(lang: Lang): void;
  /** Changes what was chosen for this marketplace. */
  choose(marketplace: string, change: Partial<Omit<SiteChoice, 'muted'>>): void;
  unmute(marketplace: string): void;
  /** Opens the form that proposes a local maker: of these goods, or another of the same kind. */
  propose(listing: Listing, other: boolean): void;
  /** Opens volunteer mode in the tab. */
  mend(): void;
  endTrial(): void;
  memory: Memory | null;
  remember(on: boolean): void;
  forget(): void;
  /** Opens the settings in a tab. */
  settings(): void;
}

export function Popup(props: Props) {
  const { ui, rules, old, settings } = props;
  const { t, lang } = ui;
  return (
    <div class={`popup${ui.dark ? ' night' : ''}`} lang={lang}>
      <h1>CekAsal</h1>
      <Body {...props} />
      <SavedList {...props} />
      <MemoryChoice {...props} />
      <footer>
        <span class="small">
          {rules ? t('popup.ruleset', { version: rules }) : t('popup.rules.unknown')}
          {typeof old === 'number' && <span class="old">{t('panel.old', { age: days(old, lang) })}</span>}
        </span>
        <Language {...props} />
        <button type="button" class="link" onClick={settings}>
          {t('popup.settings')}
        </button>
      </footer>
    </div>
  );
}

function Body(props: Props) {
  const { standing, ui, hosts, observable, rules, allow, copy, choose, unmute, mend, endTrial } = props;
  const { t } = ui;
  switch (standing.is) {
    case 'loading':
      return <p>{t('popup.loading')}</p>;
    case 'elsewhere':
      return (
        <>
          <p>{t('popup.elsewhere')}</p>
          <p class="small">{t('popup.hosts', { hosts: hosts.join(', ') })}</p>
        </>
      );
    case 'forbidden':
      return (
        <>
          <p>{t('popup.permission', { host: standing.host })}</p>
          <button type="button" class="allow" onClick={() => allow(standing.host)}>
            {t('popup.allow')}
          </button>
        </>
      );
    case 'absent':
      return <p>{t('popup.reload')}</p>;
    case 'page':
      return (
        <>
          {standing.trial && <Trial ui={ui} endTrial={endTrial} />}
          {!standing.state.site?.off && <Page {...props} state={standing.state} />}
          <Rotten {...{ state: standing.state, rules, ui, copy }} />
          <Choices {...{ state: standing.state, ui, choose, unmute }} />
          {observable.includes(standing.host) && <Observer {...{ state: standing.state, ui, choose }} />}
          <Mending {...{ state: standing.state, ui, mend }} />
        </>
      );
  }
}

function Page({ state, ...props }: { state: PageState } & Pick<Props, 'local' | 'propose' | keyof Saving>) {
  const { local, ui, copy, propose } = props;
  const { t } = ui;
  const { page, listing, assessment, cards } = state;
  if (listing && assessment)
    return (
      <>
        <h2>{t('panel.title')}</h2>
        <Explanation {...{ listing, assessment, unverified: state.unverified, ui, copy }} />
        {mayBeProposed(listing, assessment) && (
          <button type="button" class="link" onClick={() => propose(listing, false)}>
            {t('propose.this')}
          </button>
        )}
        <Local
          {...{ local, ui }}
          propose={() => propose(listing, true)}
          actions={(suggestion) => <SuggestionActions {...props} suggestion={suggestion} />}
        />
      </>
    );
  if (page === 'product') return <p>{t('popup.waiting')}</p>;
  if (page === 'none') return <p>{t('popup.nothing')}</p>;
  const counts = Object.entries(cards).filter(([, count]) => count > 0);
  if (counts.length === 0) return <p>{t('popup.cards.none')}</p>;
  return (
    <>
      <p>{t('popup.cards')}</p>
      <ul class="counts">
        {counts.map(([verdict, count]) => (
          <li key={verdict}>
            <Verdict verdict={verdict as Name} ui={ui} /> {count}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The tab is read with a trial map: said before all else, and ended with one press. */
function Trial({ ui: { t }, endTrial }: Pick<Props, 'ui' | 'endTrial'>) {
  return (
    <p class="small">
      {t('popup.trial')}{' '}
      <button type="button" class="link" onClick={endTrial}>
        {t('popup.trial.end')}
      </button>
    </p>
  );
}

function Choices({
  state: { marketplace, site },
  ...rest
}: { state: PageState } & Pick<Props, 'ui' | 'choose' | 'unmute'>) {
  return marketplace && site ? <SiteChoices {...{ marketplace, site, ...rest }} /> : null;
}

/** The quiet door to volunteer mode, on pages that a map reads. */
function Mending({
  state: { marketplace, page, site },
  ui: { t },
  mend,
}: { state: PageState } & Pick<Props, 'ui' | 'mend'>) {
  if (!marketplace || site?.off || page === 'none') return null;
  return (
    <button type="button" class="link" onClick={mend}>
      {t('popup.mend')}
    </button>
  );
}

/** Says that the marketplace's map needs mending, with a note of field names that can be copied. */
function Rotten({ state, rules, ui, copy }: { state: PageState } & Pick<Props, 'rules' | 'ui' | 'copy'>) {
  const { marketplace, rot } = state;
  if (!marketplace || rot.length === 0) return null;
  return (
    <section class="rotten">
      <p>{ui.t('popup.rotten', { marketplace })}</p>
      <p class="small">{ui.t('popup.rotten.what')}</p>
      <Copy
        label={ui.t('popup.rotten.copy')}
        text={rotNote(marketplace, rules ?? '?', rot)}
        done={ui.t('panel.copied')}
        ui={ui}
        copy={copy}
      />
    </section>
  );
}
