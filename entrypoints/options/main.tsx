// The settings' wiring: a pasted text is judged by the background, like what a page says; the rest is stored choices.
import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { Checked } from '../../components/check.tsx';
import { Options } from '../../components/options.tsx';
import '../../components/style.css';
import '../../components/page.css';
import { LANGS } from '../../utils/choices.ts';
import { HOSTS } from '../../utils/hosts.ts';
import type { About } from '../../utils/knowledge/knowledge.ts';
import { listingFromText } from '../../utils/listing/from-text.ts';
import { forgetAll } from '../../utils/memory.ts';
import type { SentRequest } from '../../utils/messages.ts';
import { OPTIONAL_HOSTS } from '../../utils/optional-hosts.ts';
import { ask, attempt, copy, memoryNow, ownPage } from '../../utils/own-page.ts';
import { readSite, unmuteAll, writeLang, writeMemory, writeSite } from '../../utils/settings.ts';

const { local } = browser.storage;
let about: About | null = null;

async function check(text: string): Promise<Checked | null> {
  const listing = listingFromText(text);
  if (!listing) return null;
  const request: SentRequest & { type: 'assess' } = { type: 'assess', listings: [listing] };
  const [assessment] = (await ask(request)).assessments;
  if (!assessment) throw new Error('no assessment came');
  return { listing, assessment };
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
  const [sites, memory] = await Promise.all([sitesNow(), memoryNow()]);
  document.title = ui.t('options.title');
  render(
    <Options
      {...{ ui, sites, memory, about, check, copy }}
      langs={LANGS}
      welcome="/welcome.html"
      speak={(lang) => attempt(writeLang(local, lang))}
      choose={(marketplace, change) => attempt(writeSite(local, marketplace, change))}
      unmute={(marketplace) => attempt(unmuteAll(local, marketplace))}
      remember={(on) => attempt(writeMemory(local, on))}
      forget={() => attempt(forgetAll().then(draw))}
    />,
    app,
  );
});

// What was remembered or allowed meanwhile, in other tabs.
window.addEventListener('focus', () => attempt(draw()));
await draw();
about = await ask({ type: 'about' });
await draw();
