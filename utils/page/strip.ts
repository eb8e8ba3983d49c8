// The strip of a page of many cards: how many imports are dimmed or hidden, and one press that shows them.

import type { Translate } from '../i18n.ts';
import { type Foot, footButton } from './foot.ts';
import type { Shelf } from './shelf.ts';

export interface Strip {
  /** Nothing is shown for none. */
  say(count: number, now: ReturnType<Shelf['now']>): void;
  remove(): void;
}

export interface StripOptions {
  document: Document;
  foot: Foot;
  t: Translate;
  /** "Tampilkan" or "Sembunyikan lagi" was pressed. */
  toggled(): void;
}

export function createStrip({ document, foot, t, toggled }: StripOptions): Strip {
  const bar = foot.bar();
  bar.setAttribute('role', 'status');
  const words = document.createElement('span');
  const toggle = footButton(document, '', toggled);
  let closed = false;
  const close = footButton(document, t('strip.close'), () => {
    closed = true;
    foot.drop(bar);
  });
  bar.append(words, toggle, close);
  return {
    say(count, now) {
      if (count === 0 || closed) return foot.drop(bar);
      words.textContent = t(`strip.${now}`, { count: String(count) });
      toggle.textContent = t(now === 'revealed' ? 'strip.again' : 'strip.show');
      foot.put(bar);
    },
    remove: () => foot.drop(bar),
  };
}
