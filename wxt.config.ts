// How the extension is built, and its manifest. Each permission says what it is for.
import preact from '@preact/preset-vite';
import type {} from '@wxt-dev/auto-icons';
import { defineConfig } from 'wxt';
import { define, hooks, mirrors, optionalHosts } from './build/ruleset.ts';
import { yamlModules } from './build/yaml.ts';
import { HOST_PATTERNS } from './utils/hosts.ts';

const permissions = [
  'storage', // what the user chose; the map that a volunteer tries in a tab
  // The scripts of the panel and of volunteer mode are injected when they are asked for; the observer where the user agreed.
  'scripting',
  'alarms', // the next look at the feed, where the build, an organisation or the user names one
  'activeTab', // the popup may know which site it was opened on, to offer "Izinkan di situs ini"
];

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  vite: () => ({ define, plugins: [yamlModules(), preact()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'id',
    permissions,
    // To hosts that it may not read, Firefox tells the id of this very installation (Origin): mirrors must not learn it.
    host_permissions: browser === 'firefox' ? [...HOST_PATTERNS, ...mirrors] : HOST_PATTERNS,
    optional_host_permissions: optionalHosts.map((host) => `https://${host}/*`),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'cekasal@example.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // Knows Ed25519, by which rules are signed.
          minimum_chrome_version: '137',
          storage: { managed_schema: 'managed.json' },
        }),
  }),
  hooks,
});
