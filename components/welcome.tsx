// The page after the first installation: what the badges mean, what is kept here, and that nothing is sent.
import type { Lang } from '../utils/choices.ts';
import type { Verdict as Name } from '../utils/origin/assessment.ts';
import { Language } from './language.tsx';
import { type Memory, MemoryChoice } from './memory.tsx';
import type { Ui } from './ui.ts';
import { Verdict } from './verdict.tsx';

const VERDICTS: readonly Name[] = ['imported', 'likely-imported', 'local', 'likely-local', 'unknown'];

interface Props {
  ui: Ui;
  langs: readonly Lang[];
  /** The hosts that CekAsal is for. */
  hosts: readonly string[];
  /** Those among them that the browser does not let it read. */
  missing: readonly string[];
  memory: Memory | null;
  /** Address of the settings. */
  options: string;
  speak(lang: Lang): void;
  /** Asks the browser for the hosts that are missing. */
  allow(): void;
  remember(on: boolean): void;
  forget(): void;
}

export function Welcome(props: Props) {
  const { ui, missing, options } = props;
  const { t, lang } = ui;
  return (
    <div class={`page${ui.dark ? ' night' : ''}`} lang={lang}>
      <header>
        <h1>{t('welcome.title')}</h1>
        <Language {...props} />
      </header>
      <p>{t('welcome.what')}</p>
      {missing.length > 0 && <Permission {...props} />}
      <section aria-labelledby="badges-title">
        <h2 id="badges-title">{t('welcome.badges')}</h2>
        <dl class="meanings">
          {VERDICTS.map((verdict) => (
            <div key={verdict}>
              <dt>
                <Verdict verdict={verdict} ui={ui} />
              </dt>
              <dd>{t(`welcome.badge.${verdict}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('welcome.unknown')}</p>
        <p>{t('panel.note')}</p>
      </section>
      <section aria-labelledby="sent-title">
        <h2 id="sent-title">{t('welcome.sent')}</h2>
        <p>{t('welcome.sent.what')}</p>
      </section>
      <section aria-labelledby="kept-title">
        <h2 id="kept-title">{t('welcome.kept')}</h2>
        <p>{t('welcome.kept.choices')}</p>
        <MemoryChoice {...props} />
      </section>
      {missing.length === 0 && <Permission {...props} />}
      <section aria-labelledby="volunteer-title">
        <h2 id="volunteer-title">{t('welcome.volunteer')}</h2>
        <p>{t('welcome.volunteer.what')}</p>
      </section>
      <footer>
        <a href={options}>{t('welcome.options')}</a>
      </footer>
    </div>
  );
}

/** What the browser lets CekAsal read. Where something is missing, that comes first. */
function Permission({ ui: { t, lang }, hosts, missing, allow }: Props) {
  const list = new Intl.ListFormat(lang, { type: 'conjunction' });
  return (
    <section aria-labelledby="permission-title">
      <h2 id="permission-title">{t('welcome.permission')}</h2>
      {missing.length === 0 && <p>{t('welcome.permission.there', { hosts: list.format(hosts) })}</p>}
      {missing.length > 0 && <p>{t('welcome.permission.missing', { hosts: list.format(missing) })}</p>}
      {missing.length > 0 && (
        <button type="button" class="allow" onClick={allow}>
          {t('welcome.permission.allow')}
        </button>
      )}
    </section>
  );
}
