// Each piece of evidence: where it stands, the words as printed, and what they say.
import { countryName, type Translate } from '../utils/i18n.ts';
import type { Evidence as Piece } from '../utils/origin/assessment.ts';
import { fieldName } from '../utils/reports/compose.ts';
import type { Ui } from './ui.ts';

export function Evidence({ evidence, ui }: { evidence: readonly Piece[]; ui: Ui }) {
  const { t, lang } = ui;
  return (
    <ul class="evidence">
      {evidence.map((piece) => (
        <li key={`${piece.rule} ${piece.field} ${piece.quote}`}>
          <p class="where">
            {fieldName(piece.field, t)} · {t(`strength.${piece.strength}`)}
          </p>
          <blockquote>“{piece.quote}”</blockquote>
          <p>{t(whyKey(piece, t), { country: countryName(piece.says, lang, t) })}</p>
        </li>
      ))}
    </ul>
  );
}

/** The most telling sentence there is: of the rule's family, else of the field. */
function whyKey({ rule, field, claim, says }: Piece, t: Translate): string {
  const root = field.split('.')[0] ?? '';
  const side = says === 'ID' ? 'home' : 'abroad';
  const family = rule.split('/')[0] ?? '';
  const candidates = [
    `why.${family}`,
    ...(claim === 'brandFrom' ? ['why.brand'] : []),
    `why.${root}`,
    `why.${root}.${side}`,
  ];
  return candidates.find((key) => t(key) !== key) ?? 'why.other';
}
