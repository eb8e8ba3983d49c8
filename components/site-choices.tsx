// What the user chose for a marketplace: how imports look, whether it is off, whether its answers are read.
import { DISPLAYS, type SiteChoice } from '../utils/choices.ts';
import type { PageState } from '../utils/messages.ts';
import type { Ui } from './ui.ts';

interface Callbacks {
  /** Changes what was chosen for this marketplace. */
  choose(marketplace: string, change: Partial<Omit<SiteChoice, 'muted'>>): void;
  unmute(marketplace: string): void;
}

interface Props extends Callbacks {
  marketplace: string;
  site: SiteChoice;
  /** The marketplace's name, where several stand below each other. */
  name?: string;
  ui: Ui;
}

/** What was chosen for this marketplace. */
export function SiteChoices({ marketplace, site, name, ui: { t }, choose, unmute }: Props) {
  if (site.off)
    return (
      <fieldset>
        {name && <legend>{name}</legend>}
        <p>{t('popup.off')}</p>
        <button type="button" class="allow" onClick={() => choose(marketplace, { off: false })}>
          {t('popup.on')}
        </button>
      </fieldset>
    );
  return (
    <fieldset>
      {name ? <legend>{name}</legend> : <legend class="small">{t('popup.display')}</legend>}
      {DISPLAYS.map((display) => (
        <label key={display}>
          <input
            type="radio"
            name={`display ${marketplace}`}
            checked={site.display === display}
            onChange={() => choose(marketplace, { display })}
          />{' '}
          {t(`popup.display.${display}`)}
        </label>
      ))}
      {site.muted.length > 0 && (
        <button type="button" class="link" onClick={() => unmute(marketplace)}>
          {t('popup.unmute', { count: String(site.muted.length) })}
        </button>
      )}
      <button type="button" class="link" onClick={() => choose(marketplace, { off: true })}>
        {t('panel.off')}
      </button>
    </fieldset>
  );
}

/** The page's own answers are read only where the user agreed, knowing what it means. */
export function Observer({
  state: { marketplace, site },
  ui: { t },
  choose,
}: { state: PageState; ui: Ui } & Pick<Callbacks, 'choose'>) {
  if (!marketplace || !site || site.off) return null;
  return (
    <details class="observer">
      <summary class="small">{t(site.observe ? 'popup.observe.on' : 'popup.observe')}</summary>
      <p class="small">{t('popup.observe.what')}</p>
      <p class="small">{t('popup.observe.risk')}</p>
      <button type="button" class="link" onClick={() => choose(marketplace, { observe: !site.observe })}>
        {t(site.observe ? 'popup.observe.stop' : 'popup.observe.allow')}
      </button>
      <p class="small">{t('popup.observe.reload')}</p>
    </details>
  );
}
