// The import graph of the source: which file imports what, read from the text. Types count: a design dependency is one.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** Everything that is shipped or run; tests may import what they like. */
const SOURCES = '{entrypoints,components,utils,cli,hub,build,bench,scripts,ruleset,locales}/**/*.{ts,tsx,js}';

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s*(?:[\w*{][^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

export interface Import {
  from: string;
  /** A file of the project (path from the root), or the name of a package. */
  to: string;
  isPackage: boolean;
}

export function sourceFiles(): string[] {
  return globSync(SOURCES, { cwd: ROOT })
    .filter((file) => !file.includes('node_modules'))
    .sort();
}

export function imports(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = (match[1] ?? match[2] ?? '').replace(/\?.*$/, '');
    if (!target.startsWith('.')) return { from: file, to: target, isPackage: true };
    return { from: file, to: join(dirname(file), target), isPackage: false };
  });
}

/** The unit of design a file belongs to: a folder of utils/, another top folder, or a file that stands alone in utils/. */
export function unit(file: string): string {
  const [top = '', second = '', third] = file.split('/');
  if (top !== 'utils') return top;
  return third === undefined ? `utils/${second}` : `utils/${second}/`;
}

/** All edges of the graph. */
export function edges(): Import[] {
  return sourceFiles().flatMap(imports);
}

/** Every file that can be reached from `start`, with the way there. */
export function reachable(start: string[], all: Import[]): Map<string, string[]> {
  const ways = new Map(start.map((file) => [file, [file]]));
  const queue = [...start];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    for (const edge of all) {
      if (edge.from !== file || ways.has(edge.to)) continue;
      ways.set(edge.to, [...(ways.get(file) ?? []), edge.to]);
      if (!edge.isPackage) queue.push(edge.to);
    }
  }
  return ways;
}

/** The first circle among units, as a list that ends where it begins; null when there is none. */
export function circle(all: Import[]): string[] | null {
  const next = new Map<string, Set<string>>();
  for (const { from, to, isPackage } of all) {
    if (isPackage || unit(from) === unit(to)) continue;
    next.set(unit(from), (next.get(unit(from)) ?? new Set()).add(unit(to)));
  }
  const done = new Set<string>();
  const visit = (node: string, path: string[]): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const following of next.get(node) ?? []) {
      const found = visit(following, [...path, node]);
      if (found) return found;
    }
    done.add(node);
    return null;
  };
  for (const node of next.keys()) {
    const found = visit(node, []);
    if (found) return found;
  }
  return null;
}
