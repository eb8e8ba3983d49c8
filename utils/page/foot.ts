// The foot of the page: the strips that stand there, one above the other and never over each other. Fixed, in a closed shadow
// root, text nodes only: it moves nothing.

const CSS = `:host{all:initial!important;position:fixed!important;left:12px!important;bottom:12px!important;z-index:2147483646!important;
display:flex!important;flex-direction:column!important;align-items:flex-start!important;gap:8px!important;max-width:calc(100vw - 24px)!important;
pointer-events:none!important}
div{box-sizing:border-box;display:flex;flex-wrap:wrap;gap:2px 14px;align-items:center;max-width:100%;padding:8px 12px;border:1px solid #475569;border-radius:8px;
background:#0f172a;color:#f1f5f9;font:400 13px/18px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;box-shadow:0 4px 16px rgb(0 0 0/.3);pointer-events:auto}
button,a{all:unset;cursor:pointer;font-weight:600;color:#5eead4;text-decoration:underline;padding:3px 0}
.quiet{font-weight:400;color:#cbd5e1}
.quiet+.quiet{margin-left:14px}
@media(max-width:600px){.far{display:none}}
button:focus-visible,a:focus-visible{outline:2px solid #93c5fd;outline-offset:2px}`;

export interface Foot {
  /** A strip that is not put up yet. The page hears no press on it. */
  bar(): HTMLElement;
  /** The one that came first stays where it is. */
  put(bar: HTMLElement): void;
  drop(bar: HTMLElement): void;
}

export function openFoot(document: Document, lang: string): Foot {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = CSS;
  root.append(style);
  return {
    bar() {
      const bar = document.createElement('div');
      bar.lang = lang;
      bar.addEventListener('click', (event) => event.stopPropagation());
      return bar;
    },
    put(bar) {
      if (bar.parentNode !== root) style.after(bar);
      if (!host.isConnected) document.body.append(host);
    },
    drop(bar) {
      bar.remove();
      if (root.lastChild === style) host.remove();
    },
  };
}

/** A button of a strip. */
export function footButton(document: Document, words: string, pressed: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', pressed);
  return button;
}
