// What happened while reading: which finder gave what. For the panel, for noticing rot, for mending a map.
import type { Field, Finder } from '../knowledge/map.ts';

export interface TraceEntry {
  field: Field;
  /** The finder in a few words: "element h1", "state basic.shopName". */
  finder: string;
  /** What it gave, cut to 120 characters; null when nothing. */
  gave: string | null;
  /** used: became the value; agrees: says the same; dropped: says otherwise, or speaks of another variant. */
  outcome: 'used' | 'agrees' | 'dropped' | 'nothing';
}

export interface Problem {
  field: Field | 'page';
  /** A key; the words stand with whoever shows it. */
  problem: 'disagree' | 'other-variant' | 'missing' | 'unreadable';
}

export function describe(finder: Finder): string {
  switch (finder.by) {
    case 'state':
      return `state ${finder.record}.${finder.path}`;
    case 'jsonld':
      return `jsonld ${finder.type}.${finder.path}`;
    case 'meta':
      return `meta ${finder.name}`;
    case 'pagetitle':
      return `pagetitle ${finder.part}`;
    case 'label':
      return `label ${finder.labels[0]}`;
    case 'rows':
      return `rows ${finder.row ?? finder.under?.[0]}`;
    case 'section':
      return `section ${finder.under[0]}`;
    case 'element':
      return `element ${finder.select}${finder.read ? `@${finder.read}` : ''}`;
    case 'order':
      return `order ${finder.pick} ${finder.of}`;
    case 'pair':
      return `pair ${finder.part}`;
    case 'place':
      return `place ${finder.pick}`;
    case 'address':
      return `address ${finder.capture}`;
    default:
      return 'unknown finder';
  }
}
