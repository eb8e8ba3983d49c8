// Who may import whom (DESIGN: listing <- knowledge <- extract, origin, alternatives; feed apart). A failure says the mend.
import { describe, expect, test } from 'vitest';
import { circle, edges, type Import, reachable, sourceFiles, unit } from './graph.ts';

/** What each unit may import beside itself and packages. What is not named here is free. */
const MAY_IMPORT: Record<string, string[]> = {
  'utils/listing/': [],
  'utils/knowledge/': ['utils/listing/'],
  'utils/extract/': ['utils/listing/', 'utils/knowledge/'],
  'utils/origin/': ['utils/listing/', 'utils/knowledge/'],
  'utils/alternatives/': ['utils/listing/', 'utils/knowledge/'],
  'utils/feed/': [],
};

/** Nothing imports these: they are where the program begins. */
const NOBODY_IMPORTS = ['entrypoints', 'cli', 'hub', 'bench'];

/** Views get props and give callbacks; they know no storage, no messages, no browser. */
const NOT_FOR_COMPONENTS = [
  'utils/feed/',
  'utils/settings.ts',
  'utils/page/',
  'utils/curation/',
  'idb-keyval',
  'webextension-polyfill',
  'wxt/browser',
  'wxt/utils/storage',
];

const NOT_FOR_BROWSERS = /^(?:node:|yaml$|jsdom$)/;

/** Broken rules of `all`, one sentence each. */
function broken(all: Import[]): string[] {
  return all.flatMap(({ from, to, isPackage }) => {
    const [mine, theirs] = [unit(from), isPackage ? to : unit(to)];
    const sentences: string[] = [];
    const allowed = MAY_IMPORT[mine];
    if (!isPackage && to.startsWith('..')) {
      sentences.push(`${from} imports ${to}, which is outside the project. Bring the file in, or leave it out.`);
    } else if (!isPackage && mine !== theirs && allowed && !allowed.includes(theirs)) {
      sentences.push(
        `${from} imports ${to}, but ${mine} may import only ${allowed.join(' and ') || 'packages'}. ` +
          'Move what both need down, or pass it in as a parameter.',
      );
    }
    if (mine !== theirs && NOBODY_IMPORTS.includes(theirs)) {
      sentences.push(`${from} imports ${to}, but nothing may import from ${theirs}/. Move the shared part to utils/.`);
    }
    if (mine === 'components' && NOT_FOR_COMPONENTS.includes(theirs)) {
      sentences.push(`${from} imports ${to}. A component takes props and gives callbacks: do it in the entrypoint.`);
    }
    return sentences;
  });
}

/** Node-only packages on the way from an entrypoint, one sentence each. */
function nodeOnly(all: Import[], starts: string[]): string[] {
  return [...reachable(starts, all)]
    .filter(([target]) => NOT_FOR_BROWSERS.test(target))
    .map(
      ([target, way]) => `${target} does not exist in a browser, but is reached by ${way.join(' -> ')}. Cut this way.`,
    );
}

const isEntrypoint = (file: string) => file.startsWith('entrypoints/');

describe('the import graph', () => {
  const all = edges();

  test('was read', () => {
    expect(sourceFiles().length).toBeGreaterThan(20);
    expect(all).toContainEqual({ from: 'utils/listing/schema.ts', to: 'utils/listing/listing.ts', isPackage: false });
  });

  test('keeps to the design', () => {
    expect(broken(all)).toEqual([]);
  });

  test('has no circle between folders', () => {
    const found = circle(all);
    expect(found, `Folders import each other in a circle: ${found?.join(' -> ')}. Turn one arrow round.`).toBeNull();
  });

  test('brings nothing of Node and no YAML reader to the browser', () => {
    expect(nodeOnly(all, sourceFiles().filter(isEntrypoint))).toEqual([]);
  });
});

describe('the rules themselves notice', () => {
  const edge = (from: string, to: string, isPackage = false): Import => ({ from, to, isPackage });

  test.for([
    [edge('utils/listing/a.ts', 'utils/knowledge/b.ts'), 'may import only packages'],
    [edge('utils/knowledge/a.ts', 'utils/origin/b.ts'), 'may import only utils/listing/'],
    [edge('utils/feed/a.ts', 'utils/knowledge/b.ts'), 'may import only packages'],
    [edge('utils/extract/a.ts', 'utils/page/b.ts'), 'may import only'],
    [edge('components/A.tsx', 'utils/feed/store.ts'), 'takes props'],
    [edge('components/A.tsx', 'webextension-polyfill', true), 'takes props'],
    [edge('utils/page/a.ts', 'entrypoints/panel.ts'), 'nothing may import'],
    [edge('cli/main.ts', '../elsewhere/secret.ts'), 'outside the project'],
  ] as const)('%o', ([import_, sentence]) => {
    expect(broken([import_]).join('\n')).toContain(sentence);
  });

  test('a circle of three', () => {
    const all = [
      edge('utils/a/x.ts', 'utils/b/x.ts'),
      edge('utils/b/x.ts', 'utils/c/x.ts'),
      edge('utils/c/x.ts', 'utils/a/x.ts'),
    ];
    expect(circle(all)).toEqual(['utils/a/', 'utils/b/', 'utils/c/', 'utils/a/']);
  });

  test('a way from an entrypoint to Node', () => {
    const all = [edge('entrypoints/a.ts', 'utils/b.ts'), edge('utils/b.ts', 'node:fs', true)];
    expect(nodeOnly(all, ['entrypoints/a.ts'])).toHaveLength(1);
  });
});
