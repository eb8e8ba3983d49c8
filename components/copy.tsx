// A button that copies a text. When the clipboard is refused the text is shown, selected, to be copied by hand.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ui } from './ui.ts';

interface Props {
  label: string;
  /** Where several with this label stand below each other: what each is called. */
  name?: string;
  text: string;
  /** Said after copying. */
  done: string;
  ui: Ui;
  /** @returns Whether the clipboard took it. */
  copy(text: string): Promise<boolean>;
}

export function Copy({ label, name, text, done, ui, copy }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (outcome === 'refused') area.current?.select();
  }, [outcome]);
  const press = () => {
    copy(text).then(
      (taken) => setOutcome(taken ? 'copied' : 'refused'),
      () => setOutcome('refused'),
    );
  };
  return (
    <div class="copy">
      <button type="button" aria-label={name} onClick={press}>
        {label}
      </button>
      <p role="status">{outcome === 'copied' ? done : outcome === 'refused' ? ui.t('panel.copy.manually') : ''}</p>
      {outcome === 'refused' && <textarea ref={area} readOnly aria-label={label} rows={4} value={text} />}
    </div>
  );
}
