// Runs the project's own tools, one after another, with the Node that runs this file.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

interface Finished {
  code: number;
  /** Standard output and error together. */
  output: string;
}

/** Runs the JavaScript program of a dependency (`bin` as its package.json names it). Output is kept, not printed. */
export function run(
  dependency: string,
  parameters: string[],
  environment: Record<string, string> = {},
): Promise<Finished> {
  const child = spawn(process.execPath, [program(dependency), ...parameters], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function program(dependency: string): string {
  const folder = join(ROOT, 'node_modules', dependency);
  if (!existsSync(folder)) throw new Error(`${dependency} is not installed; run npm ci.`);
  const { bin, name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : (bin[name.split('/').at(-1)] ?? Object.values(bin)[0]));
}

/** Builds the extension for both browsers. Throws with the tool's own output when a build fails. */
export async function build(browsers: ('chrome' | 'firefox')[] = ['chrome', 'firefox']): Promise<void> {
  for (const browser of browsers) {
    const { code, output } = await run('wxt', ['build', '-b', browser, '--mv3']);
    if (code !== 0) throw new Error(`The build for ${browser} failed:\n${output}`);
  }
}
