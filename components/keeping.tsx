// The settings to be carried away in a file, loaded from one, and brought back as they were before an update.
import { useRef, useState } from 'preact/hooks';
import { dateOf } from '../utils/span.ts';
import type { Ui } from './ui.ts';

/** What came of it, in words. */
export interface Loaded {
  ok: boolean;
  words: string;
}

export interface KeepingProps {
  ui: Ui;
  /** When a copy was kept that differs from the settings of now, milliseconds since 1970; null: nothing to bring back. */
  backup: number | null;
  /** Writes a file. */
  save(): void;
  load(file: File): Promise<Loaded>;
  /** Brings back the copy. */
  restore(): Promise<Loaded>;
}

export function Keeping({ ui: { t, lang }, backup, save, load, restore }: KeepingProps) {
  const file = useRef<HTMLInputElement>(null);
  const [came, setCame] = useState<Loaded | null>(null);
  const tell = (work: Promise<Loaded>) =>
    void work.then(setCame, () => setCame({ ok: false, words: t('keeping.problem.failed') }));
  const chosen = () => {
    const [one] = file.current?.files ?? [];
    if (!one) return;
    setCame(null);
    tell(load(one));
    // The same file may be chosen again.
    if (file.current) file.current.value = '';
  };
  return (
    <section class="keeping" aria-labelledby="keeping-title">
      <h2 id="keeping-title">{t('keeping.title')}</h2>
      <p>{t('keeping.what')}</p>
      <p class="row">
        <button type="button" class="allow" onClick={save}>
          {t('keeping.save')}
        </button>
        <button type="button" class="allow" onClick={() => file.current?.click()}>
          {t('keeping.load')}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={t('keeping.file')}
          onChange={chosen}
        />
      </p>
      {backup !== null && (
        <button type="button" class="link" onClick={() => tell(restore())}>
          {t('keeping.restore', { date: dateOf(backup, lang) })}
        </button>
      )}
      <p role="status">{came?.ok ? came.words : ''}</p>
      <p role="alert">{came?.ok === false ? came.words : ''}</p>
    </section>
  );
}
