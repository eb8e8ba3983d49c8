// Which feed applies: an organisation's policy before the user's draft, and that before the build's; the default build has none.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAddresses } from '../../build/addresses.ts';
import { changesPolicy, chooseDraft, chosenSource } from '../../utils/sources.ts';

const source = (host: string) => ({ mirrors: [`https://${host}/`], root: '{}\n{}' });
const build = (feed: unknown) => vi.stubGlobal('__ADDRESSES__', { feed, hub: null });

beforeEach(() => {
  fakeBrowser.reset();
  build(null);
});
afterEach(() => vi.unstubAllGlobals());

test('the build file as it stands names nobody', async () => {
  expect(readAddresses('build/addresses.yml')).toEqual({ feed: null, hub: null });
  expect(await chosenSource()).toBeNull();
});

test('the policy comes first, then the draft, then the build', async () => {
  build(source('build.test'));
  expect(await chosenSource()).toEqual({ by: 'build', source: source('build.test') });
  await chooseDraft(source('draft.test'));
  expect(await chosenSource()).toEqual({ by: 'draft', source: source('draft.test') });
  await fakeBrowser.storage.managed.set({ feed: source('policy.test') });
  expect(await chosenSource()).toEqual({ by: 'managed', source: source('policy.test') });
  await fakeBrowser.storage.managed.clear();
  await chooseDraft(null);
  expect((await chosenSource())?.by).toBe('build');
});

test('what is no source counts as none, and so does a browser without policies', async () => {
  build(source('build.test'));
  await fakeBrowser.storage.local.set({ draftFeed: { mirrors: ['http://draft.test/'], root: '{}' } });
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('no managed storage manifest'));
  expect((await chosenSource())?.by).toBe('build');
});

test('a change of the policy is told from other changes', () => {
  expect([
    changesPolicy({ feed: {} }, 'managed'),
    changesPolicy({ feed: {} }, 'local'),
    changesPolicy({ hub: {} }, 'managed'),
  ]).toEqual([true, false, false]);
});
