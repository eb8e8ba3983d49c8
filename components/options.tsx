// The settings, on a page of their own: a pasted text is checked, and everything that can be chosen stands in one place.
import type { Lang, SiteChoice } from '../utils/choices.ts';
import type { About } from '../utils/knowledge/knowledge.ts';
import { Check, type Checked } from './check.tsx';
import { Language } from './language.tsx';
import { type Memory, MemoryChoice } from './memory.tsx';
import { SiteChoices } from './site-choices.tsx';
import type { Ui } from './ui.ts';

interface Props {
  ui: Ui;
  langs: readonly Lang[];
  /** Marketplaces that may be read, and what was chosen for each. */
  sites: readonly { id: string; name: string; site: SiteChoice }[];
  memory: Memory | null;
  /** What the rules hold; null while unknown. */
  about: About | null;
  /** Address of the page that explains the badges. */
  welcome: string;
  check(text: string): Promise<Checked | null>;
  copy(text: string): Promise<boolean>;
  speak(lang: Lang): void;
  choose(marketplace: string, change: Partial<Omit<SiteChoice, 'muted'>>): void;
  unmute(marketplace: string): void;
  remember(on: boolean): void;
  forget(): void;
}

export function Options(props: Props) {
  const { ui, sites, memory, about, welcome, check, copy, choose, unmute } = props;
  const { t, lang } = ui;
  return (
    <div class={`page${ui.dark ? ' night' : ''}`} lang={lang}>
      <header>
        <h1>{t('options.title')}</h1>
        <Language {...props} />
      </header>
      <Check {...{ ui, check, copy }} />
      {sites.length > 0 && (
        <section class="sites" aria-labelledby="sites-title">
          <h2 id="sites-title">{t('options.sites')}</h2>
          <p>{t('popup.display')}</p>
          {sites.map(({ id, name, site }) => (
            <SiteChoices key={id} marketplace={id} {...{ name, site, ui, choose, unmute }} />
          ))}
        </section>
      )}
      <section aria-labelledby="memory-title">
        <h2 id="memory-title">{t('options.memory')}</h2>
        <p>{t('options.memory.what')}</p>
        <MemoryChoice {...props} />
        {memory?.count === 0 && <p class="small">{t('options.memory.none')}</p>}
      </section>
      <section aria-labelledby="rules-title">
        <h2 id="rules-title">{t('options.rules')}</h2>
        <p>{t('options.rules.what')}</p>
        <p>{about ? t('options.rules.entries', { entries: entriesOf(about, ui) }) : t('popup.rules.unknown')}</p>
        {about && <p class="small">{t('popup.ruleset', { version: about.version })}</p>}
      </section>
      <footer>
        <a href={welcome}>{t('options.welcome')}</a>
      </footer>
    </div>
  );
}

/** "3.712 merek, 156 pola kata dan 11 marketplace"; what the rules do not hold is left out. */
function entriesOf({ entries, marketplaces }: About, { lang, t }: Ui): string {
  const held = Object.entries({ ...entries, marketplaces: marketplaces.length }).filter(([, count]) => count > 0);
  const named = held.map(([name, count]) => t(`options.rules.${name}`, { count: count.toLocaleString(lang) }));
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(named);
}
