// The strip of a page of results: who in Indonesia makes what was searched for, as links. Asked for once for the same words;
// nothing is shown where nothing fits, and nothing again where it was closed or not wanted.
import type { Suggestion } from '../alternatives/suggest.ts';
import { addressOf, LINK, linkWords } from '../suggested.ts';
import type { PageEnv } from './env.ts';
import { footButton } from './foot.ts';
import { report } from './guard.ts';

/** How long (ms) the address must hold still, so that nobody is asked for words that are passed by. */
const CALM = 300;

export interface LocalStrip {
  /** The page is another now; null: no page of results. */
  at(url: URL | null): void;
}

export function openLocalStrip({ document, foot, local, timers, t }: PageEnv): LocalStrip {
  let searched: string | null = null;
  let bar: HTMLElement | null = null;
  /** An answer of before counts no more when the page comes back to the same words. */
  let turn = 0;

  const drop = () => {
    if (bar) foot.drop(bar);
    bar = null;
  };

  const linkTo = (suggestion: Suggestion) => {
    const href = addressOf(suggestion);
    if (href === null) return [];
    const { title, name, place } = suggestion;
    const link = Object.assign(document.createElement('a'), LINK, { href, title: linkWords(suggestion, t) });
    link.textContent = title ?? name;
    if (place !== null) {
      // Left out where there is little room.
      const where = Object.assign(document.createElement('span'), { className: 'far', textContent: ` · ${place}` });
      link.append(where);
    }
    return [link];
  };

  const show = (words: string, suggestions: readonly Suggestion[]) => {
    const links = suggestions.flatMap(linkTo);
    if (links.length === 0) return;
    drop();
    bar = foot.bar();
    const label = document.createElement('span');
    label.textContent = t('strip.local', { words });
    bar.setAttribute('role', 'region');
    bar.setAttribute('aria-label', label.textContent);
    const never = footButton(document, t('strip.never'), () => {
      drop();
      local?.never();
    });
    const close = footButton(document, t('strip.close'), () => {
      local?.closed.add(words);
      drop();
    });
    never.className = close.className = 'quiet';
    const ways = document.createElement('span');
    ways.append(close, never);
    bar.append(label, ...links, ways);
    foot.put(bar);
  };

  const ask = async (words: string, mine: number) => {
    const answer = mine === turn ? await local?.ask(words) : null;
    if (answer && mine === turn) show(words, answer.suggestions);
  };

  return {
    at(url) {
      const words = (url && local?.words(url)) ?? null;
      if (words === searched) return;
      searched = words;
      turn += 1;
      const mine = turn;
      drop();
      if (words !== null && !local?.closed.has(words))
        timers.setTimeout(() => void ask(words, mine).catch(report), CALM);
    },
  };
}
