// Compiles the project's own ruleset once for all tests: thousands of files take seconds, and each test file would begin
// with them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { compileRuleset } from '../utils/curation/compile.ts';

export const COMPILED = new URL('../tmp/ruleset.json', import.meta.url);

export default function setup(): void {
  mkdirSync(new URL('.', COMPILED), { recursive: true });
  writeFileSync(COMPILED, JSON.stringify(compileRuleset(new URL('../ruleset', import.meta.url).pathname)));
}
