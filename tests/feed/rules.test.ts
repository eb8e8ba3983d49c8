// The background's rules: which are used, when the feed has older ones, and when they could not be loaded at first.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Chosen } from '../../utils/feed/feed.ts';
import { pack } from '../../utils/feed/pack.ts';
import { toFiles } from '../../utils/knowledge/files.ts';
import { openHosts, Shelf } from './host.ts';
import { DAY, instant, NOW } from './publisher.ts';
import { smallRuleset, textsOf } from './small-ruleset.ts';
import { A, m, root } from './two-releases.ts';

let chosen: Chosen | null = null;
vi.mock('../../utils/sources.ts', () => ({ chosenSource: async () => chosen }));
vi.mock('webextension-polyfill', () => {
  const stored: Record<string, unknown> = {};
  return {
    default: {
      runtime: {
        getURL: (p: string) => `ext://${p}`,
        getManifest: () => ({ version: '0.1.0' }),
        getPlatformInfo: () => {},
      },
      alarms: { create: () => {}, clear: async () => {} },
      storage: {
        local: {
          get: async (k: string) => (k in stored ? { [k]: stored[k] } : {}),
          set: async (i: object) => void Object.assign(stored, i),
          remove: async () => {},
        },
      },
    },
  };
});
const filesOf = (version: string) => toFiles(smallRuleset(version, []));

beforeEach(() => {
  vi.stubGlobal('__RULESET_VERSION__', '2026.11.30-bbbb');
  vi.stubGlobal('__RULESET_FORM__', 'one');
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.unstubAllGlobals());

test('an old release (well signed) does not replace newer rules of the extension', async () => {
  const shelf = new Shelf();
  const texts = textsOf(smallRuleset('2025.01.01-aaaa', []));
  await shelf.publish(1, texts, [m], { created: instant(NOW - 700 * DAY), expires: instant(NOW - 580 * DAY) });
  const hosts = openHosts({ [A]: shelf });
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) =>
    String(input).startsWith('ext://')
      ? new Response(pack(filesOf('2026.11.30-bbbb')))
      : hosts.network.fetch(input, init),
  );
  chosen = { by: 'build', source: { mirrors: [A], root: new TextDecoder().decode(root.bytes) } };
  vi.spyOn(Date, 'now').mockReturnValue(NOW);
  const { openRules } = await import('../../utils/rules.ts');
  const rules = openRules();
  expect((await rules.knowledge()).version).toBe('2026.11.30-bbbb');
  await rules.update();
  const after = (await rules.knowledge()).version;
  const restarted = (await openRules().knowledge()).version;
  expect([after, restarted]).toEqual(['2026.11.30-bbbb', '2026.11.30-bbbb']);
});

test('rules that could not be loaded once are loaded the next time', async () => {
  let times = 0;
  vi.stubGlobal('fetch', async () => {
    times += 1;
    if (times === 1) throw new TypeError('Failed to fetch');
    return new Response(pack(filesOf('2026.11.30-bbbb')));
  });
  chosen = null;
  indexedDB.deleteDatabase('cekasal');
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { openRules } = await import('../../utils/rules.ts');
  const rules = openRules();
  await rules.knowledge().catch(() => {});
  expect((await rules.knowledge()).version).toBe('2026.11.30-bbbb');
});
