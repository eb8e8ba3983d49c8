// Everything that is checked before a ruleset is trusted: what the files say, what they say together, the day, and what the
// judgement makes of them on the corpus.

import * as v from 'valibot';
import { type Knowledge, openKnowledge } from '../knowledge/knowledge.ts';
import type { Ruleset } from '../knowledge/ruleset.ts';
import { tokens } from '../knowledge/tokens.ts';
import { CAPS, type Listing } from '../listing/listing.ts';
import { ListingSchema } from '../listing/schema.ts';
import { assess } from '../origin/assess.ts';
import { compileEntries } from './compile.ts';
import type { Example } from './corpus.ts';
import { ENTITIES } from './entities/index.ts';
import { makers } from './entities/makers.ts';
import { notices } from './entities/notices.ts';
import { phrases } from './entities/phrases.ts';
import { type Fault, shown } from './fault.ts';
import { fieldsNamed } from './fields.ts';
import type { Folder } from './folder.ts';
import { type Memo, type Reading, readRuleset } from './read.ts';

export interface Check {
  /** By file, then line. */
  faults: Fault[];
  files: number;
  /** Null when there are faults. */
  ruleset: Ruleset | null;
}

/** Nobody looked at anything on a day that has not come. */
function noteFutureDays({ entries, note }: Reading, today: string): void {
  for (const entity of ENTITIES)
    for (const entry of entries.of(entity))
      for (const { path, value } of fieldsNamed(entry.data, 'reviewed'))
        if (value > today) note(entry, path, 'future-day', { field: 'reviewed', value });
}

/** A maker whose own words would have its goods called imported, when nothing is known of it as a maker. */
function noteImportedMakers({ entries, note }: Reading, ruleset: Ruleset, day: string): void {
  const knowledge = openKnowledge({ ...ruleset, makers: [] });
  for (const entry of entries.of(makers)) {
    const { name, makes, products, place, note: remark } = entry.data;
    const listing = v.parse(ListingSchema, {
      title: [name, ...makes, ...products.map(({ title }) => title)].join(', ').slice(0, CAPS.title),
      brand: name,
      seller: { name, location: place ?? null },
      description: remark ?? null,
    });
    const { verdict, evidence } = assess(listing, knowledge, { day });
    if (!verdict.endsWith('imported')) continue;
    const quote = evidence.find(({ says }) => says !== 'ID')?.quote ?? name;
    note(entry, ['name'], 'maker-called-imported', { quote: shown(quote) });
  }
}

const textsOf = ({ title, description, attributes, labels, brand, seller }: Listing): string[] =>
  [title, description, brand, seller?.name, ...labels, ...Object.values(attributes)].filter((text) => text != null);

/** Ids of the phrases that a listing holds anywhere. */
function phrasesIn(listing: Listing, knowledge: Knowledge): Set<string> {
  const found = new Set<string>();
  for (const text of textsOf(listing)) {
    const words = tokens(text);
    for (let i = 0; i < words.length; i++)
      for (const { phrase } of knowledge.phrase(words, i)) if (phrase.says !== undefined) found.add(phrase.id);
  }
  return found;
}

/** Of fewer examples no share can be told. */
const LEAST_EXAMPLES = 100;

/** A phrase that says something about half of all listings says nothing. */
function noteBroadPhrases({ entries, note }: Reading, ruleset: Ruleset, day: string, corpus: readonly Example[]): void {
  const knowledge = openKnowledge(ruleset);
  const limit = knowledge.parameter('check.breadth', day) ?? 1;
  const hits = new Map<string, number>();
  for (const { listing } of corpus)
    for (const id of phrasesIn(listing, knowledge)) hits.set(id, (hits.get(id) ?? 0) + 1);
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  for (const entry of entries.of(phrases))
    entry.data.phrases.forEach(({ id }, i) => {
      const share = (hits.get(id) ?? 0) / corpus.length;
      if (share <= limit) return;
      const total = String(corpus.length);
      note(entry, ['phrases', i, 'id'], 'phrase-broad', { id, share: percent(share), total, max: percent(limit) });
    });
}

/** A notice on an example that is to get none: an honest listing of which something would be said. */
function noteUnfairNotices(
  { entries, note }: Reading,
  ruleset: Ruleset,
  day: string,
  corpus: readonly Example[],
): void {
  const knowledge = openKnowledge(ruleset);
  for (const { where, listing, notices: expected, why } of corpus) {
    if (expected === null) continue;
    for (const { id } of assess(listing, knowledge, { day }).notices)
      if (!expected.includes(id))
        for (const entry of entries.of(notices))
          note(entry, ['notices', id], 'notice-unfair', { value: id, where, title: shown(listing.title ?? ''), why });
  }
}

/**
 * @param day Today, YYYY-MM-DD: no review may lie after it.
 * @param corpus What phrases and notices are tried on; may be empty.
 * @param memo See readRuleset.
 */
export function checkRuleset(folder: Folder, day: string, corpus: readonly Example[], memo?: Memo): Check {
  const reading = readRuleset(folder, memo);
  noteFutureDays(reading, day);
  // What the judgement makes of it can be told only of a ruleset that compiles; days aside.
  const compiles = reading.faults.every(({ code }) => code === 'future-day');
  const ruleset = compiles ? compileEntries(reading) : null;
  if (ruleset) {
    noteImportedMakers(reading, ruleset, day);
    noteUnfairNotices(reading, ruleset, day, corpus);
    if (corpus.length >= LEAST_EXAMPLES) noteBroadPhrases(reading, ruleset, day, corpus);
  }
  const faults = reading.faults.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  return { faults, files: reading.files, ruleset: faults.length > 0 ? null : ruleset };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
