// Where branded goods that are sold in Indonesia are usually made, by the brand's trade. It goes into the brands' stored form.
import * as v from 'valibot';
import { MADE } from '../../knowledge/brand.ts';
import { entity } from '../entity.ts';
import { about, entry, id } from '../fields.ts';

const made = v.picklist(MADE);

export const trades = entity({
  name: 'trades',
  files: 'tables/trades.yml',
  schema: entry({
    trades: v.record(
      id,
      v.strictObject({
        home: about('Barang merek Indonesia: here, abroad atau mixed.', made),
        foreign: about('Barang merek luar negeri: here, abroad atau mixed.', made),
        copied: v.optional(about('true: namanya sering dipakai pada tiruan.', v.boolean()), false),
      }),
    ),
  }),
});
