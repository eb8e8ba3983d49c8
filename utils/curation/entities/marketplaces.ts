// The map of a marketplace: how its pages are read. The stored form is what volunteers write.

import type { MarketplaceMap } from '../../knowledge/map.ts';
import { MapSchema } from '../../knowledge/map-schema.ts';
import { entity, noteDuplicates } from '../entity.ts';
import { shown } from '../fault.ts';
import { fieldsNamed } from '../fields.ts';
import { knownAnswers } from './answers.ts';
import { knownHosts } from './hosts.ts';

type Place = { path: PropertyKey[]; value: string };

/** What a map's finders name in it, each with where. */
function named(map: MarketplaceMap, key: 'record' | 'capture'): Place[] {
  return fieldsNamed({ product: map.product, cards: map.cards, shop: map.shop, answers: map.answers }, key);
}

export const marketplaces = entity({
  name: 'maps',
  files: 'marketplaces/*.yml',
  schema: MapSchema,
  check(entries, all, note) {
    const known = knownHosts(all);
    noteDuplicates(entries, ({ data }) => data.hosts.map((value, i) => ({ value, path: ['hosts', i] })), note);
    for (const entry of entries) {
      if (entry.data.id !== entry.id) note(entry, ['id'], 'map-id', { value: entry.data.id, id: entry.id });
      const records = Object.keys(entry.data.records ?? {});
      for (const { path, value } of named(entry.data, 'record'))
        if (!records.includes(value))
          note(entry, path, 'map-record', { field: path.join('.'), value: shown(value), known: records.join(', ') });
      const captures = entry.data.pages.flatMap(({ path }) => [...path.matchAll(/\{(\w+)(?::code)?\}/g)]);
      const names = [...new Set(captures.map(([, name]) => name ?? ''))];
      for (const { path, value } of named(entry.data, 'capture'))
        if (!names.includes(value))
          note(entry, path, 'map-capture', { field: path.join('.'), value: shown(value), known: names.join(', ') });
      const readable = knownAnswers(all, entry.data.hosts);
      entry.data.observe?.forEach((value, i) => {
        if (!readable.some((read) => value.startsWith(read)))
          note(entry, ['observe', i], 'map-observe', { value, known: readable.join(', ') });
      });
      entry.data.hosts.forEach((host, i) => {
        if (!known.includes(host))
          note(entry, ['hosts', i], 'map-host-unknown', { value: host, known: known.join(', ') });
      });
    }
  },
  compile: (entries) => entries.map(({ data }) => data),
});
