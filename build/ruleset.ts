// What the build makes of the data folders: the ruleset as one file that only the extension's own pages can read, the
// store's words in each language, and constants.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { WxtHooks } from 'wxt';
import { parse } from 'yaml';
import { LANGS } from '../utils/choices.ts';
import { compileRuleset } from '../utils/curation/compile.ts';
import { pack } from '../utils/feed/pack.ts';
import { toFiles } from '../utils/knowledge/files.ts';
import { readAddresses } from './addresses.ts';

const folder = new URL('../', import.meta.url).pathname;

/** Changes whenever the code that checks and reads rules does. */
function form(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(`${folder}utils/knowledge`).sort())
    hash.update(readFileSync(`${folder}utils/knowledge/${name}`));
  return hash.digest('hex').slice(0, 16);
}

const ruleset = compileRuleset(`${folder}ruleset`);

const table = (name: string) => parse(readFileSync(`${folder}ruleset/tables/${name}.yml`, 'utf8'));

/** Hosts that the user may allow beside the manifest's own. */
export const optionalHosts: string[] = table('hosts').optional;

const addresses = await readAddresses(`${folder}build/addresses.yml`);

/** Provinces are the regions whose code is two digits. */
const provinces = Object.entries<string | { name: string }>(table('regions').regions)
  .filter(([code]) => /^\d\d$/.test(code))
  .map(([code, region]) => ({ code, name: typeof region === 'string' ? region : region.name }));

/** Hosts of the build's feed. */
export const mirrors: string[] = (addresses.feed?.mirrors ?? []).map((mirror) => `${new URL(mirror).origin}/*`);

/** Build constants. */
export const define = {
  __RULESET_VERSION__: JSON.stringify(ruleset.version),
  __RULESET_FORM__: JSON.stringify(form()),
  __OPTIONAL_HOSTS__: JSON.stringify(optionalHosts),
  __ADDRESSES__: JSON.stringify(addresses),
  __PROVINCES__: JSON.stringify(provinces),
  __OBSERVED__: JSON.stringify(table('answers').observed),
};

export const hooks: Partial<WxtHooks> = {
  'build:publicAssets': (_, files) => {
    // All of it is text.
    files.push({ relativeDest: 'rules.pack', contents: new TextDecoder().decode(pack(toFiles(ruleset))) });
    for (const lang of LANGS) {
      const words: Record<string, string> = parse(readFileSync(`${folder}locales/${lang}.yml`, 'utf8'));
      const messages = { name: { message: words['store.name'] }, description: { message: words['store.description'] } };
      files.push({ relativeDest: `_locales/${lang}/messages.json`, contents: JSON.stringify(messages) });
    }
  },
};
