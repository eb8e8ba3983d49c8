// Asking the background. Never throws: after an update of the extension the old content script has nobody to ask, and a
// worker that is being stopped may lose a message, or never answer it.
import { browser } from 'wxt/browser';
import type { Answer, SentRequest } from '../messages.ts';

/** How long (ms) to wait before the message is sent again, and after the last. A slow device may need the second turn. */
const PATIENCE = [3_000, 6_000, 12_000];

const silence = (milliseconds: number) => new Promise<undefined>((done) => setTimeout(done, milliseconds));

/** Null when there is no answer. One that comes late, after the message was sent again, is as good. */
export async function askBackground<R extends SentRequest>(request: R): Promise<Answer<R> | null> {
  const send = async (): Promise<Answer<R> | { error: string }> => {
    const answer = await browser.runtime.sendMessage(request);
    if (!answer) throw new Error('Nobody answered.');
    return answer;
  };
  const sent: ReturnType<typeof send>[] = [];
  for (const patience of PATIENCE) {
    if (!browser.runtime?.id) break;
    try {
      sent.push(send());
      const answer = await Promise.race([Promise.any(sent), silence(patience)]);
      if (answer) return 'error' in answer ? null : answer;
    } catch {
      // Every message was lost: the next turn, or null.
    }
  }
  return null;
}
