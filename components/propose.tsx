// "Usulkan": a page with a form that proposes a local maker, and the exact text that comes of it. Nothing is sent: it is copied or
// saved.
import { useState } from 'preact/hooks';
import type { Lang } from '../utils/choices.ts';
import { composeProposal, type Lack, lacks, type Proposal, proposalFile } from '../utils/propose/compose.ts';
import { Copy } from './copy.tsx';
import { Language } from './language.tsx';
import type { Ui } from './ui.ts';

interface Props {
  /** What the form begins with. */
  proposal: Proposal;
  /** Of the first kind, in the language of the view; null when none is known. */
  kindName: string | null;
  /** YYYY-MM-DD. */
  day: string;
  ui: Ui;
  langs: readonly Lang[];
  copy(text: string): Promise<boolean>;
  /** Saves a text as a file of this name. */
  save(name: string, text: string): void;
  speak(lang: Lang): void;
}

const inputOf = (event: Event) => event.currentTarget as HTMLInputElement | HTMLTextAreaElement;

export function Propose(props: Props) {
  const { proposal: begun, kindName, day, ui, copy, save } = props;
  const { t } = ui;
  const [proposal, setProposal] = useState(begun);
  const change = (part: Partial<Proposal>) => setProposal({ ...proposal, ...part });
  const missing = lacks(proposal);
  const text = composeProposal(proposal, day);
  const file = proposalFile(proposal);
  const { product } = proposal;
  return (
    <div class={`page propose${ui.dark ? ' night' : ''}`} lang={ui.lang}>
      <header>
        <h1>{t('propose.title')}</h1>
        <Language {...props} />
      </header>
      <p>{t('propose.what')}</p>
      <label>
        {t('propose.name')}
        <input value={proposal.name} maxLength={120} onInput={(event) => change({ name: inputOf(event).value })} />
      </label>
      {kindName && <p class="small">{t('propose.kind', { kind: kindName })}</p>}
      {product && <p class="small">{t('propose.product', { title: product.title })}</p>}
      <label>
        {t('propose.place')}
        <input value={proposal.place} maxLength={120} onInput={(event) => change({ place: inputOf(event).value })} />
      </label>
      <label>
        {t('propose.evidence')}
        <textarea
          rows={3}
          maxLength={1000}
          value={proposal.evidence}
          onInput={(event) => change({ evidence: inputOf(event).value })}
        />
      </label>
      <p class="small">{t('propose.evidence.how')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={proposal.own}
          onChange={(event) => change({ own: (event.currentTarget as HTMLInputElement).checked })}
        />
        {t('propose.own')}
      </label>
      <section aria-labelledby="preview-title">
        <h2 id="preview-title">{t('propose.preview')}</h2>
        <pre class="preview">{text}</pre>
        <Missing missing={missing} ui={ui} />
        {missing.length === 0 && (
          <div class="actions">
            <Copy label={t('propose.copy')} text={text} done={t('propose.copied')} ui={ui} copy={copy} />
            <button type="button" onClick={() => save(file.split('/').at(-1) ?? file, text)}>
              {t('propose.save')}
            </button>
          </div>
        )}
        <p>{t('propose.then')}</p>
      </section>
    </div>
  );
}

function Missing({ missing, ui: { t } }: { missing: readonly Lack[]; ui: Ui }) {
  return (
    <p class="missing" role="status">
      {missing.map((lack) => t(`propose.missing.${lack}`)).join(' ')}
    </p>
  );
}
