// A brand's trade: with which goods its names, in a title, are the maker's.
import * as v from 'valibot';
import type { Token } from './tokens.ts';

export const TradeSchema = v.strictObject({
  id: v.string(),
  /** Kinds of goods that no small maker makes with such a brand's name on them: there the name is the maker's. */
  goods: v.array(v.string()),
  /** Words for such goods, normalised, with which a title opens. */
  openings: v.array(v.string()),
});

export interface Trade {
  /** Whether a title that opens with this kind, or with these words at token `i`, opens with the trade's goods. */
  sells(kind: string): boolean;
  opensAt(tokens: readonly Token[], i: number): boolean;
}

/** Words of the longest opening. */
const LONGEST = 3;

const NONE: Trade = { sells: () => false, opensAt: () => false };

function openTrade({ goods, openings }: v.InferOutput<typeof TradeSchema>): Trade {
  const [kinds, words] = [new Set(goods), new Set(openings)];
  return {
    sells: (kind) => kinds.has(kind),
    opensAt(tokens, i) {
      let run = '';
      for (let length = 1; length <= LONGEST && tokens[i + length - 1]; length++) {
        run = length === 1 ? (tokens[i]?.text ?? '') : `${run} ${tokens[i + length - 1]?.text}`;
        if (words.has(run)) return true;
      }
      return false;
    },
  };
}

/** What is known of a trade; of one that says nothing, or of none, just that. */
export function openTrades(trades: readonly v.InferOutput<typeof TradeSchema>[]): (id: string | null) => Trade {
  const known = new Map(trades.map((trade) => [trade.id, openTrade(trade)]));
  return (id) => (id === null ? NONE : (known.get(id) ?? NONE));
}
