// Each piece of evidence: where it stands, the words as printed, and what they say. What speaks of the making comes first.
import type { Evidence as Piece } from '../utils/origin/assessment.ts';
import { fieldName } from '../utils/reports/compose.ts';
import { why } from '../utils/why.ts';
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
          <p>{why(piece, lang, t)}</p>
        </li>
      ))}
    </ul>
  );
}

const CLAIMS = ['madeIn', 'brandFrom', 'shipsFrom', 'sellerAt'];
const STRENGTHS = ['strong', 'medium', 'weak'];

const identity = ({ claim, field, quote }: Piece) => `${claim} ${field} ${quote.toLowerCase()}`;

/** In the order that a shopper asks, and the same words once, with the strongest rule that saw them. */
function telling(evidence: readonly Piece[]): Piece[] {
  const rank = ({ claim, strength }: Piece) => CLAIMS.indexOf(claim) * 10 + STRENGTHS.indexOf(strength);
  const sorted = evidence.toSorted((a, b) => rank(a) - rank(b));
  return sorted.filter((piece, i) => sorted.findIndex((other) => identity(other) === identity(piece)) === i);
}
