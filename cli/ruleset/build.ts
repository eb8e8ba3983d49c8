// `cekasal ruleset build`: the compiled ruleset, the same bytes for the same folder.
import { writeFileSync } from 'node:fs';
import { InputError } from '../io.ts';
import { langOf, parseOptions } from '../options.ts';
import { openRulesetFolder } from './folder.ts';
import { compile } from './open.ts';

const OPTIONS = { lang: { type: 'string' }, out: { type: 'string' } } as const;

export function build(args: string[]): void {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (positionals.length > 1) throw new InputError('ruleset build takes one folder');
  const bytes = `${JSON.stringify(compile(openRulesetFolder(positionals[0]), langOf(values.lang)))}\n`;
  if (values.out === undefined) process.stdout.write(bytes);
  else writeFileSync(values.out, bytes);
}
