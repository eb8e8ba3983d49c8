// The strip at the foot of a page of many cards: how many imports are dimmed or hidden, and one press that shows them.
// Fixed, in a closed shadow root, text nodes only: it moves nothing.

import type { Translate } from '../i18n.ts';
import type { Lang } from '../messages.ts';
import type { Shelf } from './shelf.ts';

const CSS = `:host{all:initial!important;position:fixed!important;left:12px!important;bottom:12px!important;z-index:2147483646!important;
display:block!important;max-width:calc(100vw - 24px)!important}
div{box-sizing:border-box;display:flex;flex-wrap:wrap;gap:6px 12px;align-items:center;padding:8px 12px;border:1px solid #475569;border-radius:8px;
background:#0f172a;color:#f1f5f9;font:400 13px/18px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;box-shadow:0 4px 16px rgb(0 0 0/.3)}
button{all:unset;cursor:pointer;font-weight:600;color:#5eead4;text-decoration:underline;padding:3px 0}
button:focus-visible{outline:2px solid #93c5fd;outline-offset:2px}`;

export interface Strip {
  /** Nothing is shown for none. */
  say(count: number, now: ReturnType<Shelf['now']>): void;
  remove(): void;
}

export interface StripOptions {
  document: Document;
  t: Translate;
  lang: Lang;
  /** "Tampilkan" or "Sembunyikan lagi" was pressed. */
  toggled(): void;
}

export function createStrip({ document, t, lang, toggled }: StripOptions): Strip {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = CSS;
  const bar = document.createElement('div');
  bar.lang = lang;
  bar.setAttribute('role', 'status');
  const words = document.createElement('span');
  const toggle = document.createElement('button');
  const close = document.createElement('button');
  toggle.type = close.type = 'button';
  close.textContent = t('strip.close');
  toggle.addEventListener('click', (event) => {
    event.stopPropagation();
    toggled();
  });
  let closed = false;
  close.addEventListener('click', (event) => {
    event.stopPropagation();
    closed = true;
    host.remove();
  });
  bar.append(words, toggle, close);
  root.append(style, bar);
  return {
    say(count, now) {
      if (count === 0 || closed) return host.remove();
      words.textContent = t(`strip.${now}`, { count: String(count) });
      toggle.textContent = t(now === 'revealed' ? 'strip.again' : 'strip.show');
      if (!host.isConnected) document.body.append(host);
    },
    remove: () => host.remove(),
  };
}
