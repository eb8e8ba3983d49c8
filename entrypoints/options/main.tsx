// The settings' wiring: a pasted text is judged by the background, like what a page says; the rest is stored choices.
import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { Checked } from '../../components/check.tsx';
import { Options } from '../../components/options.tsx';
import '../../components/style.css';
import '../../components/page.css';
import { ask } from '../../utils/ask.ts';
import { LANGS } from '../../utils/choices.ts';
import { STATE_KEY } from '../../utils/feed/state.ts';
import { HOSTS } from '../../utils/hosts.ts';
import type { About } from '../../utils/knowledge/knowledge.ts';
import { listingFromText } from '../../utils/listing/from-text.ts';
import { forgetAll } from '../../utils/memory.ts';
import type { SentRequest } from '../../utils/messages.ts';
import { OPTIONAL_HOSTS } from '../../utils/optional-hosts.ts';
import { attempt, copy, memoryNow, ownPage } from '../../utils/own-page.ts';
import { PROVINCES } from '../../utils/provinces.ts';
import {
  readLocal,
  readProvince,
  readSite,
  unmuteAll,
  writeLang,
  writeLocal,
  writeMemory,
  writeProvince,
  writeSite,
} from '../../utils/settings.ts';
import { openFeed } from './feed.ts';
import { backupNow, loadSettings, restoreSettings, saveSettings } from './keeping.ts';

const { local } = browser.storage;
let about: About | null = null;

async function check(text: string): Promise<Checked | null> {
  const listing = listingFromText(text);
  if (!listing) return null;
  const request: SentRequest & { type: 'assess' } = { type: 'assess', listings: [listing] };
  const { assessments, old } = await ask(request);
  const [assessment] = assessments;
  if (!assessment) throw new Error('no assessment came');
  return { listing, assessment, old };
}

/** Of the marketplaces that the user may allow by hand only those that he did. */
async function sitesNow() {
  const isAllowed = (host: string) => browser.permissions.contains({ origins: [`https://${host}/*`] });
  const allowed = await Promise.all(OPTIONAL_HOSTS.map(isAllowed));
  const hosts = [...HOSTS, ...OPTIONAL_HOSTS.filter((_, i) => allowed[i])];
  const read = about?.marketplaces.filter((one) => one.hosts.some((host) => hosts.includes(host))) ?? [];
  return Promise.all(read.map(async ({ id, name }) => ({ id, name, site: await readSite(local, id) })));
}

const draw = ownPage(async (ui, app) => {
  const [sites, memory, backup, province, showsLocal] = await Promise.all([
    sitesNow(),
    memoryNow(),
    backupNow(),
    readProvince(local),
    readLocal(local),
  ]);
  document.title = ui.t('options.title');
  render(
    <Options
      {...{ ui, sites, memory, about, backup, province, check, copy }}
      provinces={PROVINCES}
      local={showsLocal}
      live={(code) => attempt(writeProvince(local, code))}
      showLocal={(on) => attempt(writeLocal(local, on))}
      feed={feed.view()}
      now={Date.now()}
      langs={LANGS}
      welcome="/welcome.html"
      speak={(lang) => attempt(writeLang(local, lang))}
      choose={(marketplace, change) => attempt(writeSite(local, marketplace, change))}
      unmute={(marketplace) => attempt(unmuteAll(local, marketplace))}
      remember={(on) => attempt(writeMemory(local, on))}
      forget={() => attempt(forgetAll().then(draw))}
      update={() => attempt(feed.update().then(look))}
      tryDraft={async (text) => {
        const problem = await feed.tryDraft(text, ui);
        if (problem === null) attempt(look());
        return problem;
      }}
      endDraft={() => attempt(feed.endDraft().then(look))}
      save={() => attempt(saveSettings())}
      load={(file) => loadSettings(file, ui.t, (id) => about?.marketplaces.find((one) => one.id === id)?.name ?? id)}
      restore={() => restoreSettings(ui.t)}
    />,
    app,
  );
});

const feed = openFeed(
  () => attempt(draw()),
  () => attempt(look()),
);

/** The rules may be others after an update. A browser that has just begun may take seconds to know its organisation's policy. */
async function look(): Promise<void> {
  about = await ask({ type: 'about' });
  await draw();
  await feed.look();
  await draw();
}

// The background has checked, as it does a few times a day.
browser.storage.onChanged.addListener((changes) => {
  if (STATE_KEY in changes) attempt(look());
});
// What was remembered, allowed or updated meanwhile, in other tabs.
window.addEventListener('focus', () => attempt(look()));
// "5 menit lalu" goes on.
setInterval(() => attempt(draw()), 30_000);
await draw();
await look();
