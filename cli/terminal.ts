// Questions to the person at the terminal: on stderr, so that results alone stand on stdout. Where stdin is a pipe, its first line
// is the answer.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { InputError } from './io.ts';

/** What was typed, without the spaces around it; "" when nothing came. */
export async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line.trim();
    return '';
  } finally {
    lines.close();
    if (!process.stdin.isTTY) process.stderr.write('\n');
  }
}

const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** The same without showing what is typed; null where there is no terminal. */
export async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: silent(), terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('SIGINT', () => reject(new InputError('^C')));
      lines.once('close', () => resolve(''));
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
