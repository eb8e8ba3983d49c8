// The `cekasal` command: only the result on stdout, problems on stderr, exit 0 on success, 2 on bad input.
import { assessCommand } from './assess.ts';
import { extractCommand } from './extract.ts';

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  extract: extractCommand,
  assess: assessCommand,
};

const USAGE = `cekasal COMMAND
  extract FILE --url URL [--map MAP.yml] [--trace]      the listings of a saved page or JSON answer
  assess FILE [--day YYYY-MM-DD] [--explain] [--lang id|en]   the assessment of each listing (JSON Lines)
Both take --ruleset DIR (or CEKASAL_RULESET) for another ruleset folder.`;

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  process.exitCode = await command(args);
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
