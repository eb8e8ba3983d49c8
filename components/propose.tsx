// "Usulkan": a form that proposes a local maker, with the exact text that comes of it. Nothing is sent: it is copied or saved.
import { useState } from 'preact/hooks';
import { composeProposal, type Lack, lacks, type Proposal, proposalFile } from '../utils/propose/compose.ts';
import { Copy } from './copy.tsx';
import type { Ui } from './ui.ts';

interface Props {
  /** What the form begins with. */
  proposal: Proposal;
  /** Of the first kind, in the language of the view; null when none is known. */
  kindName: string | null;
  /** YYYY-MM-DD. */
  day: string;
  ui: Ui;
  copy(text: string): Promise<boolean>;
  /** Saves a text as a file of this name. */
  save(name: string, text: string): void;
  back(): void;
}

const inputOf = (event: Event) => event.currentTarget as HTMLInputElement | HTMLTextAreaElement;

export function Propose({ proposal: begun, kindName, day, ui, copy, save, back }: Props) {
  const { t } = ui;
  const [proposal, setProposal] = useState(begun);
  const change = (part: Partial<Proposal>) => setProposal({ ...proposal, ...part });
  const missing = lacks(proposal);
  const text = composeProposal(proposal, day);
  const file = proposalFile(proposal);
  const { product } = proposal;
  return (
    <section class="propose" aria-labelledby="propose-title">
      <h3 id="propose-title">{t('propose.title')}</h3>
      <p class="small">{t('propose.what')}</p>
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
      <h3>{t('propose.preview')}</h3>
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
      <p class="small">{t('propose.then')}</p>
      <button type="button" class="link" onClick={back}>
        {t('propose.back')}
      </button>
    </section>
  );
}

function Missing({ missing, ui: { t } }: { missing: readonly Lack[]; ui: Ui }) {
  return (
    <p class="small" role="status">
      {missing.map((lack) => t(`propose.missing.${lack}`)).join(' ')}
    </p>
  );
}
