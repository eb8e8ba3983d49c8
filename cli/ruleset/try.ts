// `cekasal ruleset try FILE TARGET`: one changed file of the rules on a saved page or listing, before and after.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { ENTITIES } from '../../utils/curation/entities/index.ts';
import { withFile } from '../../utils/curation/folder.ts';
import { say } from '../../utils/curation/words.ts';
import type { Translate } from '../../utils/i18n.ts';
import { openKnowledge } from '../../utils/knowledge/knowledge.ts';
import type { Ruleset } from '../../utils/knowledge/ruleset.ts';
import type { Listing } from '../../utils/listing/listing.ts';
import { ListingSchema } from '../../utils/listing/schema.ts';
import type { Lang } from '../../utils/messages.ts';
import { assess } from '../../utils/origin/assess.ts';
import { explain, loadTranslator } from '../explain.ts';
import { extractWith } from '../extract.ts';
import { InputError, readInput } from '../io.ts';
import { dayOf, langOf, parseOptions } from '../options.ts';
import { openRulesetFolder } from './folder.ts';
import { compile } from './open.ts';

const OPTIONS = {
  as: { type: 'string' },
  url: { type: 'string' },
  lang: { type: 'string' },
  day: { type: 'string' },
  ruleset: { type: 'string' },
} as const;

/** Where a file belongs in a ruleset: by its last folder and its name. */
function placeOf(file: string, as: string | undefined): string {
  const place = as ?? file.split(/[\\/]/).slice(-2).join('/');
  const folder = place.slice(0, place.lastIndexOf('/'));
  if (ENTITIES.some(({ files }) => files === place || files === `${folder}/*.yml`)) return place;
  throw new InputError(`${file}: say where it belongs, as with --as brands/${place.split('/').at(-1)}`);
}

/** The listings of a saved page (with its address), or of JSON Lines. */
async function listingsOf(text: string, url: URL | null, ruleset: Ruleset): Promise<Listing[]> {
  if (url) {
    const knowledge = openKnowledge(ruleset);
    const map = knowledge.map(url.hostname);
    if (!map) return [];
    return (await extractWith(text, url, map, new Set(knowledge.placeNames(map)))).listings;
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, i) => {
    try {
      return v.parse(ListingSchema, JSON.parse(line));
    } catch (error) {
      throw new InputError(`line ${i + 1}: ${(error as Error).message}; a saved page needs --url`);
    }
  });
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Fields that are read otherwise. */
function fieldChanges(before: Listing, after: Listing, lang: Lang): string[] {
  return (Object.keys(after) as (keyof Listing)[]).flatMap((field) => {
    const [was, is] = [shown(before[field]), shown(after[field])];
    return was === is ? [] : [say('try.field', { field, before: was, after: is }, lang)];
  });
}

const sameListing = (one: Listing) => (other: Listing) =>
  one.id !== null ? one.id === other.id : one.url === other.url && one.title === other.title;

export async function tryFile(args: string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [file, target, ...more] = positionals;
  if (!file || !target || more.length > 0) throw new InputError('ruleset try takes FILE and TARGET');
  if (values.url !== undefined && !URL.canParse(values.url)) throw new InputError('--url is the address of the page');
  const [lang, day] = [langOf(values.lang), dayOf(values.day)];
  const url = values.url === undefined ? null : new URL(values.url);
  const folder = openRulesetFolder(values.ruleset);
  const old = compile(folder, lang);
  readInput(file);
  const next = compile(withFile(folder, placeOf(file, values.as), readFileSync(file, 'utf8')), lang);
  const text = readInput(target);
  const [before, after] = [await listingsOf(text, url, old), await listingsOf(text, url, next)];
  process.stdout.write(`${compare(before, after, { old, next, day, lang, t: loadTranslator(lang) }).join('\n\n')}\n`);
}

interface Setting {
  old: Ruleset;
  next: Ruleset;
  day: string;
  lang: Lang;
  t: Translate;
}

function compare(before: Listing[], after: Listing[], { old, next, day, lang, t }: Setting): string[] {
  const [was, is] = [openKnowledge(old), openKnowledge(next)];
  const judge = (listing: Listing, knowledge: typeof was) => explain(assess(listing, knowledge, { day }), lang, t);
  const parts = after.map((listing, i) => {
    const match = before.find(sameListing(listing)) ?? (before.length === after.length ? before[i] : undefined);
    const [first, second] = [match ? judge(match, was) : '–', judge(listing, is)];
    const fields = match ? fieldChanges(match, listing, lang) : [];
    const verdicts =
      first === second
        ? [`${say('try.same', {}, lang)} ${second}`]
        : [`${say('try.before', {}, lang)} ${first}`, `${say('try.after', {}, lang)} ${second}`];
    return [listing.title ?? listing.url ?? '–', ...fields, ...verdicts].join('\n');
  });
  if (before.length !== after.length)
    parts.push(say('try.read', { before: String(before.length), after: String(after.length) }, lang));
  return parts.length > 0 ? parts : [say('try.nothing', {}, lang)];
}
