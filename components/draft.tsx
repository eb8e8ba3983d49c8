// "Sumber aturan percobaan": a pasted source takes the place of the built-in one, in this browser alone, and says what that means.
import { useRef, useState } from 'preact/hooks';
import { type FeedView, hostName } from '../utils/feed-words.ts';
import type { Ui } from './ui.ts';

interface Props {
  ui: Ui;
  source: FeedView['source'];
  /** @returns What is wrong with it, in words; null when it is in use. */
  tryDraft(text: string): Promise<string | null>;
  endDraft(): void;
}

type State = { is: 'idle' | 'trying' | 'used' } | { is: 'problem'; words: string };

export function Draft({ ui, source, tryDraft, endDraft }: Props) {
  const { t, lang } = ui;
  if (source?.by === 'managed') return <p>{t('draft.managed')}</p>;
  const hosts = source?.by === 'draft' ? new Intl.ListFormat(lang).format(source.mirrors.map(hostName)) : null;
  return (
    <>
      {hosts !== null && (
        <div class="in-use">
          <p>{t('draft.in-use', { hosts })}</p>
          <p class="small">
            {t('draft.id')} <code>{source?.id}</code>
          </p>
          <button type="button" class="allow" onClick={endDraft}>
            {t('draft.end')}
          </button>
        </div>
      )}
      <Paste {...{ ui, tryDraft }} />
    </>
  );
}

function Paste({ ui: { t }, tryDraft }: Pick<Props, 'ui' | 'tryDraft'>) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<State>({ is: 'idle' });
  const trying = state.is === 'trying';

  const run = () => {
    if (trying) return;
    setState({ is: 'trying' });
    tryDraft(area.current?.value ?? '').then(
      (words) => {
        if (words !== null) return setState({ is: 'problem', words });
        if (area.current) area.current.value = '';
        setState({ is: 'used' });
      },
      () => setState({ is: 'problem', words: t('draft.problem.failed') }),
    );
  };

  return (
    <details>
      <summary>{t('draft.title')}</summary>
      <p>{t('draft.what')}</p>
      <p class="said heed">
        <span class="sign" aria-hidden="true">
          !
        </span>
        <span>{t('draft.warning')}</span>
      </p>
      <label>
        {t('draft.label')}
        <textarea ref={area} rows={5} spellcheck={false} placeholder={'{"mirrors": ["https://…"], "root": "…"}'} />
      </label>
      <p>
        <button type="button" class="allow" aria-disabled={trying} onClick={run}>
          {t('draft.use')}
        </button>
      </p>
      <p role="status">{trying ? t('draft.trying') : state.is === 'used' ? t('draft.used') : ''}</p>
      <p role="alert">{state.is === 'problem' ? state.words : ''}</p>
    </details>
  );
}
