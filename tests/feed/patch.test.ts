// Patches and packs: the same bytes again, or nothing.
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../utils/feed/pack.ts';
import { type Patch, patched } from '../../utils/feed/patch.ts';
import { utf8 } from './publisher.ts';

const apply = (old: string, patch: Patch | string, next: string) => {
  const bytes = utf8(typeof patch === 'string' ? patch : JSON.stringify(patch));
  const result = patched(utf8(old), bytes, utf8(next).length);
  return result && new TextDecoder().decode(result);
};

test.for<[string, string, Patch, string]>([
  ['a line changes', 'a\nb\nc', [[1, 1, ['B']]], 'a\nB\nc'],
  [
    'lines come at both ends',
    'b',
    [
      [0, 0, ['a']],
      [1, 0, ['c', 'd']],
    ],
    'a\nb\nc\nd',
  ],
  ['all lines go', 'a\nb', [[0, 2, []]], ''],
  ['from nothing', '', [[0, 1, ['a', 'b']]], 'a\nb'],
  ['the last line ends', 'a', [[1, 0, ['']]], 'a\n'],
  ['more than one byte a letter', 'é\n😀', [[1, 0, ['ü']]], 'é\nü\n😀'],
  ['nothing changes', 'a\nb', [], 'a\nb'],
])('%s', ([, old, patch, next]) => {
  expect(apply(old, patch, next)).toBe(next);
});

describe('no patch of that file', () => {
  test.for([
    ['behind the end', '[[3,1,["x"]]]'],
    ['before what was read', '[[1,1,[]],[0,1,[]]]'],
    ['a negative place', '[[-1,1,[]]]'],
    ['a broken number', '[[0.5,1,[]]]'],
    ['no list', '{"0":1}'],
    ['no JSON', '<html>'],
    ['another length comes of it', '[[0,1,["much longer"]]]'],
  ] as const)('%s', ([, patch]) => {
    expect(apply('a\nb', patch, 'a\nB')).toBeNull();
  });

  test('bytes that are no text', () => {
    expect(patched(new Uint8Array([0xff, 0xfe]), utf8('[]'), 2)).toBeNull();
  });
});

test('a pack gives its files again', () => {
  const files = new Map([
    ['a.txt', utf8('satu\ndua')],
    ['b.json', utf8('')],
    ['c.txt', utf8('tiga')],
  ]);
  expect([...unpack(pack(files))].map(([name, bytes]) => [name, [...bytes]])).toEqual(
    [...files].map(([name, bytes]) => [name, [...bytes]]),
  );
});

test.for([[''], ['[]'], ['[["a",3]]\nxy'], ['[["a",1]]\nxy'], ['[["a",-1]]\n'], ['{}\n'], ['halo\n']] as const)(
  'no pack: %s',
  ([text]) => {
    expect(() => unpack(utf8(text))).toThrow();
  },
);
