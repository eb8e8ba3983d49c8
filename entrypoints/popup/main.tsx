// The popup's wiring: it looks at the tab, and looks again when a permission or the language changes.
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { type Memory, Popup, type Standing } from '../../components/popup.tsx';
import '../../components/style.css';
import './page.css';
import { LANGS } from '../../utils/choices.ts';
import { readVersion } from '../../utils/feed/store.ts';
import { HOSTS } from '../../utils/hosts.ts';
import { translator } from '../../utils/i18n.ts';
import { countProducts, forgetAll } from '../../utils/memory.ts';
import { OBSERVED } from '../../utils/observe/observed.ts';
import { VERDICT_CSS } from '../../utils/page/verdict-css.ts';
import { readLang, readMemory, unmuteAll, writeLang, writeMemory, writeSite } from '../../utils/settings.ts';
import { WORDS } from '../../utils/words.ts';
import { allow, openMending, standingOf, stopTrial, tabBehind } from './tab.ts';

const { local } = browser.storage;
const night = matchMedia('(prefers-color-scheme: dark)');
let standing: Standing = { is: 'loading' };

async function draw(): Promise<void> {
  const lang = await readLang(local);
  const app = document.getElementById('app');
  if (!app) return;
  document.documentElement.lang = lang;
  document.documentElement.className = night.matches ? 'night' : '';
  render(
    <Popup
      standing={standing}
      ui={{ lang, t: translator(WORDS[lang]), dark: night.matches }}
      langs={LANGS}
      hosts={HOSTS}
      observable={OBSERVED.map(({ page }) => page)}
      rules={await readVersion().catch(() => null)}
      allow={(host) => attempt(allow(host, tab).then(look))}
      choose={(marketplace, change) => attempt(writeSite(local, marketplace, change))}
      unmute={(marketplace) => attempt(unmuteAll(local, marketplace))}
      mend={() => attempt(openMending(tab))}
      endTrial={() => attempt(stopTrial(tab).then(look))}
      memory={await memory().catch(() => null)}
      remember={(on) => attempt(writeMemory(local, on))}
      forget={() => attempt(forgetAll().then(draw))}
      speak={(chosen) => attempt(writeLang(local, chosen))}
      copy={copy}
    />,
    app,
  );
}

const memory = async (): Promise<Memory> => ({ on: await readMemory(local), count: await countProducts() });

async function look(): Promise<void> {
  standing = await standingOf(tab);
  await draw();
}

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

const attempt = (work: Promise<void>): void => void work.catch((error: unknown) => console.warn('CekAsal', error));

const style = document.createElement('style');
style.textContent = VERDICT_CSS;
document.head.append(style);
const tab = await tabBehind();
browser.permissions.onAdded.addListener(() => attempt(look()));
browser.permissions.onRemoved.addListener(() => attempt(look()));
browser.storage.onChanged.addListener(() => attempt(draw()));
night.addEventListener('change', () => attempt(draw()));
await look();
// What the page knows grows while the popup is open.
setInterval(() => attempt(look()), 1000);
