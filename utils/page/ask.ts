// Asking the background. Never throws: after an update of the extension the old content script has nobody to ask, and a
// worker that is being stopped may lose a message once, or never answer it.
import { browser } from 'wxt/browser';
import type { Answer, SentRequest } from '../messages.ts';

/** A cold worker whose database hangs still answers in less (ms). */
const PATIENCE = 3000;

const silence = () => new Promise<undefined>((done) => setTimeout(done, PATIENCE));

/** Null when there is no answer. */
export async function askBackground<R extends SentRequest>(request: R): Promise<Answer<R> | null> {
  for (const last of [false, true]) {
    try {
      const answer: Answer<R> | { error: string } | undefined = await Promise.race([
        browser.runtime.sendMessage(request),
        silence(),
      ]);
      if (answer && !('error' in answer)) return answer;
      if (answer) return null;
    } catch {
      // The next turn, or null.
    }
    if (last || !browser.runtime?.id) break;
  }
  return null;
}
