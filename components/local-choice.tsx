// Local goods in the settings: the shopper's province, which is chosen and never found out, and the strip on pages of results.
import type { Ui } from './ui.ts';

export interface LocalChoiceProps {
  ui: Ui;
  provinces: readonly { code: string; name: string }[];
  /** Code of a province; null: not set. */
  province: string | null;
  /** Whether pages of results have the strip. */
  local: boolean;
  live(province: string | null): void;
  showLocal(on: boolean): void;
}

export function LocalChoice({ ui: { t }, provinces, province, local, live, showLocal }: LocalChoiceProps) {
  return (
    <section class="local-choice" aria-labelledby="local-title">
      <h2 id="local-title">{t('options.local')}</h2>
      <p>{t('options.local.what')}</p>
      <p>
        <label>
          {t('options.local.province')}{' '}
          <select
            value={province ?? ''}
            aria-describedby="province-what"
            onChange={(event) => live(event.currentTarget.value || null)}
          >
            <option value="">{t('options.local.province.none')}</option>
            {provinces.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </p>
      <p class="small" id="province-what">
        {t('options.local.province.what')}
      </p>
      <label>
        <input type="checkbox" checked={local} onChange={(event) => showLocal(event.currentTarget.checked)} />{' '}
        {t('options.local.strip')}
      </label>
    </section>
  );
}
