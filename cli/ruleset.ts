// `cekasal ruleset ACTION`: what volunteers, reviewers and the release team do with a ruleset folder.
import { InputError, run } from './io.ts';

type Action = (args: string[]) => unknown;

const ACTIONS: Record<string, () => Promise<Action>> = {
  check: async () => (await import('./ruleset/check.ts')).check,
  build: async () => (await import('./ruleset/build.ts')).build,
  diff: async () => (await import('./ruleset/diff.ts')).diff,
  try: async () => (await import('./ruleset/try.ts')).tryFile,
  review: async () => (await import('./ruleset/review.ts')).review,
  keys: async () => (await import('./ruleset/keys.ts')).keys,
  sign: async () => (await import('./ruleset/sign.ts')).sign,
  renew: async () => (await import('./ruleset/renew.ts')).renew,
  verify: async () => (await import('./ruleset/verify.ts')).verify,
  schemas: async () => (await import('./ruleset/schemas.ts')).schemas,
};

export function rulesetCommand([name = '', ...args]: string[]): Promise<number> {
  return run(async () => {
    const load = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!load) throw new InputError(`ruleset takes one of: ${Object.keys(ACTIONS).join(', ')}`);
    const action = await load();
    return action(args);
  });
}
