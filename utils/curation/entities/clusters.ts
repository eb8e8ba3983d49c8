// Production clusters (sentra): a place, what its makers make, and the words by which a search finds it.
import * as v from 'valibot';
import { normalise } from '../../knowledge/tokens.ts';
import { entity } from '../entity.ts';
import { about, entry, id, name, regionCode, text } from '../fields.ts';
import { kinds } from './kinds.ts';
import { regions } from './regions.ts';

const One = entry({
  name: about('Nama sentranya.', name),
  region: about('Kode wilayah dari tables/regions.yml.', regionCode),
  kinds: about('Jenis barangnya: id dari tables/kinds.yml.', v.pipe(v.array(id), v.minLength(1))),
  known: about('Dikenal karena apa.', text),
  search: about(
    'Kata pencarian yang menemukannya: menyebut tempat atau nama, tidak pernah jenisnya saja.',
    v.pipe(v.array(name), v.minLength(1)),
  ),
  role: about(
    'makers: membuat. mixed: pembuat dan pedagang. trade: kebanyakan pedagang. sellers: terlihat banyak penjual.',
    v.picklist(['makers', 'mixed', 'trade', 'sellers']),
  ),
  confidence: about('Seyakin apa: high, medium, low.', v.picklist(['high', 'medium', 'low'])),
});

export const clusters = entity({
  name: 'clusters',
  files: 'tables/clusters.yml',
  schema: v.strictObject({ clusters: v.record(id, One) }),
  check(entries, all, note) {
    const known = new Set(all.of(kinds).flatMap(({ data }) => Object.keys(data.kinds)));
    const bare = new Set(
      all
        .of(kinds)
        .flatMap(({ data }) => Object.entries(data.kinds).flatMap(([id, { name }]) => [id, name].map(normalise))),
    );
    const codes = new Set(all.of(regions).flatMap(({ data }) => Object.keys(data.regions)));
    for (const entry of entries)
      for (const [key, cluster] of Object.entries(entry.data.clusters)) {
        if (!codes.has(cluster.region))
          note(entry, ['clusters', key, 'region'], 'region-unknown', { field: 'region', value: cluster.region });
        cluster.search.forEach((words, i) => {
          if (bare.has(normalise(words))) note(entry, ['clusters', key, 'search', i], 'search-bare', { value: words });
        });
        cluster.kinds.forEach((kind, i) => {
          if (!known.has(kind))
            note(entry, ['clusters', key, 'kinds', i], 'kind-unknown', { field: 'kinds', value: kind });
        });
      }
  },
});
