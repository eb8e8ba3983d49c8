// The addresses of this build: where its rules come from, where its reports go. Checked here, so that a mistake fails the build.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { SourceSchema } from '../utils/feed/source.ts';

const AddressesSchema = v.strictObject({
  feed: v.nullable(SourceSchema),
  hub: v.nullable(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
});

/** @param file YAML, as build/addresses.yml. @throws Error that names the field. */
export function readAddresses(file: string): v.InferOutput<typeof AddressesSchema> {
  const result = v.safeParse(AddressesSchema, parse(readFileSync(file, 'utf8')));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
