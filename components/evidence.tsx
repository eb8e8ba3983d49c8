// Each piece of evidence: where it stands, the words as printed, and what they say. What speaks of the making comes first.
import { countryName, type Translate } from '../utils/i18n.ts';
import type { Evidence as Piece } from '../utils/origin/assessment.ts';
import { fieldName } from '../utils/reports/compose.ts';
import type { Ui } from './ui.ts';

export function Evidence({ evidence, ui }: { evidence: readonly Piece[]; ui: Ui }) {
  const { t, lang } = ui;
  return (
    <ul class="evidence">
      {telling(evidence).map((piece) => (
        <li key={identity(piece)}>
          <p class="where">
            {fieldName(piece.field, t)}
            {piece.claim === 'madeIn' && ` · ${t(`strength.${piece.strength}`)}`}
          </p>
          {piece.quote && <blockquote>“{piece.quote}”</blockquote>}
          <p>{t(whyKey(piece, t), { country: countryName(piece.says, lang, t) })}</p>
        </li>
      ))}
    </ul>
  );
}

const CLAIMS = ['madeIn', 'brandFrom', 'shipsFrom', 'sellerAt'];
const STRENGTHS = ['strong', 'medium', 'weak'];

const identity = ({ claim, field, quote }: Piece) => `${claim} ${field} ${quote}`;

/** In the order that a shopper asks, and the same words once, with the strongest rule that saw them. */
function telling(evidence: readonly Piece[]): Piece[] {
  const rank = ({ claim, strength }: Piece) => CLAIMS.indexOf(claim) * 10 + STRENGTHS.indexOf(strength);
  const sorted = evidence.toSorted((a, b) => rank(a) - rank(b));
  return sorted.filter((piece, i) => sorted.findIndex((other) => identity(other) === identity(piece)) === i);
}

/** The most telling sentence there is: of the rule's family, of the claim, else of the field. */
function whyKey({ rule, field, claim, says }: Piece, t: Translate): string {
  const root = field.split('.')[0] ?? '';
  const side = says === 'ID' ? 'home' : 'abroad';
  const candidates = [
    ...(claim === 'brandFrom' ? ['why.brand'] : []),
    `why.${rule.split('/')[0]}`,
    `why.${root}`,
    `why.${root}.${side}`,
  ];
  return candidates.find((key) => t(key) !== key) ?? 'why.other';
}
