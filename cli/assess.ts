// `cekasal assess`: what the extension would say of each listing of a JSON Lines file, one assessment a line.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { compileRuleset } from '../utils/curation/compile.ts';
import { countryName, type Translate, translator, type Words } from '../utils/i18n.ts';
import { type Knowledge, openKnowledge } from '../utils/knowledge/knowledge.ts';
import type { Listing } from '../utils/listing/listing.ts';
import { ListingSchema } from '../utils/listing/schema.ts';
import type { Lang } from '../utils/messages.ts';
import { assess } from '../utils/origin/assess.ts';
import type { Assessment } from '../utils/origin/assessment.ts';
import { fieldName } from '../utils/reports/compose.ts';
import { InputError, readInput, rulesetFolder, run } from './io.ts';
import { dayOf, langOf, parseOptions } from './options.ts';

const OPTIONS = {
  day: { type: 'string' },
  explain: { type: 'boolean' },
  lang: { type: 'string' },
  ruleset: { type: 'string' },
} as const;

function options(args: string[]) {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const [file, ...more] = positionals;
  if (!file || more.length) throw new InputError('assess takes one FILE');
  return { ...values, file, day: dayOf(values.day), lang: langOf(values.lang) };
}

function openRuleset(option: string | undefined): Knowledge {
  try {
    return openKnowledge(compileRuleset(rulesetFolder(option)));
  } catch (error) {
    throw new InputError(`the ruleset has faults:\n${(error as Error).message}`);
  }
}

function parseListing(line: string, where: string): Listing {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new InputError(`${where}: not JSON`);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new InputError(`${where}: not an object`);
  const result = v.safeParse(ListingSchema, json);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new InputError(`${where}: ${v.getDotPath(issue) ?? 'the line'}: ${issue.message}`);
}

/** The verdict and its evidence in words, one piece of evidence a line. */
function explanation({ verdict, evidence }: Assessment, lang: Lang, t: Translate): string {
  const pieces = evidence.map(({ field, quote, says, strength, claim }) => {
    const words = quote === '' ? '' : ` “${quote}”`;
    return `${fieldName(field, t)}:${words} → ${t(`claim.${claim}`)} ${countryName(says, lang, t)} (${t(`strength.${strength}`)})`;
  });
  return [t(`verdict.long.${verdict}`), ...pieces].join('\n');
}

function loadWords(lang: Lang): Words {
  return parse(readFileSync(new URL(`../locales/${lang}.yml`, import.meta.url), 'utf8'));
}

export function assessCommand(args: string[]): Promise<number> {
  return run(() => {
    const { file, day, lang, explain, ruleset } = options(args);
    const lines = readInput(file).split('\n');
    const listings = lines.flatMap((line, i) => (line.trim() === '' ? [] : [parseListing(line, `${file}:${i + 1}`)]));
    const knowledge = openRuleset(ruleset);
    const t = explain ? translator(loadWords(lang)) : null;
    for (const listing of listings) {
      const assessment = assess(listing, knowledge, { day });
      const line = t ? { ...assessment, explanation: explanation(assessment, lang, t) } : assessment;
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  });
}
