// `cekasal assess`: what the extension would say of each listing of a JSON Lines file, one assessment a line.
import * as v from 'valibot';
import { openKnowledge } from '../utils/knowledge/knowledge.ts';
import type { Listing } from '../utils/listing/listing.ts';
import { ListingSchema } from '../utils/listing/schema.ts';
import { assess } from '../utils/origin/assess.ts';
import { explain, loadTranslator } from './explain.ts';
import { InputError, readInput, rulesetFolder, run } from './io.ts';
import { dayOf, langOf, parseOptions } from './options.ts';
import { openRuleset } from './ruleset/open.ts';

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

export function assessCommand(args: string[]): Promise<number> {
  return run(() => {
    const { file, day, lang, explain: wordy, ruleset } = options(args);
    const lines = readInput(file).split('\n');
    const listings = lines.flatMap((line, i) => (line.trim() === '' ? [] : [parseListing(line, `${file}:${i + 1}`)]));
    const knowledge = openKnowledge(openRuleset(rulesetFolder(ruleset), lang));
    const t = wordy ? loadTranslator(lang) : null;
    for (const listing of listings) {
      const assessment = assess(listing, knowledge, { day });
      const line = t ? { ...assessment, explanation: explain(assessment, lang, t) } : assessment;
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  });
}
