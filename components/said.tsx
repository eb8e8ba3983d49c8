// A sentence with its tone: a sign and a word say how urgent it is, the colour only underlines it.
import type { Said as Sentence, Tone } from '../utils/feed-words.ts';
import type { Ui } from './ui.ts';

const SIGN: Record<Tone, string> = { good: '✓', calm: 'i', heed: '!', alarm: '!' };

interface Props {
  ui: Ui;
  said: Sentence;
  /** Whom it is about, where several stand below each other. */
  of?: string;
}

export function Said({ ui: { t }, said: { tone, text }, of }: Props) {
  return (
    <p class={`said ${tone}`}>
      <span class="sign" aria-hidden="true">
        {SIGN[tone]}
      </span>
      <span>
        <strong>
          {t(`rules.tone.${tone}`)}
          {of && ` · ${of}`}:
        </strong>{' '}
        {text}
      </span>
    </p>
  );
}
