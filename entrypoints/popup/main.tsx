// The popup's wiring: it looks at the tab, and looks again when a permission or the language changes.
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Popup, type Standing } from '../../components/popup.tsx';
import '../../components/style.css';
import './page.css';
import type { Suggestions } from '../../utils/alternatives/suggest.ts';
import { ask } from '../../utils/ask.ts';
import { LANGS } from '../../utils/choices.ts';
import { oldDays } from '../../utils/feed-words.ts';
import { HOSTS } from '../../utils/hosts.ts';
import type { Listing } from '../../utils/listing/listing.ts';
import { withoutGaps } from '../../utils/listing/listing.ts';
import { forgetAll } from '../../utils/memory.ts';
import { OBSERVED } from '../../utils/observe/observed.ts';
import { attempt, copy, memoryNow, ownPage } from '../../utils/own-page.ts';
import { readSaved, save, unsave } from '../../utils/saved.ts';
import { unmuteAll, writeLang, writeMemory, writeSite } from '../../utils/settings.ts';
import { isAskedFor } from '../../utils/suggested.ts';
import { allow, openMending, openOptions, standingOf, stopTrial, tabBehind } from './tab.ts';

const { local } = browser.storage;
let standing: Standing = { is: 'loading' };
/** The version in use; null until the background has said it. */
let rules: string | null = null;
/** Days since the rules were made, when they are past their date. */
let old: number | null = null;
/** What is made in Indonesia in the place of the page's product, and which product that is. */
let suggestions: Suggestions | null = null;
let suggestedFor = '';

const draw = ownPage(async (ui, app) => {
  const [memory, saved] = await Promise.all([memoryNow(), readSaved(local)]);
  render(
    <Popup
      {...{ standing, ui, rules, old, memory, saved, copy }}
      local={suggestions}
      save={(suggestion) => attempt(save(local, suggestion))}
      unsave={(id) => attempt(unsave(local, id))}
      langs={LANGS}
      hosts={HOSTS}
      observable={OBSERVED.map(({ page }) => page)}
      allow={(host) => attempt(allow(host, tab).then(look))}
      choose={(marketplace, change) => attempt(writeSite(local, marketplace, change))}
      unmute={(marketplace) => attempt(unmuteAll(local, marketplace))}
      propose={(listing, other) =>
        attempt(ask({ type: 'propose', listing: withoutGaps(listing), other }).then(() => window.close()))
      }
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
  const listing = wished();
  const key = JSON.stringify(listing);
  if (key !== suggestedFor) {
    suggestedFor = key;
    // What is shown stays until the new answer comes: the page may only have learned one more field.
    if (!listing) suggestions = null;
    else attempt(suggest(listing, key));
  }
  await draw();
}

/** The product of the page, where local goods are to be shown beside it. */
function wished(): Listing | null {
  if (standing.is !== 'page' || standing.state.site?.off) return null;
  const { listing, assessment } = standing.state;
  return listing && assessment && isAskedFor(assessment.verdict) ? listing : null;
}

async function suggest(listing: Listing, key: string): Promise<void> {
  const answer = await ask({ type: 'alternatives', listing }).catch((error: unknown) => {
    suggestedFor = ''; // Asked again with the next look.
    throw error;
  });
  if (key !== suggestedFor) return; // The tab shows something else by now.
  suggestions = answer;
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
