// The popup's wiring: it looks at the tab, and looks again when a permission or the language changes.
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Popup, type Standing } from '../../components/popup.tsx';
import '../../components/style.css';
import './page.css';
import { ask } from '../../utils/ask.ts';
import { LANGS } from '../../utils/choices.ts';
import { oldDays } from '../../utils/feed-words.ts';
import { HOSTS } from '../../utils/hosts.ts';
import { forgetAll } from '../../utils/memory.ts';
import { OBSERVED } from '../../utils/observe/observed.ts';
import { attempt, copy, memoryNow, ownPage } from '../../utils/own-page.ts';
import { unmuteAll, writeLang, writeMemory, writeSite } from '../../utils/settings.ts';
import { allow, openMending, openOptions, standingOf, stopTrial, tabBehind } from './tab.ts';

const { local } = browser.storage;
let standing: Standing = { is: 'loading' };
/** The version in use; null until the background has said it. */
let rules: string | null = null;
/** Days since the rules were made, when they are past their date. */
let old: number | null = null;

const draw = ownPage(async (ui, app) => {
  const memory = await memoryNow();
  render(
    <Popup
      {...{ standing, ui, rules, old, memory, copy }}
      langs={LANGS}
      hosts={HOSTS}
      observable={OBSERVED.map(({ page }) => page)}
      allow={(host) => attempt(allow(host, tab).then(look))}
      choose={(marketplace, change) => attempt(writeSite(local, marketplace, change))}
      unmute={(marketplace) => attempt(unmuteAll(local, marketplace))}
      mend={() => attempt(openMending(tab))}
      endTrial={() => attempt(stopTrial(tab).then(look))}
      remember={(on) => attempt(writeMemory(local, on))}
      forget={() => attempt(forgetAll().then(draw))}
      settings={() => attempt(openOptions())}
      speak={(chosen) => attempt(writeLang(local, chosen))}
    />,
    app,
  );
});

async function look(): Promise<void> {
  standing = await standingOf(tab);
  await draw();
}

const tab = await tabBehind();

/** Once: rules do not change while a popup is open. */
async function readRules(): Promise<void> {
  rules = (await ask({ type: 'about' })).version;
  await draw();
  old = oldDays(await ask({ type: 'feed' }));
  await draw();
}

attempt(readRules());
browser.permissions.onAdded.addListener(() => attempt(look()));
browser.permissions.onRemoved.addListener(() => attempt(look()));
await look();
// What the page knows grows while the popup is open.
setInterval(() => attempt(look()), 1000);
