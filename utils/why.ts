// Why a piece of evidence says what it says, in a sentence for a shopper.
import { countryName, type Translate } from './i18n.ts';
import type { Lang } from './messages.ts';
import { type Evidence, NOWHERE } from './origin/assessment.ts';

/** The most telling sentence there is: of the rule's family, of the claim, else of the field. */
export function why({ rule, field, claim, says }: Evidence, lang: Lang, t: Translate): string {
  const root = field.split('.')[0] ?? '';
  const side = says === 'ID' ? 'home' : 'abroad';
  const candidates = [
    ...(says === NOWHERE ? ['why.copy'] : []),
    ...(claim === 'brandFrom' ? ['why.brand'] : []),
    ...(claim === 'madeIn' && (root === 'shipsFrom' || field === 'seller.location') ? ['why.same-place'] : []),
    `why.${rule.split('/')[0]}`,
    `why.${root}`,
    `why.${root}.${side}`,
  ];
  const key = candidates.find((key) => t(key) !== key) ?? 'why.other';
  return t(key, { country: countryName(says, lang, t) });
}
