// What the popup lets a shopper do with a suggestion: save it, copy it; and the list of those that were saved.
import type { Suggestion } from '../utils/alternatives/suggest.ts';
import type { Saved } from '../utils/saved.ts';
import { addressOf } from '../utils/suggested.ts';
import { Copy } from './copy.tsx';
import { nameWords, OpenLink } from './local.tsx';
import type { Ui } from './ui.ts';

export interface Saving {
  /** The newest first. */
  saved: readonly Saved[];
  ui: Ui;
  save(suggestion: Suggestion): void;
  unsave(id: string): void;
  copy(text: string): Promise<boolean>;
}

/** Several of these stand below each other: each says to whom it belongs. */
const named = (action: string, suggestion: Pick<Saved, 'type' | 'name' | 'title'>, ui: Ui) =>
  ui.t('local.named', { action, name: nameWords(suggestion, ui) });

export function SuggestionActions({ suggestion, saved, ui, save, unsave, copy }: Saving & { suggestion: Suggestion }) {
  const { t } = ui;
  const isSaved = saved.some(({ id }) => id === suggestion.id);
  const action = t(isSaved ? 'local.unsave' : 'local.save');
  const text = [nameWords(suggestion, ui), suggestion.place, addressOf(suggestion)].filter((line) => line !== null);
  return (
    <div class="row">
      {addressOf(suggestion) !== null && (
        <button
          type="button"
          class="link"
          aria-label={named(action, suggestion, ui)}
          onClick={() => (isSaved ? unsave(suggestion.id) : save(suggestion))}
        >
          {action}
        </button>
      )}
      <Copy
        label={t('local.copy')}
        name={named(t('local.copy'), suggestion, ui)}
        text={text.join('\n')}
        done={t('panel.copied')}
        {...{ ui, copy }}
      />
    </div>
  );
}

export function SavedList({ saved, ui, unsave }: Pick<Saving, 'saved' | 'ui' | 'unsave'>) {
  const { t } = ui;
  if (saved.length === 0) return null;
  return (
    <details class="saved">
      <summary>{t('local.saved', { count: String(saved.length) })}</summary>
      <ul>
        {saved.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{nameWords(one, ui)}</strong>
              {one.place && ` · ${one.place}`}
            </p>
            <OpenLink suggestion={one} ui={ui} />
            <button
              type="button"
              class="link"
              aria-label={named(t('local.remove'), one, ui)}
              onClick={() => unsave(one.id)}
            >
              {t('local.remove')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
