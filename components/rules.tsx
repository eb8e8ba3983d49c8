// "Aturan": which rules are in use and how old they are, where newer ones come from, and what the last look for them came to.
import { dayOfVersion, type FeedView, hostName, warningWords } from '../utils/feed-words.ts';
import type { About } from '../utils/knowledge/knowledge.ts';
import { DAY, span } from '../utils/span.ts';
import { Draft } from './draft.tsx';
import { Said } from './said.tsx';
import type { Ui } from './ui.ts';
import { UpdateCheck } from './update-check.tsx';

export interface RulesProps {
  ui: Ui;
  /** What the rules hold; null while unknown. */
  about: About | null;
  /** Null while unknown. */
  feed: FeedView | null;
  /** Milliseconds since 1970. */
  now: number;
  /** Looks for newer rules. */
  update(): void;
  /** Takes the rules from a pasted source, in this browser. @returns What is wrong with it, in words; null when it is in use. */
  tryDraft(text: string): Promise<string | null>;
  /** Back to the source of everybody. */
  endDraft(): void;
}

export function Rules(props: RulesProps) {
  const { ui, about, feed, now, update, tryDraft, endDraft } = props;
  const { t } = ui;
  return (
    <section class="rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{t('options.rules')}</h2>
      <p>{t('options.rules.what')}</p>
      {about ? <Facts {...{ ui, about, feed, now }} /> : <p>{t('popup.rules.unknown')}</p>}
      {feed && <Remarks {...{ ui, feed }} />}
      {feed && (feed.source ? <UpdateCheck {...{ ui, feed, now, update }} /> : <p>{t('rules.none')}</p>)}
      {feed && <Draft {...{ ui, source: feed.source, tryDraft, endDraft }} />}
    </section>
  );
}

/** Version, age, where from, and how much it is. */
function Facts({ ui, about, feed, now }: Pick<RulesProps, 'ui' | 'feed' | 'now'> & { about: About }) {
  const { t } = ui;
  const release = feed?.inUse === 'feed' ? feed.release : null;
  const made = release ? release.created : dayOfVersion(about.version);
  return (
    <>
      <p>{t('options.rules.entries', { entries: entriesOf(about, ui) })}</p>
      <dl class="facts">
        <Fact name={t('rules.version')} value={about.version} />
        {made !== null && <Fact name={t('rules.made')} value={ageOf(now - made, ui)} />}
        {feed && (
          <Fact
            name={t('rules.origin')}
            value={release ? t('rules.origin.feed', { version: release.version }) : t('rules.origin.bundle')}
          />
        )}
        {feed?.source && (
          <Fact
            name={t('rules.mirrors')}
            value={t(`rules.mirrors.${feed.source.by}`, {
              hosts: new Intl.ListFormat(ui.lang).format(feed.source.mirrors.map(hostName)),
            })}
          />
        )}
      </dl>
      {feed?.source && <p class="small">{t('rules.mirrors.what')}</p>}
    </>
  );
}

/** "3 hari lalu"; of what is younger than a day only that. */
function ageOf(age: number, { t, lang }: Ui): string {
  return age < DAY ? t('rules.made.today') : t('rules.made.ago', { age: span(age, lang) });
}

export function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What is to be said of the rules in use, though they are used. */
function Remarks({ ui, feed }: { ui: Ui; feed: FeedView }) {
  const { t, lang } = ui;
  const storage = `rules.storage.${feed.storage}${feed.inUse === 'feed' ? '.feed' : ''}`;
  return (
    <>
      {feed.warnings.map((warning) => (
        <Said key={warning.code} ui={ui} said={warningWords(warning, ui)} />
      ))}
      {feed.storage !== 'fine' && <Said ui={ui} said={{ tone: 'heed', text: t(storage) }} />}
      {feed.skipped > 0 && <p class="small">{t('rules.skipped', { count: feed.skipped.toLocaleString(lang) })}</p>}
    </>
  );
}

/** "3.712 merek, 156 pola kata dan 11 marketplace"; what the rules do not hold is left out. */
function entriesOf({ entries, marketplaces }: About, { lang, t }: Ui): string {
  const held = Object.entries({ ...entries, marketplaces: marketplaces.length }).filter(([, count]) => count > 0);
  const named = held.map(([name, count]) => t(`options.rules.${name}`, { count: count.toLocaleString(lang) }));
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(named);
}
