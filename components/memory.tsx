// The product memory: said, switched on and off, and cleared with one press.
import type { Ui } from './ui.ts';

/** Whether it is kept, and how many products are in it. */
export interface Memory {
  on: boolean;
  count: number;
}

interface Props {
  /** Null while unknown. */
  memory: Memory | null;
  ui: Ui;
  remember(on: boolean): void;
  forget(): void;
}

/** What was read on product pages is kept in this browser, said here, and cleared with one press. */
export function MemoryChoice({ memory, ui: { t }, remember, forget }: Props) {
  if (!memory) return null;
  return (
    <fieldset>
      <label>
        <input type="checkbox" checked={memory.on} onChange={(event) => remember(event.currentTarget.checked)} />{' '}
        {t('popup.memory')}
      </label>
      <p class="small">{t('popup.memory.what')}</p>
      {memory.count > 0 && (
        <button type="button" class="link" onClick={forget}>
          {t('popup.memory.forget', { count: String(memory.count) })}
        </button>
      )}
    </fieldset>
  );
}
