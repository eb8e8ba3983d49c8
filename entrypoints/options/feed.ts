// The source of the rules as the settings show it: asked of the background, and asked again as long as it looks for newer ones.
import { ask } from '../../utils/ask.ts';
import { parseSource, rootProblem } from '../../utils/draft-source.ts';
import type { FeedView } from '../../utils/feed/view.ts';
import { resultWords } from '../../utils/feed-words.ts';
import type { Translate } from '../../utils/i18n.ts';
import type { Lang } from '../../utils/messages.ts';

/** How soon (ms) a check that somebody else began is asked after again. */
const SOON = 1500;

/**
 * @param changed Called when there is something else to show.
 * @param recheck Called a while after a check was seen to run that was not begun here: it should `look`.
 */
export function openFeed(changed: () => void, recheck: () => void) {
  let view: FeedView | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let mine = 0;

  const show = (next: FeedView | null) => {
    view = next;
    clearTimeout(again);
    if (view?.check.running && mine === 0) again = setTimeout(recheck, SOON);
    changed();
  };

  async function look(): Promise<void> {
    const next = await ask({ type: 'feed' }).catch((error: unknown) => {
      console.warn('CekAsal', error);
      return null;
    });
    if (mine === 0) show(next ?? view);
  }

  /** Shown as running until its answer is there; when none comes, what was shown before is. */
  async function during(work: () => Promise<FeedView>): Promise<void> {
    const before = view;
    mine += 1;
    if (view) show({ ...view, check: { ...view.check, running: true } });
    try {
      const next = await work();
      mine -= 1;
      show(next);
    } catch (error) {
      mine -= 1;
      show(before);
      throw error;
    }
  }

  return {
    view: () => view,
    look,
    update: () => during(() => ask({ type: 'update' })),
    endDraft: () => during(() => ask({ type: 'draft', source: null })),
    /** @returns What is wrong with the text, in words; null when it is the source now. */
    async tryDraft(text: string, speech: { lang: Lang; t: Translate }): Promise<string | null> {
      const parsed = parseSource(text);
      if (parsed.problem !== undefined) return speech.t(`draft.problem.${parsed.problem}`);
      const why = await rootProblem(parsed.source);
      if (why) return speech.t('draft.problem.root', { why: resultWords(why, speech).text });
      await during(() => ask({ type: 'draft', source: parsed.source }));
      return null;
    },
  };
}
