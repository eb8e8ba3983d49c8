// The panel: a dialog beside a badge. Esc closes it; the tab key stays inside.
import { useEffect, useRef } from 'preact/hooks';
import type { Listing } from '../utils/listing/listing.ts';
import type { Assessment } from '../utils/origin/assessment.ts';
import { Explanation } from './explanation.tsx';
import type { Ui } from './ui.ts';

interface Props {
  listing: Listing;
  assessment: Assessment;
  unverified: boolean;
  ui: Ui;
  close(): void;
  copy(text: string): Promise<boolean>;
}

export function Panel({ listing, assessment, unverified, ui, close, copy }: Props) {
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.querySelector('button')?.focus(), []);

  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation(); // The shop's own shortcuts are not meant.
    if (event.key === 'Escape') close();
    if (event.key !== 'Tab') return;
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('button, textarea') ?? [])];
    const leaving = event.shiftKey ? stops[0] : stops.at(-1);
    if (event.target !== leaving) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  };

  return (
    <div
      ref={dialog}
      class={`panel${ui.dark ? ' night' : ''}`}
      role="dialog"
      aria-labelledby="cekasal-title"
      lang={ui.lang}
      tabIndex={-1}
      onKeyDown={pressed}
    >
      <header>
        <h2 id="cekasal-title">{ui.t('panel.title')}</h2>
        <button type="button" class="close" aria-label={ui.t('panel.close')} onClick={close}>
          ×
        </button>
      </header>
      <Explanation listing={listing} assessment={assessment} unverified={unverified} ui={ui} copy={copy} />
    </div>
  );
}
