// A reviewed statement about one listing: what an accepted report becomes. Looked up by listing, never by seller; it
// holds no seller at all, and it ends.
import * as v from 'valibot';
import type { Finding } from '../../knowledge/finding.ts';
import { type Entry, entity, noteDuplicates } from '../entity.ts';
import { unfairIn } from '../fairness.ts';
import { about, day, entry, origin, text } from '../fields.ts';
import { marketplaces } from './marketplaces.ts';

/** Days. A listing changes; what was seen of it goes stale. */
const LONGEST = 180;
const DAY = 86_400_000;

/** Where it was seen: a field of the listing, or the goods themselves; never the seller. */
const FIELD =
  /^(?:title|description|brand|category|labels|price|location|shipsFrom|crossBorder|importFlag|attributes\.[\p{L}\p{N}][\p{L}\p{N} ()/-]{0,59}|label pada barang)$/u;
const quote = v.pipe(text, v.maxLength(200, 'too-long'), v.regex(/^[^\n\t]*$/, 'one-line'));

const schema = entry({
  marketplace: about('Id marketplace-nya: nama berkas di marketplaces/.', text),
  listing: about(
    'Nomor barangnya, dari alamat halamannya. Apit dengan tanda kutip.',
    v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/, 'listing-form')),
  ),
  claim: about(
    'Yang dinyatakan: madeIn (dibuat di), shipsFrom (dikirim dari), sellerAt, brandFrom.',
    v.picklist(['madeIn', 'shipsFrom', 'sellerAt', 'brandFrom']),
  ),
  says: about('Kode negara (ID, CN …), atau foreign bila negaranya tidak diketahui.', origin),
  state: about(
    'confirmed: diperiksa. disputed: dibantah penjual. withdrawn: ditarik kembali.',
    v.picklist(['confirmed', 'disputed', 'withdrawn']),
  ),
  evidence: about(
    'Yang terlihat, kata demi kata. Jangan menyebut penjual atau orang.',
    v.pipe(
      v.array(
        v.strictObject({
          field: about(
            'Di mana terlihat: title, description, attributes.Negara Asal, atau label pada barang.',
            v.pipe(v.string(), v.regex(FIELD, 'finding-field')),
          ),
          quote: about('Kutipannya, satu baris.', quote),
        }),
      ),
      v.minLength(1),
      v.maxLength(10),
    ),
  ),
  expires: about(`Hari terakhir berlaku; paling lama ${LONGEST} hari sesudah reviewed.`, day),
});

export const findings = entity({
  name: 'findings',
  files: 'findings/*.yml',
  schema,
  small: true,
  check(entries, all, note) {
    noteDuplicates(
      entries,
      ({ data }) => [{ value: `${data.marketplace} ${data.listing} ${data.claim}`, path: ['listing'] }],
      note,
    );
    const known = all.of(marketplaces).map(({ data }) => data.id);
    for (const entry of entries) {
      const { marketplace, reviewed, expires, evidence, note: remark, source } = entry.data;
      const said = [
        ...evidence.map(({ quote }, i) => ({ path: ['evidence', i, 'quote'], flaw: unfairIn(quote) })),
        { path: ['note'], flaw: unfairIn(remark ?? '') },
        { path: ['source'], flaw: unfairIn(source ?? '', true) },
      ];
      for (const { path, flaw } of said)
        if (flaw) note(entry, path, flaw.code, { field: path.join('.'), ...flaw.params });
      if (!known.includes(marketplace))
        note(entry, ['marketplace'], 'marketplace-unknown', {
          field: 'marketplace',
          value: marketplace,
          known: known.join(', '),
        });
      const days = (Date.parse(expires) - Date.parse(reviewed)) / DAY;
      if (days < 0 || days > LONGEST)
        note(entry, ['expires'], 'expires', { value: expires, max: String(LONGEST), reviewed });
    }
  },
  compile: (entries) =>
    entries.map(({ id, data }: Entry<v.InferOutput<typeof schema>>): Finding => {
      const { marketplace, listing, claim, says, state, basis, expires, evidence } = data;
      return { id, marketplace, listing, claim, says, state, basis, expires, quote: evidence[0]?.quote ?? '' };
    }),
});
