// `cekasal alternatives`: for each listing of a file the goods of a pool that can take its place, one line each.
import * as v from 'valibot';
import type { Offer } from '../utils/alternatives/goods.ts';
import { type Candidate, openAlternatives } from '../utils/alternatives/rank.ts';
import { openKnowledge } from '../utils/knowledge/knowledge.ts';
import { InputError, readInput, rulesetFolder, run } from './io.ts';
import { langOf, parseOptions } from './options.ts';
import { openRuleset } from './ruleset/open.ts';

const OPTIONS = {
  pool: { type: 'string' },
  k: { type: 'string', short: 'k' },
  province: { type: 'string' },
  lang: { type: 'string' },
  ruleset: { type: 'string' },
} as const;

const MOST = 10;
const LONGEST_ID = 200;

/** Of a field of the wrong shape nothing is known: a pool may come from anywhere. */
const or = <T>(schema: v.GenericSchema<unknown, T>, none: T) =>
  v.fallback(v.optional(schema, none as never), none as never);
const text = v.pipe(v.string(), v.maxLength(2_000));
const amount = v.pipe(v.number(), v.minValue(0));

const OfferSchema = v.pipe(
  v.object({
    title: text,
    price: or<{ amount: number; currency: string } | number | null>(
      v.union([v.object({ amount, currency: v.string() }), amount]),
      null,
    ),
    price_idr: or<number | null>(amount, null),
    location: or<string | null>(text, null),
    seller: or<{ location?: string | null } | null>(v.object({ location: v.optional(v.nullable(text)) }), null),
    category: or<string[] | string | null>(v.union([v.array(text), text]), null),
  }),
  v.transform(({ title, price, price_idr, location, seller, category }): Offer => {
    const rupiah = typeof price === 'number' ? price : price?.currency === 'IDR' ? price.amount : null;
    const parts = typeof category === 'string' ? category.split(/[/>]/) : (category ?? []);
    return {
      title,
      price: rupiah ?? price_idr,
      location: seller?.location ?? location,
      category: parts.at(-1)?.trim() || null,
    };
  }),
);
const CandidateSchema = v.intersect([
  v.object({
    id: v.pipe(
      v.string(),
      v.nonEmpty(),
      v.maxLength(LONGEST_ID),
      v.regex(/^\P{Cc}*$/u, 'it holds a line end or another control'),
    ),
  }),
  OfferSchema,
]);

function readLines<T>(file: string, schema: v.GenericSchema<unknown, T>): T[] {
  return readInput(file)
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const where = `${file}:${i + 1}`;
      let data: unknown;
      try {
        data = JSON.parse(line);
      } catch {
        throw new InputError(`${where}: not JSON`);
      }
      const result = v.safeParse(schema, data);
      if (result.success) return [result.output];
      throw new InputError(`${where}: ${v.getDotPath(result.issues[0]) ?? 'the line'}: ${result.issues[0].message}`);
    });
}

export function alternativesCommand(args: string[]): Promise<number> {
  return run(() => {
    const { values, positionals } = parseOptions(args, OPTIONS);
    const [file, ...more] = positionals;
    if (!file || more.length > 0 || values.pool === undefined)
      throw new InputError('alternatives takes one FILE and --pool POOL');
    const most = Number(values.k ?? MOST);
    if (!Number.isInteger(most) || most < 1) throw new InputError('-k is how many results a listing gets at most');
    if (values.province !== undefined && !/^\d\d$/.test(values.province))
      throw new InputError('--province is the code of a province, as 33');
    const listings = readLines(file, OfferSchema);
    const pool: Candidate[] = readLines(values.pool, CandidateSchema);
    const knowledge = openKnowledge(openRuleset(rulesetFolder(values.ruleset), langOf(values.lang)));
    const alternatives = openAlternatives(pool, knowledge);
    for (const listing of listings) {
      const results = alternatives(listing, { most, province: values.province });
      process.stdout.write(`${JSON.stringify({ results })}\n`);
    }
  });
}
