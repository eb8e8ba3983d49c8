// The map of a marketplace: how its pages are read. The stored form is what volunteers write.

import { HOSTS } from '../../hosts.ts';
import { MapSchema } from '../../knowledge/map-schema.ts';
import { entity, noteDuplicates } from '../entity.ts';

export const marketplaces = entity({
  name: 'maps',
  files: 'marketplaces/*.yml',
  schema: MapSchema,
  check(entries, _, note) {
    noteDuplicates(entries, ({ data }) => data.hosts.map((value, i) => ({ value, path: ['hosts', i] })), note);
    for (const entry of entries) {
      if (entry.data.id !== entry.id) note(entry, ['id'], 'map-id', { value: entry.data.id, id: entry.id });
      entry.data.hosts.forEach((host, i) => {
        if (!HOSTS.includes(host))
          note(entry, ['hosts', i], 'map-host-unknown', { value: host, known: HOSTS.join(', ') });
      });
    }
  },
  compile: (entries) => entries.map(({ data }) => data),
});
