// One badge: an unnamed element with a closed shadow root, so that a page can neither recognise nor read it. Text nodes
// only. It takes no space of its own: nothing on the page moves when it comes or goes.
import type { Translate } from '../i18n.ts';
import type { Lang } from '../messages.ts';
import type { Verdict } from '../origin/assessment.ts';
import { BADGE_CSS, CARD_BADGE_CSS } from './badge-css.ts';
import { guarded } from './guard.ts';

export type Label = Verdict | 'checking';

export interface BadgeOptions {
  document: Document;
  t: Translate;
  lang: Lang;
  dark: boolean;
  /** On a card: smaller. */
  small: boolean;
  /** The map needs mending. */
  rotten: boolean;
}

export interface Badge {
  host: HTMLElement;
  say(label: Label): void;
  /** More rules for the host: where it stands. */
  place(css: string): void;
  expanded(open: boolean): void;
  focus(): void;
}

/** What happens when a badge is pressed, by its host. */
const presses = new WeakMap<EventTarget, () => void>();

/** The page must not take a press on the badge for a press on the card or link that it stands in. */
const KEPT_FROM_PAGE = ['click', 'auxclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup'];

/**
 * Hears presses on all badges of a window, before the page does: one set of listeners, since there may be hundreds of badges.
 * @returns A function that ends it.
 */
export function hearPresses(window: Window): () => void {
  const hear = guarded((event: Event) => {
    const pressed = event.target && presses.get(event.target);
    if (!pressed || (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ')) return;
    event.stopImmediatePropagation();
    if (event.type !== 'click') return;
    event.preventDefault();
    pressed();
  });
  for (const type of KEPT_FROM_PAGE) window.addEventListener(type, hear, true);
  return () => {
    for (const type of KEPT_FROM_PAGE) window.removeEventListener(type, hear, true);
  };
}

/** What makes badges that are alike but for their words: all that can be is done once, since hundreds may stand on a page. */
export function openBadges({ document, t, lang, dark, small, rotten }: BadgeOptions) {
  const css = small ? CARD_BADGE_CSS : BADGE_CSS;

  const dress = (button: HTMLElement, label: Label) => {
    const word = t(label === 'checking' ? 'badge.checking' : `verdict.${label}`);
    button.textContent = word;
    button.className = `${label}${dark ? ' dark' : ''}${small ? ' small' : ''}${rotten ? ' rotten' : ''}`;
    const name = label === 'checking' ? word : t('badge.label', { verdict: word });
    button.setAttribute('aria-label', rotten ? `${name}. ${t('badge.rotten')}` : name);
  };

  const made = new Map<Label, DocumentFragment>();
  const madeFor = (label: Label): DocumentFragment => {
    const content = document.createDocumentFragment();
    const button = document.createElement('button');
    button.type = 'button';
    button.lang = lang;
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-expanded', 'false');
    dress(button, label);
    content.append(document.createElement('style'), button);
    made.set(label, content);
    return content;
  };

  return (label: Label, pressed: () => void): Badge => {
    const host = document.createElement('span');
    const root = host.attachShadow({ mode: 'closed' });
    root.append((made.get(label) ?? madeFor(label)).cloneNode(true));
    const [style, button] = root.childNodes as unknown as [HTMLElement, HTMLElement];
    // Not cloned: Firefox asks the page's policy about a style whose text was not set by us.
    style.textContent = css;
    presses.set(host, pressed);
    return {
      host,
      say: (other) => dress(button, other),
      place(more) {
        style.textContent = css + more;
      },
      expanded: (open) => button.setAttribute('aria-expanded', String(open)),
      focus: () => button.focus(),
    };
  };
}
