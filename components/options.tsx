// The settings, on a page of their own: a pasted text is checked, and everything that can be chosen stands in one place.
import type { Lang, SiteChoice } from '../utils/choices.ts';
import { Check, type Checked } from './check.tsx';
import { Keeping, type KeepingProps } from './keeping.tsx';
import { Language } from './language.tsx';
import { LocalChoice, type LocalChoiceProps } from './local-choice.tsx';
import { type Memory, MemoryChoice } from './memory.tsx';
import { Rules, type RulesProps } from './rules.tsx';
import { SiteChoices } from './site-choices.tsx';

interface Props extends RulesProps, KeepingProps, LocalChoiceProps {
  langs: readonly Lang[];
  /** Marketplaces that may be read, and what was chosen for each. */
  sites: readonly { id: string; name: string; site: SiteChoice }[];
  memory: Memory | null;
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
  const { ui, sites, memory, welcome, check, copy, choose, unmute } = props;
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
      <LocalChoice {...props} />
      <Rules {...props} />
      <Keeping {...props} />
      <footer>
        <a href={welcome}>{t('options.welcome')}</a>
      </footer>
    </div>
  );
}
