// Finds the browsers of this machine, and installs them where that needs no question: Debian and Ubuntu, as root.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** Commands and usual places, best first. The variable of the same browser (CEKASAL_CHROMIUM, CEKASAL_FIREFOX) wins. */
const PLACES: Record<BrowserName, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    'firefox',
    'firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** The language packs are needed for an Indonesian browser: without them it answers in English whatever is set. */
const PACKAGES: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr', 'firefox-esr-l10n-id'],
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Absolute path of the browser's program, or null. */
export function findBrowser(name: BrowserName): string | null {
  const wanted = process.env[`CEKASAL_${name.toUpperCase()}`];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [wanted, ...PLACES[name]].flatMap((place) => {
    if (!place) return [];
    return place.includes('/') || place.includes('\\') ? [place] : folders.map((folder) => join(folder, place));
  });
  return candidates.find(isExecutable) ?? null;
}

/** The program that shows pages in Indonesian needs its language pack; true when apt can tell that one is missing. */
function lacksPackage(name: BrowserName): boolean {
  return PACKAGES[name].some((item) => spawnSync('dpkg', ['-s', item]).status !== 0);
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Sees to it that the browsers are there. `say` gets one plain sentence a step.
 * @returns the browsers that are still missing.
 */
export function installBrowsers(names: BrowserName[], say: (sentence: string) => void): BrowserName[] {
  const wanted = names.filter((name) => findBrowser(name) === null || (mayInstall() && lacksPackage(name)));
  if (wanted.length > 0 && mayInstall()) {
    const packages = wanted.flatMap((name) => PACKAGES[name]);
    say(`Installing ${packages.join(', ')} with apt-get (once, about a minute) ...`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    const options = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
    spawnSync('apt-get', options, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return names.filter((name) => findBrowser(name) === null);
}

/** The one command that mends a missing browser. */
export function installCommand(names: BrowserName[]): string {
  return `sudo apt-get update && sudo apt-get install -y ${names.flatMap((name) => PACKAGES[name]).join(' ')}`;
}
