// Where a consumer can complain officially, and when somebody last saw that the address holds.
import * as v from 'valibot';
import { entity } from '../entity.ts';
import { about, entry, id, name, text } from '../fields.ts';

const One = entry({
  office: about('Lembaganya.', name),
  by: about('Lewat apa.', v.picklist(['whatsapp', 'website', 'email', 'phone', 'sms'])),
  at: about('Nomor atau alamatnya.', text),
  about: about('Untuk keluhan apa.', text),
  seen: v.nullish(
    about(
      'Kapan sumbernya menyebutnya: tahun, atau tahun-bulan.',
      v.pipe(v.string(), v.regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/, 'seen-form')),
    ),
  ),
  confidence: about('Seyakin apa: high, medium, low.', v.picklist(['high', 'medium', 'low'])),
});

export const channels = entity({
  name: 'channels',
  files: 'tables/channels.yml',
  schema: v.strictObject({ channels: v.record(id, One) }),
});
