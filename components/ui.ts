// What every view needs to speak: the language and its words.
import type { Translate } from '../utils/i18n.ts';
import type { Lang } from '../utils/messages.ts';

export interface Ui {
  lang: Lang;
  t: Translate;
  dark: boolean;
}
