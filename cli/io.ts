// What the commands share: reading a file with a limit, and saying in one line what is wrong with the input.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Bad input: one clear line for the person at the terminal, exit code 2. */
export class InputError extends Error {}

const MAX_BYTES = 64 * 1024 * 1024;

/** A file's text. Throws InputError when it cannot be read or is larger than 64 MB. */
export function readInput(file: string): string {
  try {
    if (statSync(file).size > MAX_BYTES) throw new InputError(`${file}: larger than 64 MB`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`);
  }
}

/** Runs a command's body: an InputError becomes its line on stderr and exit code 2, a number it gives the exit code. */
export async function run(body: () => unknown): Promise<number> {
  try {
    const code = await body();
    return typeof code === 'number' ? code : 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`cekasal: ${error.message}\n`);
    return 2;
  }
}

/** The ruleset folder: the option, else CEKASAL_RULESET, else the project's own. */
export function rulesetFolder(option: string | undefined): string {
  return option ?? process.env.CEKASAL_RULESET ?? fileURLToPath(new URL('../ruleset', import.meta.url));
}
