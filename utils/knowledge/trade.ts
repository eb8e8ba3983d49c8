// A brand's trade: what its names mean in a title beside other words.
import * as v from 'valibot';

export const TradeSchema = v.object({
  id: v.string(),
  /** Kinds of goods that no small maker makes with such a brand's name on them: there the name is the maker's. */
  goods: v.array(v.string()),
  /** Its brands make accessories, and nobody makes accessories for them. */
  accessories: v.optional(v.literal(true)),
});

export interface Trade {
  goods: ReadonlySet<string>;
  accessories: boolean;
}

const NONE: Trade = { goods: new Set(), accessories: false };

/** What is known of a trade; of one that says nothing, or of none, just that. */
export function openTrades(trades: readonly v.InferOutput<typeof TradeSchema>[]): (id: string | null) => Trade {
  const known = new Map(
    trades.map(({ id, goods, accessories = false }) => [id, { goods: new Set(goods), accessories }]),
  );
  return (id) => (id === null ? NONE : (known.get(id) ?? NONE));
}
