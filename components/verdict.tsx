// A verdict as icon, word and shape, the same as on a badge.
import type { Verdict as Name } from '../utils/origin/assessment.ts';
import type { Ui } from './ui.ts';

export function Verdict({ verdict, ui }: { verdict: Name; ui: Ui }) {
  return <span class={`verdict ${verdict}${ui.dark ? ' dark' : ''}`}>{ui.t(`verdict.${verdict}`)}</span>;
}
