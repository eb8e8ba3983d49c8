// Asking the background from a page of our own.
import browser from 'webextension-polyfill';
import type { Answer, Failure, SentRequest } from './messages.ts';

/** @throws Error with the background's words when it could not answer. */
export async function ask<R extends SentRequest>(request: R): Promise<Answer<R>> {
  const answer: Answer<R> | Failure | undefined = await browser.runtime.sendMessage(request);
  if (!answer) throw new Error('nobody answered');
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}
