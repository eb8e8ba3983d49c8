// The map of a marketplace: how its pages are read. The stored form is what volunteers write.

import { MapSchema } from '../../knowledge/map-schema.ts';
import { entity, noteDuplicates } from '../entity.ts';
import { knownHosts } from './hosts.ts';

export const marketplaces = entity({
  name: 'maps',
  files: 'marketplaces/*.yml',
  schema: MapSchema,
  check(entries, all, note) {
    const known = knownHosts(all);
    noteDuplicates(entries, ({ data }) => data.hosts.map((value, i) => ({ value, path: ['hosts', i] })), note);
    for (const entry of entries) {
      if (entry.data.id !== entry.id) note(entry, ['id'], 'map-id', { value: entry.data.id, id: entry.id });
      entry.data.hosts.forEach((host, i) => {
        if (!known.includes(host))
          note(entry, ['hosts', i], 'map-host-unknown', { value: host, known: known.join(', ') });
      });
    }
  },
  compile: (entries) => entries.map(({ data }) => data),
});
