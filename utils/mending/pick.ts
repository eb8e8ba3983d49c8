// Pick mode: the element under the pointer is outlined, a click or Enter takes it, Esc ends it. The arrow keys walk the
// page's tree, for those who use no mouse. Nothing of this reaches the page, and nothing of the page is changed: the outline
// is an element of ours in a closed shadow root.

const CSS = `:host{all:initial!important;position:fixed!important;z-index:2147483646!important;pointer-events:none!important;
display:block!important}div{position:absolute;inset:-3px;box-sizing:border-box;border:3px solid #0f766e;border-radius:3px;
outline:2px solid #fff;background:rgb(15 118 110/.12)}`;

/** What a page must not hear of while somebody points. */
const KEPT = [
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'],
  ...['touchstart', 'touchend', 'keydown', 'keyup', 'keypress', 'submit', 'dragstart'],
];
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'META', 'LINK']);

export interface PickOptions {
  window: Window;
  /** Our own element, where pressing stays pressing. */
  own: Element;
  /** Whether a button of ours has the focus: Enter is meant for it. */
  pressing(): boolean;
  /** Where the keyboard begins. */
  start: Element | null;
  picked(element: Element): void;
  cancelled(): void;
  /** The element that is outlined now, for those who can't see the outline. */
  moved(element: Element): void;
}

/** The element that an arrow key leads to; null: none there. */
export function stepFrom(element: Element, key: string): Element | null {
  const seen = (one: Element | null, next: (of: Element) => Element | null): Element | null => {
    let at = one;
    while (at && SILENT.has(at.tagName)) at = next(at);
    return at;
  };
  switch (key) {
    case 'ArrowUp':
      return element.parentElement?.closest('body *') ?? null;
    case 'ArrowDown':
      return seen(element.firstElementChild, (one) => one.nextElementSibling);
    case 'ArrowRight':
      return seen(element.nextElementSibling, (one) => one.nextElementSibling);
    case 'ArrowLeft':
      return seen(element.previousElementSibling, (one) => one.previousElementSibling);
    default:
      return null;
  }
}

/** @returns A function that ends it without a word. */
export function pickElement({ window, own, pressing, start, picked, cancelled, moved }: PickOptions): () => void {
  const { document } = window;
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = CSS;
  root.append(style, document.createElement('div'));
  let at: Element | null = null;

  const outline = () => {
    if (!at) return;
    const { left, top, width, height } = at.getBoundingClientRect();
    const place = Object.entries({ left, top, width, height }).map(
      ([name, px]) => `${name}:${Math.round(px)}px!important`,
    );
    style.textContent = `${CSS}:host{${place.join(';')}}`;
    if (!host.isConnected) document.documentElement.append(host);
  };
  const go = (element: Element | null, scroll = false) => {
    if (!element || element === at || element === own || element === host || !document.body?.contains(element)) return;
    at = element;
    if (scroll) element.scrollIntoView?.({ block: 'nearest' });
    outline();
    moved(element);
  };
  const isOurs = (event: Event) => event.composedPath().includes(own);
  const hover = (event: Event) => {
    if (!isOurs(event)) go(event.target as Element);
  };
  const hear = (event: Event) => {
    const key = event.type.startsWith('key') ? (event as KeyboardEvent).key : null;
    // Presses on our own bar stay what they are.
    if (isOurs(event) && (key === null || (pressing() && (key === 'Enter' || key === ' ')))) return;
    // Tab leads to our bar; shortcuts of the browser go on.
    if (key === 'Tab' || (event as KeyboardEvent).ctrlKey || (event as KeyboardEvent).metaKey) return;
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
    if (event.type === 'click' && event.target instanceof Element) {
      go(event.target);
      take();
    } else if (event.type === 'keydown') {
      if (key === 'Escape') end(cancelled);
      else if (key === 'Enter') take();
      else go(at ? stepFrom(at, key ?? '') : start, true);
    }
  };
  const take = () => {
    const chosen = at;
    if (chosen) end(() => picked(chosen));
  };
  const stop = () => {
    for (const type of KEPT) window.removeEventListener(type, hear, true);
    window.removeEventListener('pointermove', hover, true);
    window.removeEventListener('scroll', outline, true);
    window.removeEventListener('resize', outline);
    host.remove();
  };
  const end = (then: () => void) => {
    stop();
    then();
  };

  for (const type of KEPT) window.addEventListener(type, hear, { capture: true, passive: false });
  window.addEventListener('pointermove', hover, true);
  window.addEventListener('scroll', outline, true);
  window.addEventListener('resize', outline);
  return stop;
}
