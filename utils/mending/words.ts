// A finder in a volunteer's words: "label “Merek”", "JSON-LD Product: brand.name".
import type { Translate } from '../i18n.ts';
import type { Finder } from '../knowledge/map.ts';

export function finderWords(finder: Finder, t: Translate): string {
  switch (finder.by) {
    case 'state':
      return t('finder.state', { record: finder.record, path: finder.path });
    case 'jsonld':
      return t('finder.jsonld', { type: finder.type, path: finder.path });
    case 'meta':
      return t('finder.meta', { name: finder.name });
    case 'pagetitle':
      return t('finder.pagetitle', { split: finder.split, part: finder.part < 0 ? finder.part : finder.part + 1 });
    case 'label':
      return finder.within === 'body'
        ? t('finder.label', { labels: finder.labels.join(' / ') })
        : t('finder.label.within', { labels: finder.labels.join(' / '), within: finder.within });
    case 'rows':
      return finder.row
        ? t('finder.rows', { row: finder.row })
        : t('finder.rows.under', { heading: finder.under?.join(' / ') ?? '', name: finder.name ?? '' });
    case 'section':
      return t('finder.section', { heading: finder.under.join(' / ') });
    case 'element':
      return finder.read
        ? t(
            finder.read === 'present' || finder.read === 'first'
              ? `finder.element.${finder.read}`
              : 'finder.element.read',
            {
              select: finder.select,
              read: finder.read,
            },
          )
        : t('finder.element', { select: finder.select });
    case 'order':
      return t(`finder.order.${finder.of}`, { pick: t(`finder.pick.${finder.pick}`) });
    case 'pair':
      return t('finder.pair', { part: finder.part + 1 });
    case 'place':
      return t(`finder.place.${finder.pick}`);
    case 'address':
      return t('finder.address', { capture: finder.capture });
    default:
      return t('finder.unknown');
  }
}
