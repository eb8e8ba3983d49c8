// The `cekasal` command: only the result on stdout, problems on stderr, exit 0 on success, 2 on bad input.

import { RULESET_USAGE } from './ruleset/usage.ts';

type Command = (args: string[]) => Promise<number>;

/** Each is loaded when it is called: none waits for what only another needs. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  extract: async () => (await import('./extract.ts')).extractCommand,
  assess: async () => (await import('./assess.ts')).assessCommand,
  alternatives: async () => (await import('./alternatives.ts')).alternativesCommand,
  evaluate: async () => (await import('./evaluate.ts')).evaluateCommand,
  ruleset: async () => (await import('./ruleset.ts')).rulesetCommand,
};

const USAGE = `cekasal COMMAND
  extract FILE --url URL [--map MAP.yml] [--trace]      the listings of a saved page or JSON answer
  assess FILE [--day YYYY-MM-DD] [--explain] [--lang id|en]   the assessment of each listing (JSON Lines)
  alternatives FILE --pool POOL [-k N] [--province 33]  goods of a pool that can take the place of each listing (JSON Lines)
  evaluate FILE [--day YYYY-MM-DD]                     verdicts against the labels of a file (JSON Lines with "origin")
All four take --ruleset DIR (or CEKASAL_RULESET) for another ruleset folder; assess also takes what "ruleset build" wrote.
${RULESET_USAGE}`;

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (load) {
  const command = await load();
  process.exitCode = await command(args);
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
