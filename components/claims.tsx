// The four facts that get mixed up, one row each; what is not known is said.
import { countryName } from '../utils/i18n.ts';
import type { Assessment, ClaimName } from '../utils/origin/assessment.ts';
import type { Ui } from './ui.ts';

const ORDER: readonly ClaimName[] = ['madeIn', 'shipsFrom', 'sellerAt', 'brandFrom'];
/** From here on a country is named without "perhaps". */
const SURE = 0.8;

export function Claims({ claims, ui }: { claims: Assessment['claims']; ui: Ui }) {
  const { t, lang } = ui;
  return (
    <dl class="claims">
      {ORDER.map((name) => {
        const { country, confidence } = claims[name];
        const known = country && countryName(country, lang, t);
        return (
          <div key={name}>
            <dt>{t(`claim.${name}`)}</dt>
            <dd class={known ? '' : 'none'}>
              {known ? (confidence < SURE ? t('claim.maybe', { country: known }) : known) : t('claim.unknown')}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
