// The look for newer rules: when the last one was and what it came to, when the next is due, and a button for one now.
import { type FeedView, hostName, type Result, resultWords } from '../utils/feed-words.ts';
import { span } from '../utils/span.ts';
import { Said } from './said.tsx';
import type { Ui } from './ui.ts';

interface Props {
  ui: Ui;
  feed: FeedView;
  /** Milliseconds since 1970. */
  now: number;
  update(): void;
}

const MINUTE = 60_000;
/** After these the new rules are in use all the same, or nothing was refused. */
const CHANGED = new Set<Result['code']>(['updated', 'not-newer', 'not-stored']);

export function UpdateCheck({ ui, feed: { check }, now, update }: Props) {
  const { t } = ui;
  const { running, result } = check;
  // What one mirror alone came to is said once, with its name.
  const same = check.mirrors.filter(({ outcome }) => JSON.stringify(outcome) === JSON.stringify(result));
  const [one = null] = same.length === 1 ? same : [];
  const mirrors = check.mirrors.filter((other) => other !== one);
  const of = one ? hostName(one.mirror) : undefined;
  const said = !running && result ? resultWords(result, ui) : null;
  const kept = result && !CHANGED.has(result.code) ? t('rules.kept') : null;
  return (
    <div class="update" aria-busy={running}>
      <p>
        {t('rules.last')}: {lastOf(check.at, now, ui)}
        {!running && (
          <>
            . {t('rules.next')}: {nextOf(check.next, now, ui)}
          </>
        )}
        .
      </p>
      <div role="status">
        {running && (
          <p class="running">
            <span class="wheel" aria-hidden="true" /> {t('rules.running')}
          </p>
        )}
        {said && said.tone !== 'alarm' && <Said {...{ ui, said, of }} />}
      </div>
      <div role="alert">{said?.tone === 'alarm' && <Said {...{ ui, said, of }} />}</div>
      {said && kept && <p class="small">{kept}</p>}
      {!running && mirrors.length > 0 && (
        <>
          <p class="small">{t('rules.at-mirrors')}</p>
          <ul class="mirrors">
            {mirrors.map(({ mirror, outcome }) => (
              <li key={mirror}>
                <Said ui={ui} of={hostName(mirror)} said={resultWords(outcome, ui)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <button type="button" class="allow" aria-disabled={running} onClick={() => running || update()}>
          {t('rules.update')}
        </button>
      </p>
    </div>
  );
}

/** "5 menit lalu". A clock that was set back makes no time to come of it. */
function lastOf(at: number | null, now: number, { t, lang }: Ui): string {
  if (at === null) return t('rules.last.never');
  return now - at < MINUTE ? t('rules.now') : t('rules.ago', { span: span(now - at, lang) });
}

/** "dalam 6 jam". */
function nextOf(next: number | null, now: number, { t, lang }: Ui): string {
  if (next === null) return t('rules.next.never');
  return next - now < MINUTE ? t('rules.next.soon') : t('rules.next.in', { span: span(next - now, lang) });
}
