// Asking the background: a slow answer is waited for, a lost message is sent again, and silence ends.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askBackground } from '../../utils/page/ask.ts';

const after = <T>(milliseconds: number, value: T) => new Promise<T>((done) => setTimeout(done, milliseconds, value));
const never = () => new Promise<never>(() => {});
const lost = () => Promise.reject(new Error('The message port closed before a response was received.'));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What comes of asking when the background does this with each message in turn. */
async function ask(...turns: (() => Promise<unknown>)[]) {
  const send = vi.spyOn(browser.runtime, 'sendMessage').mockClear();
  for (const turn of turns) send.mockImplementationOnce(turn as () => Promise<void>);
  const answer = askBackground({ type: 'assess', listings: [] });
  await vi.runAllTimersAsync();
  return { answer: await answer, sent: send.mock.calls.length };
}

const ANSWER = { assessments: [] };

test('an answer in time: one message', async () => {
  expect(await ask(() => after(2_000, ANSWER))).toEqual({ answer: ANSWER, sent: 1 });
});

test('a message that was lost with the worker is sent again at once', async () => {
  expect(await ask(lost, () => after(10, ANSWER))).toEqual({ answer: ANSWER, sent: 2 });
});

test('an answer that comes after the message was sent again is as good', async () => {
  expect(await ask(() => after(5_000, ANSWER), never)).toEqual({ answer: ANSWER, sent: 2 });
});

test('a message that nobody answered is sent again', async () => {
  expect(
    await ask(
      never,
      () => after(10, undefined),
      () => after(10, ANSWER),
    ),
  ).toEqual({ answer: ANSWER, sent: 3 });
});

test('nobody there: no answer, and no end of asking', async () => {
  expect(await ask(never, never, never)).toEqual({ answer: null, sent: 3 });
  expect(await ask(lost, lost, lost)).toEqual({ answer: null, sent: 3 });
});

test('what the background could not do is no answer, and is not asked for again', async () => {
  expect(await ask(async () => ({ error: 'no rules' }))).toEqual({ answer: null, sent: 1 });
});
