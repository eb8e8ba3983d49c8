// Asking the background. Never throws: after an update of the extension the old content script has nobody to ask, and a
// worker that is being stopped may lose a message once.
import { browser } from 'wxt/browser';
import type { Answer, Request } from '../messages.ts';

/** Null when there is no answer. */
export async function askBackground<R extends Request>(request: R): Promise<Answer<R> | null> {
  for (const last of [false, true]) {
    try {
      const answer: Answer<R> | { error: string } | undefined = await browser.runtime.sendMessage(request);
      if (answer && !('error' in answer)) return answer;
      if (answer) return null;
    } catch {
      // The next turn, or null.
    }
    if (last || !browser.runtime?.id) break;
  }
  return null;
}
