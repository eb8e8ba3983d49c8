// The welcome page's wiring: it looks which hosts may be read, and looks again when a permission changes.
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Welcome } from '../../components/welcome.tsx';
import '../../components/style.css';
import '../../components/page.css';
import { LANGS } from '../../utils/choices.ts';
import { HOST_PATTERNS, HOSTS } from '../../utils/hosts.ts';
import { forgetAll } from '../../utils/memory.ts';
import { attempt, memoryNow, ownPage } from '../../utils/own-page.ts';
import { writeLang, writeMemory } from '../../utils/settings.ts';

const { local } = browser.storage;

async function missingHosts(): Promise<string[]> {
  const allowed = await Promise.all(HOST_PATTERNS.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return HOSTS.filter((_, i) => !allowed[i]);
}

const draw = ownPage(async (ui, app) => {
  const [missing, memory] = await Promise.all([missingHosts(), memoryNow()]);
  document.title = ui.t('welcome.title');
  render(
    <Welcome
      {...{ ui, missing, memory }}
      langs={LANGS}
      hosts={HOSTS}
      options="/options.html"
      speak={(lang) => attempt(writeLang(local, lang))}
      // The first thing after the press, or the browser does not ask. What it grants is heard below.
      allow={() => attempt(browser.permissions.request({ origins: HOST_PATTERNS }).then(() => {}))}
      remember={(on) => attempt(writeMemory(local, on))}
      forget={() => attempt(forgetAll().then(draw))}
    />,
    app,
  );
});

browser.permissions.onAdded.addListener(() => attempt(draw()));
browser.permissions.onRemoved.addListener(() => attempt(draw()));
await draw();
