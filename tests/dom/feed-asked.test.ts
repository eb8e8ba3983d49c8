// How the settings ask for the source of the rules: a check shows as running until its answer is there, one that somebody else
// began is asked after, and a background that gives no answer changes nothing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openFeed } from '../../entrypoints/options/feed.ts';
import type { FeedView } from '../../utils/feed/view.ts';
import { translator } from '../../utils/i18n.ts';
import { PAGE_WORDS } from '../../utils/page-words.ts';
import { makeKey, rootOf, signedBy } from '../feed/publisher.ts';
import { FRESH, OLD } from './feed-views.ts';

const RUNNING: FeedView = { ...FRESH, check: { ...FRESH.check, running: true } };
const speech = { lang: 'id' as const, t: translator(PAGE_WORDS.id) };
let answer: (message: { type: string; source?: unknown }) => unknown;

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) =>
    answer(message as { type: string }),
  );
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});
afterEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** What was shown, one after the other. */
function opened() {
  const shown: (boolean | undefined)[] = [];
  const recheck = vi.fn();
  const feed = openFeed(() => shown.push(feed.view()?.check.running), recheck);
  return { feed, shown, recheck };
}

test('an update shows as running at once, and then what came of it', async () => {
  answer = ({ type }) => (type === 'update' ? OLD : FRESH);
  const { feed, shown } = opened();
  await feed.look();
  await feed.update();
  expect(shown).toEqual([false, true, false]);
  expect(feed.view()).toEqual(OLD);
});

test('no answer: what was shown before is shown again', async () => {
  answer = ({ type }) => (type === 'update' ? { error: 'no rules' } : FRESH);
  const { feed, shown } = opened();
  await feed.look();
  await expect(feed.update()).rejects.toThrow('no rules');
  expect(feed.view()).toEqual(FRESH);
  answer = () => ({ error: 'no rules' });
  await feed.look();
  expect(feed.view()).toEqual(FRESH);
  expect(shown).toEqual([false, true, false, false]);
});

test('a check that the background began is asked after until it ends', async () => {
  vi.useFakeTimers();
  answer = () => RUNNING;
  const { feed, recheck } = opened();
  await feed.look();
  await vi.advanceTimersByTimeAsync(2000);
  expect(recheck).toHaveBeenCalledOnce();
  answer = () => FRESH;
  await feed.look();
  await vi.advanceTimersByTimeAsync(5000);
  expect(recheck).toHaveBeenCalledOnce();
});

test('a draft is sent only when its text is a source and its root is one', async () => {
  const sent: unknown[] = [];
  answer = (message) => {
    if (message.type === 'draft') sent.push(message.source);
    return FRESH;
  };
  const { feed } = opened();
  const key = await makeKey();
  const root = new TextDecoder().decode(await signedBy([key], rootOf({ root: [key], manifest: [key] })));
  const source = { mirrors: ['https://coba.example/'], root };
  expect(await feed.tryDraft('bukan', speech)).toContain('Salin seluruh isi berkasnya');
  expect(await feed.tryDraft(JSON.stringify({ ...source, root: 'x' }), speech)).toContain('Daftar kuncinya tidak bisa');
  const other = JSON.stringify({ ...source, root: root.replace('"version":1', '"version":2') });
  expect(await feed.tryDraft(other, speech)).toContain('tidak ditandatangani dengan kunci yang dipercaya');
  expect(sent).toEqual([]);
  expect(await feed.tryDraft(JSON.stringify(source), speech)).toBeNull();
  await feed.endDraft();
  expect(sent).toEqual([source, null]);
});
