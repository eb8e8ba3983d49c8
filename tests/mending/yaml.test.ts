// A map that leaves as YAML comes back as the same map, and the checker accepts it.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { rulesetFolder } from '../../cli/io.ts';
import { marketplaces } from '../../utils/curation/entities/marketplaces.ts';
import { loadMap } from '../../utils/curation/maps.ts';
import { readEntry } from '../../utils/curation/read.ts';
import type { MarketplaceMap } from '../../utils/knowledge/map.ts';
import { fileOf, toYaml } from '../../utils/mending/yaml.ts';
import { mapNamed } from '../extract/page.ts';

const folder = join(rulesetFolder(undefined), 'marketplaces');
const FILES = globSync('*.yml', { cwd: folder }).sort();

test('there are maps to try', () => expect(FILES.length).toBeGreaterThan(8));

test.for(FILES)('%s: read, written, read again is the same', (file) => {
  const map = loadMap(join(folder, file));
  const { entry, faults } = readEntry(file, toYaml(map), marketplaces);
  expect(faults).toEqual([]);
  expect(JSON.stringify(entry?.data)).toBe(JSON.stringify(map));
  expect(fileOf(map)).toBe(`ruleset/marketplaces/${basename(file)}`);
});

test('a finder a line, and the first line says which file it replaces and what is not kept', () => {
  const lines = toYaml(mapNamed('shopee')).split('\n');
  expect(lines[0]).toContain('ruleset/marketplaces/shopee.yml');
  expect(lines[0]).toContain('Komentar');
  expect(lines).toContain('      - { by: label, labels: [Merek, Brand], within: section }');
  expect(lines).toContain('      - { by: element, select: h1, seen: 2025-09 }');
});

test.for([
  'true',
  'null',
  '~',
  '12',
  '1e3',
  '0x1f',
  '2026-11-24',
  '- a',
  'a: b',
  'a #b',
  ' a ',
  '"a"',
  "l'isi",
  '[a]',
  '{a}',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  'baris\nbaru',
  'Merek ™ é 漢',
  '#id .kelas',
  '.',
  '',
])('the text %j stays a text', (name) => {
  const map = { ...mapNamed('jakmall'), name, records: { [name]: { has: [name, name] } } } as MarketplaceMap;
  expect(parse(toYaml(map))).toEqual(JSON.parse(JSON.stringify(map)));
});
