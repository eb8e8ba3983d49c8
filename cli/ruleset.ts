// `cekasal ruleset ACTION`: what volunteers and reviewers do with a ruleset folder.
import { InputError, run } from './io.ts';

type Action = (args: string[]) => void | Promise<void>;

const ACTIONS: Record<string, () => Promise<Action>> = {
  check: async () => (await import('./ruleset/check.ts')).check,
};

export const RULESET_USAGE = `ruleset check [DIR] [--lang id|en] [--day YYYY-MM-DD] [--corpus FILE]`;

export function rulesetCommand([name = '', ...args]: string[]): Promise<number> {
  return run(async () => {
    const load = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!load) throw new InputError(`ruleset takes one of: ${Object.keys(ACTIONS).join(', ')}`);
    const action = await load();
    await action(args);
  });
}
