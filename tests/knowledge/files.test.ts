// A ruleset as files and back, and what a later version of the rules may hold without harm.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkFiles, openFiles, toFiles } from '../../utils/knowledge/files.ts';
import { openKnowledge } from '../../utils/knowledge/knowledge.ts';
import type { Ruleset } from '../../utils/knowledge/ruleset.ts';
import { tokens } from '../../utils/knowledge/tokens.ts';
import { COMPILED } from '../compiled.ts';

const text = readFileSync(COMPILED, 'utf8');
const own = (): Ruleset => JSON.parse(text);
let changed: Ruleset & Record<string, unknown>;
beforeEach(() => {
  changed = own() as typeof changed;
});
const check = () => checkFiles(toFiles(changed));
const part = (path: string) =>
  path.split('.').reduce<never>((value, key) => value[key], changed as never) as Record<string, unknown>;

test('the own ruleset comes back as it was, and the same ruleset gives the same bytes', () => {
  const files = toFiles(own());
  expect({ ...openFiles(files) }).toEqual(own());
  expect(checkFiles(files)).toEqual({ ruleset: own(), skipped: 0 });
  expect([...toFiles(own())]).toEqual([...files]);
});

test('a brand is found in whichever shard it lies', () => {
  const brands = own().brands.split('\n');
  const knowledge = openKnowledge(openFiles(toFiles(own())));
  for (const line of brands.filter((_, i) => i % 97 === 0)) {
    const [name = '', id] = line.split('\t');
    expect([name, knowledge.brand(tokens(name), 0)?.entry.id]).toEqual([name, id]);
  }
});

test('rules of before there was a directory are taken, and offer nothing', () => {
  const files = toFiles(own());
  files.delete('directory.txt');
  expect(checkFiles(files)).toEqual({ ruleset: { ...own(), directory: '' }, skipped: 0 });
  expect(openKnowledge(openFiles(files)).directory()).toBe('');
});

test('one entry more changes one file, and there one line', () => {
  const before = toFiles(own());
  changed.brands = [...own().brands.split('\n'), 'mereka baru\tmereka-baru\tID\th'].sort().join('\n');
  const after = toFiles(changed);
  const lines = (bytes?: Uint8Array) => new TextDecoder().decode(bytes).split('\n');
  const different = [...after.keys()].filter(
    (name) => lines(before.get(name)).join() !== lines(after.get(name)).join(),
  );
  expect(different).toHaveLength(1);
  const was = new Set(lines(before.get(different[0] ?? '')));
  expect(lines(after.get(different[0] ?? '')).filter((line) => !was.has(line))).toEqual([
    'mereka baru\tmereka-baru\tID\th',
  ]);
});

describe('entries for a later version are left out and counted', () => {
  test('a finder of another kind, without its map', () => {
    part('maps.0.product.fields').title = [
      { by: 'sulap', kata: 'judul' },
      ...(own().maps[0]?.product.fields.title ?? []),
    ];
    expect(check()).toEqual({ ruleset: own(), skipped: 1 });
  });

  test('a word that this version does not know, without its entry', () => {
    part('phrases.3').claim = 'grownIn';
    part('phrases.7').unless = { words: ['a'] };
    const { ruleset, skipped } = check();
    expect(skipped).toBe(2);
    expect(ruleset.phrases).toEqual(own().phrases.filter((_, i) => i !== 3 && i !== 7));
  });

  test('a part of a rule is never left out: without it the rule would say something else', () => {
    part('phrases.3').words = [[{ slot: 'sungai' }, { words: ['impor'] }]];
    expect(check().ruleset.phrases).toEqual(own().phrases.filter((_, i) => i !== 3));
  });

  test('a field of listings that this version does not know, without its map', () => {
    part('maps.0.product.fields').condition = [{ by: 'meta', name: 'x' }];
    expect(check()).toEqual({ ruleset: own(), skipped: 1 });
  });

  test('a flag or a hint of a later version may narrow what is said: then nothing is said', () => {
    changed.brands = 'mereka\tmereka\tID\thn';
    changed.kinds = own().kinds.replace(/^(sandal-jepit\t[^\t]*\t)[^\t]*/m, '$1later');
    const knowledge = openKnowledge(check().ruleset);
    expect(knowledge.brand(tokens('mereka'), 0)).toBeNull();
    expect(knowledge.kind(tokens('sandal jepit'))?.id).not.toBe('sandal-jepit');
    expect(openKnowledge(own()).kind(tokens('sandal jepit'))?.id).toBe('sandal-jepit');
  });

  test('a section of another kind', () => {
    const files = toFiles(own()).set('resep.json', new TextEncoder().encode('[1]'));
    expect(checkFiles(files)).toEqual({ ruleset: own(), skipped: 1 });
  });
});

describe('all else that is wrong refuses the whole, and says where', () => {
  test.for<[string, () => void, string]>([
    [
      'a later phrase that holds others back',
      () => {
        const at = changed.phrases.findIndex(({ cancels }) => cancels.length > 0);
        part(`phrases.${at}`).unless = ['a'];
      },
      'phrases.',
    ],
    [
      'a later number, where an older one would hold on',
      () => {
        part('parameters.0').note = 'x';
      },
      'parameters.0.note',
    ],
    [
      'a later condition of a notice',
      () => {
        part('notices.priceFloor').until = '2026-06-30';
      },
      'notices.priceFloor.until',
    ],
    [
      'a number for a word',
      () => {
        part('phrases.5').claim = 7;
      },
      'phrases.5.claim',
    ],
    [
      'a list for an entry',
      () => {
        changed.phrases[5] = [] as never;
      },
      'phrases.5',
    ],
    [
      'a word for a list',
      () => {
        part('phrases.5').fields = 'title';
      },
      'phrases.5.fields',
    ],
    [
      'a field is missing',
      () => {
        delete part('phrases.5').id;
      },
      'phrases.5.id',
    ],
    [
      'a selector that may not be',
      () => {
        part('maps.0.cards.0').find = 'input[type=password]';
      },
      'maps.0.cards.0.find',
    ],
    [
      'a section is missing',
      () => {
        delete (changed as Partial<Ruleset>).places;
      },
      'places',
    ],
    [
      'places are a text',
      () => {
        changed.places = 'Bandung' as never;
      },
      'places',
    ],
    [
      'brands are a list',
      () => {
        changed.brands = [] as never;
      },
      'brands',
    ],
  ])('%s', ([, change, where]) => {
    change();
    expect(check).toThrow(where);
  });

  test('a file that is no JSON, or no text', () => {
    const files = toFiles(own());
    expect(() => checkFiles(new Map(files).set('maps.json', new TextEncoder().encode('<html>')))).toThrow('maps');
    expect(() => checkFiles(new Map(files).set('kinds.txt', new Uint8Array([0xff])))).toThrow('kinds');
  });

  test('what was checked before is not checked again, all else is', () => {
    part('phrases.5').claim = 7;
    const files = toFiles(changed);
    expect(checkFiles(files, new Set(['phrases.json'])).ruleset.maps).toEqual(own().maps);
    expect(() => checkFiles(files, new Set(['maps.json', 'brands-1.txt']))).toThrow('phrases.5.claim');
  });

  test('names that reach behind objects do no harm', () => {
    const files = toFiles(own()).set('__proto__.json', new TextEncoder().encode('{"polluted":1}'));
    files.set(
      'places.json',
      new TextEncoder().encode(JSON.stringify(own().places).replace('{', '{"__proto__":{"polluted":1},')),
    );
    expect(() => checkFiles(files)).toThrow('places');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
