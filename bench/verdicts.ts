// Judging: how long a listing takes at the full ruleset, beside splitting its texts into words, which is the least that any
// judgement by words does. Listings are those of our judgement tables, over and over, each with words of its own.
import { fileURLToPath } from 'node:url';
import { compileRuleset } from '../utils/curation/compile.ts';
import { readCorpus } from '../utils/curation/corpus.ts';
import { openKnowledge } from '../utils/knowledge/knowledge.ts';
import { sentences } from '../utils/knowledge/tokens.ts';
import { CAPS, type Listing } from '../utils/listing/listing.ts';
import { assess } from '../utils/origin/assess.ts';
import { percentile, type Result, result } from './statistics.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DAY = '2026-11-24';

/** A word that no other listing has: no memory of words may answer for it. */
const ownWord = (i: number) => `kode${i.toString(36)}x`;

function listings(count: number): Listing[] {
  const known = readCorpus(here('../tests/corpus')).map(({ listing }) => listing);
  return Array.from({ length: count }, (_, i) => {
    const listing = known[i % known.length] as Listing;
    return { ...listing, title: `${listing.title ?? 'Barang'} ${ownWord(i)}` };
  });
}

/** Texts that are made to be slow, each as long as the door lets through. */
const HOSTILE = [
  'import china murah ',
  '#kaosmurah #importchina ',
  'bukan import tapi kualitas import bahan import jahitan lokal ',
  'P-IRT 2063573010123-25 MD 224109012345 ',
  '𝟏𝟐𝟑𝟒 P-IRT ２０６３٣٤٥ ',
  '中国制造，产地：中国。',
  'samsung xiaomi oppo untuk case ',
  'a.b.c.d-e/f|g ',
].map((words) => words.repeat(Math.ceil(CAPS.description / words.length)).slice(0, CAPS.description));

const judgeWith = () => {
  const knowledge = openKnowledge(compileRuleset(here('../ruleset')));
  return (listing: Listing) => assess(listing, knowledge, { day: DAY });
};

const split = ({ title, description }: Listing) => {
  sentences(title ?? '');
  sentences(description ?? '');
};

/** Milliseconds of each, after a start that has compiled the code. */
function timed(all: readonly Listing[], work: (listing: Listing) => unknown): number[] {
  for (const listing of all.slice(0, 3_000)) work(listing);
  return all.map((listing) => {
    const start = performance.now();
    work(listing);
    return performance.now() - start;
  });
}

const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);

/** The time (ms) within which 99 of 100 of 10,000 listings are judged. */
export async function verdicts10k(): Promise<Result> {
  const all = listings(10_000);
  return result('verdict-10k', percentile(timed(all, judgeWith()), 0.99), percentile(timed(all, split), 0.99));
}

/** The time (ms) that 100,000 listings take, and in words what the memory grew by. */
export async function verdicts100k(): Promise<Result> {
  const all = listings(100_000);
  return result('verdict-100k', sum(timed(all, judgeWith())), sum(timed(all, split)));
}

/** The time (ms) within which 99 of 100 hostile listings are judged. */
export async function verdictsHostile(): Promise<Result> {
  const base = listings(1)[0] as Listing;
  const all = Array.from({ length: 400 }, (_, i) => ({ ...base, description: HOSTILE[i % HOSTILE.length] ?? null }));
  return result('verdict-hostile', percentile(timed(all, judgeWith()), 0.99), percentile(timed(all, split), 0.99));
}
