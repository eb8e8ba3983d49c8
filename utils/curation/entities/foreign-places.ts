// Foreign cities, and the labels that marketplaces print for "abroad".
import * as v from 'valibot';
import { entity } from '../entity.ts';
import { about, country, entry, name, origin } from '../fields.ts';

export const foreignPlaces = entity({
  name: 'foreign-places',
  files: 'tables/foreign-places.yml',
  schema: entry({
    labels: about('Label marketplace, dipercaya di mana pun dalam kolom lokasi.', v.record(name, origin)),
    whole: about('Label yang dipercaya hanya bila menjadi seluruh isi kolom.', v.record(name, origin)),
    cities: about('Kota asing di bawah kode negaranya.', v.record(country, v.array(name))),
  }),
});
