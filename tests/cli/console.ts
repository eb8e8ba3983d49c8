// `cekasal ruleset ...` called as at a terminal, with what is piped into it, and what it printed.
import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { rulesetCommand } from '../../cli/ruleset.ts';

export interface Called {
  code: number;
  out: string;
  err: string;
}

/** @param answer What is typed when it asks. */
export async function call(args: string[], answer = ''): Promise<Called> {
  const called: Called = { code: 0, out: '', err: '' };
  const keep = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    called[stream] += text;
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep('err')),
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([`${answer}\n`]) as typeof process.stdin),
  ];
  try {
    called.code = await rulesetCommand(args);
    return called;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
