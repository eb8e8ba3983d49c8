// The test projects: `unit` (pure code, Node), `dom` (views and the page loop, jsdom), `e2e` (the built extension in real
// browsers; run by name, never by default).
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { yamlModules } from './build/yaml.ts';

const testAlone = (folder: string) => `tests/${folder}/**/*.test.{ts,tsx}`;

export default defineConfig({
  test: {
    // Every core: by default one of two would stand idle.
    maxWorkers: '100%',
    projects: [
      {
        plugins: [yamlModules()],
        test: {
          name: 'unit',
          globalSetup: 'tests/compiled.ts',
          environment: 'node',
          // A busy machine is no failure.
          testTimeout: 30_000,
          include: [
            'listing',
            'knowledge',
            'origin',
            'alternatives',
            'extract',
            'observe',
            'redesign',
            'curation',
            'mending',
            'propose',
            'feed',
            'cli',
            'house',
          ].map(testAlone),
        },
      },
      {
        plugins: [yamlModules(), WxtVitest()],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: { name: 'dom', environment: 'jsdom', isolate: false, testTimeout: 30_000, include: [testAlone('dom')] },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: [testAlone('e2e')],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
