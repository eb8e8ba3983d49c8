// What the build makes of the data folders: the ruleset as one file that only the extension's own pages can read, and the
// store's words in each language.
import { readFileSync } from 'node:fs';
import type { WxtHooks } from 'wxt';
import { parse } from 'yaml';
import { compileRuleset } from '../utils/curation/compile.ts';
import { HOSTS } from '../utils/hosts.ts';
import { LANGS } from '../utils/settings.ts';

const folder = new URL('../', import.meta.url).pathname;

/** @throws Error when the folder has faults, or a map names a host that the manifest may not read. */
function compile() {
  const ruleset = compileRuleset(`${folder}ruleset`);
  for (const { id, hosts } of ruleset.maps) {
    const other = hosts.find((host) => !HOSTS.includes(host));
    if (other) throw new Error(`ruleset/marketplaces/${id}.yml: host ${other} is not among those of utils/hosts.ts`);
  }
  return ruleset;
}

const ruleset = compile();

/** Build constants. */
export const define = { __RULESET_VERSION__: JSON.stringify(ruleset.version) };

export const hooks: Partial<WxtHooks> = {
  'build:publicAssets': (_, files) => {
    files.push({ relativeDest: 'ruleset.json', contents: JSON.stringify(ruleset) });
    for (const lang of LANGS) {
      const words: Record<string, string> = parse(readFileSync(`${folder}locales/${lang}.yml`, 'utf8'));
      const messages = { name: { message: words['store.name'] }, description: { message: words['store.description'] } };
      files.push({ relativeDest: `_locales/${lang}/messages.json`, contents: JSON.stringify(messages) });
    }
  },
};
