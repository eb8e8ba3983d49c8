// A notice in words: what to check, and the rule or the count it rests on.
import { countryName, type Translate } from '../i18n.ts';
import type { Lang } from '../messages.ts';
import type { Notice } from '../origin/assessment.ts';
import { fieldName } from './compose.ts';

/** How a parameter is shown; the others as they are. */
const SHOWN: Record<string, 'rupiah' | 'day' | 'country' | 'field'> = {
  price: 'rupiah',
  floor: 'rupiah',
  low: 'rupiah',
  since: 'day',
  exemptSince: 'day',
  measured: 'day',
  made: 'country',
  says: 'country',
  field: 'field',
};

function shown(name: string, value: string | number, lang: Lang, t: Translate): string | number {
  switch (SHOWN[name]) {
    case 'rupiah':
      return `Rp${new Intl.NumberFormat(lang).format(Number(value))}`;
    case 'day':
      return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value));
    case 'country':
      return countryName(String(value), lang, t);
    case 'field':
      return fieldName(String(value), t);
    default:
      return value;
  }
}

export function noticeWords({ id, params }: Notice, lang: Lang, t: Translate): { text: string; source: string } {
  const filled = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, shown(name, value, lang, t)] as const),
  );
  return { text: t(`notice.${id}`, filled), source: t(`notice.${id}.source`, filled) };
}
