// The panel: a dialog beside a badge. Esc closes it; the tab key stays inside.
import { useEffect, useRef } from 'preact/hooks';
import type { Suggestions } from '../utils/alternatives/suggest.ts';
import { muteKeys } from '../utils/choices.ts';
import type { Listing } from '../utils/listing/listing.ts';
import type { Assessment } from '../utils/origin/assessment.ts';
import { mayBeProposed } from '../utils/suggested.ts';
import { Explanation } from './explanation.tsx';
import { Local, saysLocal } from './local.tsx';
import type { Ui } from './ui.ts';

interface Props {
  listing: Listing;
  assessment: Assessment;
  unverified: boolean;
  rotten: boolean;
  /** Days since the rules were made, when they are past their date. */
  old?: number | null;
  /** Asked for when the panel opens: it comes a moment later, or never, and moves nothing. */
  local?: Suggestions | null;
  ui: Ui;
  /** Opens the form that proposes a local maker: of these goods, or another of the same kind. */
  propose?(other: boolean): void;
  /** Leaves this listing or its shop without a badge, by a name of `muteKeys`. */
  mute(key: string): void;
  /** Turns CekAsal off on this marketplace. */
  off(): void;
  close(): void;
  copy(text: string): Promise<boolean>;
}

/** Above what is scrolled to, in px. */
const ROOM = 10;

export function Panel({
  listing,
  assessment,
  unverified,
  rotten,
  old,
  local = null,
  ui,
  propose,
  mute,
  off,
  close,
  copy,
}: Props) {
  const keys = muteKeys(listing);
  const dialog = useRef<HTMLDivElement>(null);
  const made = useRef<HTMLHeadingElement>(null);
  useEffect(() => dialog.current?.querySelector('button')?.focus(), []);

  /** Inside the panel alone: the shop's page stays where it is. */
  const toLocal = () => {
    const [box, target] = [dialog.current, made.current];
    if (!box || !target) return;
    box.scrollTop += target.getBoundingClientRect().top - box.getBoundingClientRect().top - ROOM;
    target.focus({ preventScroll: true });
  };

  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation(); // The shop's own shortcuts are not meant.
    if (event.key === 'Escape') close();
    if (event.key !== 'Tab') return;
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('button, textarea, a[href]') ?? [])];
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
        {saysLocal(local) && local.suggestions.length > 0 && (
          <button type="button" class="link" onClick={toLocal}>
            {ui.t('local.jump')}
          </button>
        )}
        <button type="button" class="close" aria-label={ui.t('panel.close')} onClick={close}>
          ×
        </button>
      </header>
      {rotten && <p class="small rotten">{ui.t('panel.rotten')}</p>}
      <Explanation {...{ listing, assessment, unverified, old, ui, copy }} />
      <footer class="choices">
        {propose && mayBeProposed(listing, assessment) && (
          <Choice words={ui.t('propose.this')} choose={() => propose(false)} />
        )}
        {keys.listing && <Choice words={ui.t('panel.mute.listing')} choose={() => mute(keys.listing as string)} />}
        {keys.shop && <Choice words={ui.t('panel.mute.shop')} choose={() => mute(keys.shop as string)} />}
        <Choice words={ui.t('panel.off')} choose={off} />
      </footer>
      <Local {...{ local, ui }} heading={made} propose={propose && (() => propose(true))} />
    </div>
  );
}

function Choice({ words, choose }: { words: string; choose(): void }) {
  return (
    <button type="button" class="link" onClick={choose}>
      {words}
    </button>
  );
}
