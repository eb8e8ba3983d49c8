// The panel's script, brought into the page when the first badge is pressed. It meets the badges over the panel bridge.
import { h, render } from 'preact';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Panel } from '../../components/panel.tsx';
import style from '../../components/style.css?inline';
import type { Suggestions } from '../../utils/alternatives/suggest.ts';
import { translator } from '../../utils/i18n.ts';
import { withoutGaps } from '../../utils/listing/listing.ts';
import { askBackground } from '../../utils/page/ask.ts';
import { panelBridge, type Subject } from '../../utils/page/panel-bridge.ts';
import { VERDICT_CSS } from '../../utils/page/verdict-css.ts';
import { mute, writeSite } from '../../utils/settings.ts';
import { isAskedFor } from '../../utils/suggested.ts';
import { WORDS } from '../../utils/words.ts';
import { panelPosition } from './position.ts';

const HOST_CSS =
  ':host{all:initial!important;position:fixed!important;z-index:2147483647!important;display:block!important;';

export default defineUnlistedScript(() => {
  const bridge = panelBridge();
  if (bridge.show) return; // Brought in twice.
  bridge.show = show;
  if (bridge.wanted) show(bridge.wanted);

  function show(subject: Subject): void {
    const again = bridge.open?.host === subject.host;
    bridge.open?.close();
    if (again) return;

    const host = document.createElement('span');
    const root = host.attachShadow({ mode: 'closed' });
    const css = document.createElement('style');
    const place = panelPosition(subject.host.getBoundingClientRect(), window.innerWidth, window.innerHeight);
    css.textContent = `${HOST_CSS}${place}}.mount{max-height:inherit}${style}${VERDICT_CSS}`;
    const mount = document.createElement('div');
    mount.className = 'mount';
    root.append(css, mount);

    const close = () => {
      if (bridge.open?.host !== subject.host) return;
      bridge.open = null;
      window.removeEventListener('keydown', escaped, true);
      window.removeEventListener('pointerdown', outside, true);
      const held = root.activeElement !== null;
      render(null, mount);
      host.remove();
      subject.expanded(false);
      if (held) subject.focus();
    };
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    const outside = (event: Event) => {
      const path = event.composedPath();
      if (!path.includes(host) && !path.includes(subject.host)) close();
    };

    window.addEventListener('keydown', escaped, true);
    window.addEventListener('pointerdown', outside, true);
    bridge.open = { host: subject.host, close };
    document.body.append(host);
    const { listing, assessment, unverified, rotten, old, lang, dark } = subject;
    const ui = { lang, t: translator(WORDS[lang]), dark };
    const { marketplace } = listing;
    // The page's content script hears of it from the storage, and begins anew.
    const choose = (choice: Promise<void>) => {
      choice.catch((error: unknown) => console.warn('CekAsal', error));
      close();
    };
    const props = {
      propose: (other: boolean) => {
        // Sent once: what is asked again would open another tab.
        browser.runtime
          .sendMessage({ type: 'propose', listing: withoutGaps(listing), other })
          .catch((error: unknown) => console.warn('CekAsal', error));
        close();
      },
      mute: (key: string) => choose(mute(browser.storage.local, marketplace, key)),
      off: () => choose(writeSite(browser.storage.local, marketplace, { off: true })),
      close,
      copy,
    };
    const draw = (local: Suggestions | null) =>
      render(h(Panel, { listing, assessment, unverified, rotten, old, local, ui, ...props }), mount);
    draw(null);
    subject.expanded(true);
    if (!isAskedFor(assessment.verdict)) return;
    // What comes later is scrolled to: a panel that stands above its badge would grow upwards, away from the reader.
    if (place.includes('bottom:')) css.textContent += `:host{max-height:${host.offsetHeight}px!important}`;
    askBackground({ type: 'alternatives', listing: withoutGaps(listing) }).then(
      (answer) => {
        if (host.isConnected) draw(answer);
      },
      (error: unknown) => console.warn('CekAsal', error),
    );
  }
});

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
