// The language that CekAsal speaks, chosen by its own name.
import type { Lang } from '../utils/choices.ts';
import type { Ui } from './ui.ts';

const NAMES: Record<Lang, string> = { id: 'Bahasa Indonesia', en: 'English' };

interface Props {
  ui: Ui;
  langs: readonly Lang[];
  speak(lang: Lang): void;
}

export function Language({ ui: { t, lang }, langs, speak }: Props) {
  return (
    <label>
      <span class="small">{t('popup.language')} </span>
      <select value={lang} onChange={(event) => speak(event.currentTarget.value as Lang)}>
        {langs.map((name) => (
          <option key={name} value={name} lang={name}>
            {NAMES[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
