// Build hooks: the store's words in each language, as `_locales/<lang>/messages.json`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WxtHooks } from 'wxt';
import { parse } from 'yaml';

export const rulesetModule: Partial<WxtHooks> = {
  'build:publicAssets': (wxt, files) => {
    for (const lang of ['id', 'en']) {
      const words: Record<string, string> = parse(readFileSync(join(wxt.config.root, `locales/${lang}.yml`), 'utf8'));
      const contents = JSON.stringify({
        name: { message: words['store.name'] },
        description: { message: words['store.description'] },
      });
      files.push({ relativeDest: `_locales/${lang}/messages.json`, contents });
    }
  },
};
