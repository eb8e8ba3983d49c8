// The extension's background in a browser whose hosts, clock and disk a test holds: utils/rules.ts itself, with what it asks of
// the build and of the browser. Import this before anything of utils/rules.ts.
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sha256 } from '../../utils/feed/bytes.ts';
import { dropDatabase } from '../../utils/feed/database.ts';
import { filePath } from '../../utils/feed/layout.ts';
import { pack } from '../../utils/feed/pack.ts';
import type { FeedView } from '../../utils/feed/view.ts';
import { toFiles } from '../../utils/knowledge/files.ts';
import type { About } from '../../utils/knowledge/knowledge.ts';
import type { Ruleset } from '../../utils/knowledge/ruleset.ts';
import { openHosts, Shelf } from './host.ts';
import { type Key, makeKey, NOW, rootOf, signedBy, utf8 } from './publisher.ts';
import { smallRuleset, textsOf } from './small-ruleset.ts';

export const MIRROR = 'https://aturan.example/';
/** The publisher's: one signs roots, one signs releases. */
export const [ROOT_KEY, KEY]: [Key, Key] = [await makeKey(), await makeKey()];
const rootDocument = await signedBy([ROOT_KEY], rootOf({ root: [ROOT_KEY], manifest: [KEY] }));

/** What the extension was installed with, and two releases of the feed. */
export const BUNDLE = smallRuleset('2025.10.20-bundel', ['polytron']);
export const FIVE = smallRuleset('2026.11.23-lima', ['maspion', 'polytron']);
export const SIX = smallRuleset('2026.11.24-enam', ['cosmos', 'maspion', 'polytron']);

export const five = new Shelf();
await five.publish(5, textsOf(FIVE), [KEY]);
export const six = new Shelf();
await six.publish(6, textsOf(SIX), [KEY]);

/** Where a file of a ruleset lies on its host. */
export const pathOf = async (ruleset: Ruleset, name: string): Promise<string> =>
  filePath(await sha256(utf8(textsOf(ruleset)[name] ?? '')));

/** The world outside; a test changes it. `pack`: when the extension's own rules can be read. */
export const world = { hosts: {} as Record<string, Shelf>, now: NOW, asked: [] as string[], pack: Promise.resolve() };

/** What the build writes into the code. */
function build(): void {
  vi.stubGlobal('__RULESET_VERSION__', BUNDLE.version);
  vi.stubGlobal('__RULESET_FORM__', 'one');
  vi.stubGlobal('__ADDRESSES__', { feed: { mirrors: [MIRROR], root: new TextDecoder().decode(rootDocument) } });
}

build();
const { openRules } = await import('../../utils/rules.ts');

/** A browser into which the extension has just been installed: before each test; afterwards all stubs must go. */
export async function install(): Promise<void> {
  build();
  fakeBrowser.reset();
  await dropDatabase();
  Object.assign(world, { hosts: {}, now: NOW, asked: [], pack: Promise.resolve() });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  vi.spyOn(Date, 'now').mockImplementation(() => world.now);
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    if (String(input).endsWith('/rules.pack')) {
      await world.pack;
      return new Response(pack(toFiles(BUNDLE)));
    }
    world.asked.push(String(input));
    return openHosts(world.hosts, () => world.now).network.fetch(input, init);
  });
}

/** A background that has just been started, and what it says. */
export function start() {
  const rules = openRules();
  return {
    ...rules,
    async says(): Promise<{ about: About; view: FeedView }> {
      return { about: (await rules.knowledge()).about(), view: await rules.view() };
    },
  };
}
