// The addresses of this build: where its rules come from, where its reports go. Checked here, so that a mistake fails the build.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { firstRoot, SourceSchema } from '../utils/feed/source.ts';

const AddressesSchema = v.strictObject({
  feed: v.nullable(SourceSchema),
  hub: v.nullable(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
});

/** A root that ends sooner would soon end updates, too. */
const LEAST_DAYS = 180;
const DAY = 86_400_000;

/**
 * @param file YAML, as build/addresses.yml.
 * @throws Error that names the field.
 */
export async function readAddresses(file: string, now = Date.now()): Promise<v.InferOutput<typeof AddressesSchema>> {
  const result = v.safeParse(AddressesSchema, parse(readFileSync(file, 'utf8')));
  if (result.success) {
    const { feed } = result.output;
    if (feed) {
      const { expires } = await firstRoot(feed).catch((error: Error) => {
        throw new Error(`${file}: feed.root: ${error.message}`);
      });
      if (expires < now + LEAST_DAYS * DAY)
        throw new Error(`${file}: feed.root: ends on ${new Date(expires).toISOString().slice(0, 10)}; renew it first`);
    }
    return result.output;
  }
  const [issue] = result.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
